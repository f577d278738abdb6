package import PraticarioSystem

/// The file of a community, to be changed: what a change does not concern stays byte for byte.
///
/// Names of themes and territories are written as they are given: reading the file says whether they mean anything.
package struct CommunityText: Sendable {
    private var text: YAMLFileText
    private let language: Language

    private static let parts = FieldType<Community>.community("").shape.parts

    /// `nil` for a file that is not in UTF-8.
    ///
    /// - Parameter language: of the keys of a file that does not show its own.
    package init?(_ bytes: [UInt8], path: String, language: Language) {
        guard let text = YAMLFileText(bytes, path: path) else { return nil }
        self.text = text
        self.language = text.language(of: Self.parts) ?? language
    }

    package var bytes: [UInt8] { text.bytes }

    /// A new file.
    package static func new(_ community: Community, language: Language) -> String {
        guard case .parts(let parts) = FieldType<Community>.community("").give(community) else { return "" }
        return YAMLItemText(language).lines(parts).map { $0 + "\n" }.joined()
    }

    // Each gives `false` where the file is written in a way that the change would make something else of; nothing is
    // changed then.

    package mutating func add(_ meeting: Meeting) -> Bool { append(meeting, .meeting, "meetings") }

    package mutating func add(_ question: KnowledgeQuestion) -> Bool { append(question, .question, "questions") }

    package mutating func add(_ outcome: Outcome) -> Bool { append(outcome, .outcome, "outcomes") }

    /// Makes another of one of the community's meetings, whose lines say which.
    package mutating func change(_ old: Meeting, to new: Meeting, among all: [Meeting]) -> Bool {
        change(old, to: new, among: all, \.line, .meeting, "meetings")
    }

    package mutating func change(
        _ old: KnowledgeQuestion, to new: KnowledgeQuestion, among all: [KnowledgeQuestion]
    ) -> Bool {
        change(old, to: new, among: all, \.line, .question, "questions")
    }

    package mutating func change(_ old: Outcome, to new: Outcome, among all: [Outcome]) -> Bool {
        change(old, to: new, among: all, \.line, .outcome, "outcomes")
    }

    private mutating func append<Value>(_ value: Value, _ type: FieldType<Value>, _ name: String) -> Bool {
        guard let list = Self.list(name), case .parts(let parts) = type.give(value) else { return false }
        return text.append(parts, to: list, in: language)
    }

    private mutating func change<Value: Equatable>(
        _ old: Value, to new: Value, among all: [Value], _ line: KeyPath<Value, Int>, _ type: FieldType<Value>,
        _ name: String
    ) -> Bool {
        guard let list = Self.list(name), case .parts(let before) = type.give(old),
            case .parts(let after) = type.give(new)
        else { return false }
        // Items that share a line are told apart by their order.
        let beside = all.filter { $0[keyPath: line] == old[keyPath: line] }
        let items = text.items(of: list)
        let candidates = items.indices.filter { items[$0].place.line == old[keyPath: line] }
        guard candidates.count == beside.count, let position = beside.firstIndex(of: old) else { return false }
        return text.set(
            after.filter { !before.contains($0) }, ofItem: candidates[position], in: list, in: language)
    }

    private static func list(_ name: String) -> FieldPart? { parts.first { $0.english == name } }
}
