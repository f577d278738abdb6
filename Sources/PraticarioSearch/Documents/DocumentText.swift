/// The texts of a document.
package struct DocumentText: Sendable {
    /// By `TextField.rawValue`.
    package let fields: [String]

    package init(_ parts: (TextField) -> [String]) {
        fields = TextField.allCases.map { TextField.joined(parts($0)) }
    }

    package func parts(of field: TextField) -> [String] {
        TextField.parts(of: fields[field.rawValue])
    }

    /// What snippets are cut from, in the order in which a reader meets it.
    package var passages: [String] {
        TextField.allCases.filter(\.isShown).flatMap(parts)
    }
}
