import PraticarioSystem

/// Values as YAML, as people write it: a part a line, short lists between brackets.
struct YAMLItemText {
    let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// Longer lists have a line for each item.
    private static let width = 100

    /// Without indentation.
    func lines(_ parts: [FieldValue.Part]) -> [String] {
        parts.flatMap { lines($0.part.keys[language], $0.value) }
    }

    /// A key and what it says.
    func lines(_ key: String, _ value: FieldValue) -> [String] {
        let line = "\(key): \(flow(value))"
        guard case .list(let items) = value else { return [line] }
        let isShort = line.unicodeScalars.count <= Self.width && items.allSatisfy(isPlain)
        return isShort ? [line] : ["\(key):"] + items.map { "  - " + flow($0) }
    }

    /// A field of a sheet: its parts below it, a line each; none where it says nothing.
    func block(_ key: String, _ value: FieldValue) -> [String] {
        switch value {
        case .none: return []
        case .parts(let parts):
            return parts.isEmpty ? [] : ["\(key):"] + block(parts).map { "  " + $0 }
        case .list(let items):
            guard items.contains(where: { if case .parts = $0 { true } else { false } }) else {
                return items.isEmpty ? [] : lines(key, value)
            }
            return ["\(key):"]
                + items.flatMap { item -> [String] in
                    guard case .parts(let parts) = item else { return ["  - " + flow(item)] }
                    return block(parts).enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
                }
        default: return lines(key, value)
        }
    }

    private func block(_ parts: [FieldValue.Part]) -> [String] {
        parts.flatMap { block($0.part.keys[language], $0.value) }
    }

    /// On one line.
    func flow(_ value: FieldValue) -> String {
        switch value {
        case .parts(let parts):
            "{" + parts.map { "\($0.part.keys[language]): \(flow($0.value))" }.joined(separator: ", ") + "}"
        case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .none, .text, .word, .date, .address, .key: YAMLText.scalar(text(value))
        }
    }

    /// What was read, with its keys as they are.
    func flow(_ fields: [RecordField]) -> String {
        "{" + fields.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + "}"
    }

    private func flow(_ value: RecordValue) -> String {
        switch value.content {
        case .text(let text): YAMLText.scalar(text)
        case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .map(let fields): flow(fields)
        }
    }

    /// What reading gives.
    func value(_ value: FieldValue) -> RecordValue {
        let content: RecordValue.Content =
            switch value {
            case .parts(let parts): self.value(parts).content
            case .list(let items): .list(items.map(self.value))
            case .none, .text, .word, .date, .address, .key: .text(text(value))
            }
        return RecordValue(content: content, place: TextPlace(line: 1, column: 1))
    }

    func value(_ parts: [FieldValue.Part]) -> RecordValue {
        let place = TextPlace(line: 1, column: 1)
        return RecordValue(
            content: .map(
                parts.map { RecordField(key: $0.part.keys[language], keyPlace: place, value: value($0.value)) }),
            place: place)
    }

    private func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text), .address(let text), .key(let text, _): text.trimmingSpaces()
        case .word(let label): label[language]
        case .date(let date): date.written
        case .none, .parts, .list: ""
        }
    }

    private func isPlain(_ value: FieldValue) -> Bool {
        if case .parts = value { return false }
        return YAMLText.isPlain(text(value))
    }
}
