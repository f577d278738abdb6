package import PraticarioSystem

/// The file of one sheet, to be changed: single fields of its header, the rest byte for byte.
package struct SheetFileText: Sendable {
    package private(set) var bytes: [UInt8]
    private let path: String

    /// `nil` for a file that is not in UTF-8: what is written would be in another encoding than the rest.
    package init?(_ bytes: [UInt8], path: String) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.bytes = bytes
        self.path = path
    }

    /// - Returns: `false` where the header is written in a way that the change would make something else of; nothing is
    ///   changed then.
    package mutating func set(_ edit: FieldEdit, in language: Language) -> Bool {
        let changed = HeaderText(bytes: bytes, path: path).setting {
            FieldName(key: $0) == edit.field
        } below: { key in
            // Who allowed the licence stands below it.
            edit.field == .permission && FieldName(key: key) == .licence
        } to: { key in
            text(edit, key: key ?? edit.field.key(in: language), in: language)
        }
        guard let changed else { return false }
        bytes = changed
        return true
    }

    private func text(_ edit: FieldEdit, key: String, in language: Language) -> [String] {
        switch edit.value {
        case .text(let text): ["\(key): \(YAMLText.scalar(text))"]
        case .parts(let parts):
            ["\(key):"]
                + parts.map { part in
                    let name = edit.field.row.shape.parts.first { $0.english == part.key }?.keys[language] ?? part.key
                    return "  \(name): \(YAMLText.scalar(part.text))"
                }
        }
    }
}
