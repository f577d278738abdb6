package import PraticarioSystem

/// A list of a community whose items are changed one by one.
package enum CommunityList: String, CaseIterable, Hashable, Sendable {
    case meetings, questions, outcomes

    fileprivate var part: FieldPart {
        guard let part = CommunityFile.all.first(where: { $0.english == rawValue }) else {
            preconditionFailure("the table of a community has no part \(rawValue)")
        }
        return part
    }

    /// What an item may say.
    package var parts: [FieldPart] { part.shape.parts }

    /// The field by which an item is known again.
    package var nameKey: String { self == .meetings ? "number" : "id" }

    /// Of an item at a place, where it states none.
    fileprivate func name(_ item: TypedFields, at index: Int) -> String {
        let own = item.text(nameKey)
        switch self {
        case .meetings: return "incontro-" + (own.isEmpty ? String(index + 1) : own)
        case .questions: return own.isEmpty ? "domanda-\(index + 1)" : own
        case .outcomes: return own.isEmpty ? "esito-\(index + 1)" : own
        }
    }
}

/// The file of a community or of the programme as it is typed, to be changed field by field: the rest stays byte for byte.
package struct CommunityFile: Sendable {
    private var text: YAMLFileText
    private let language: Language
    /// What stands at its top and is no list with items of its own.
    package let parts: [FieldPart]

    fileprivate static let all = FieldType<Community>.community("").shape.parts
    private static let apart: Set<String> = Set(CommunityList.allCases.map(\.rawValue) + ["id"])

    /// What a community says of itself.
    package static let communityParts = all.filter { !apart.contains($0.english) }
    package static let programmeParts = FieldType<Programme>.programme.shape.parts

    /// - Parameters:
    ///   - parts: one of the two above.
    ///   - language: of the keys of a file that does not show its own.
    /// - Returns: `nil` for a file that is not in UTF-8.
    package init?(_ bytes: [UInt8], path: String, _ parts: [FieldPart], language: Language) {
        guard let text = YAMLFileText(bytes, path: path) else { return nil }
        self.text = text
        self.parts = parts
        self.language = text.language(of: Self.all + Self.programmeParts) ?? language
    }

    package var bytes: [UInt8] { text.bytes }

    private var order: [FieldPart] { parts == Self.programmeParts ? parts : Self.all }

    /// A file that is not there yet.
    package static func new(_ content: TypedFields, language: Language) -> [UInt8] {
        let parts = content.parts.filter { !content[$0].isEmpty }
        let lines = YAMLItemText(language).lines(parts.map { FieldValue.Part(part: $0, value: content[$0]) })
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    package var fields: TypedFields { text.typed(parts) }

    /// The items of a list with their names, no two alike.
    package func items(of list: CommunityList) -> [(name: String, fields: TypedFields)] {
        var seen: Set<String> = []
        return text.typedItems(of: list.part).enumerated().map { index, item in
            var name = list.name(item, at: index)
            while !seen.insert(name).inserted { name += "-bis" }
            return (name, item)
        }
    }

    /// - Returns: `false` where the file is written in a way that the change would make something else of.
    package mutating func set(_ changed: [FieldPart], to content: TypedFields) -> Bool {
        for part in changed {
            guard text.set(content[part], of: part, among: order, in: language) else { return false }
        }
        return true
    }

    /// - Returns: as `set(_:to:)`.
    package mutating func set(
        _ changed: [FieldPart], to content: TypedFields, ofItem index: Int, in list: CommunityList
    ) -> Bool {
        text.set(
            changed.map { FieldValue.Part(part: $0, value: content[$0]) }, ofItem: index, in: list.part, in: language)
    }

    /// - Returns: as `set(_:to:)`.
    package mutating func remove(_ index: Int, of list: CommunityList) -> Bool { text.removeItem(index, of: list.part) }

    /// The field at whose lines something is told; `nil` for what belongs to none of them.
    package func part(at place: TextPlace) -> FieldPart? { text.part(at: place, parts) }

    /// - Returns: whether the place is in the item, and in which of its fields.
    package func part(at place: TextPlace, ofItem index: Int, in list: CommunityList) -> (isIn: Bool, part: FieldPart?)
    {
        guard text.lines(ofItem: index, in: list.part).contains(place.line) else { return (false, nil) }
        return (true, text.part(at: place, ofItem: index, in: list.part, list.parts))
    }
}
