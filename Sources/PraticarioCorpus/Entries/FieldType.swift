import PraticarioSystem

/// How one value of a field is read from what someone typed, and how it is given back.
struct FieldType<Value: Sendable>: Sendable {
    let shape: FieldShape
    /// `key` names the field in messages. Reports what is wrong; `nil` for what cannot be read.
    let read: @Sendable (inout ValueReader, RecordValue, _ key: LocalizedText) -> Value?
    let give: @Sendable (Value) -> FieldValue
}

extension FieldType<String> {
    static let text = FieldType(shape: .text, read: { $0.text($1, key: $2) }, give: { .text($0) })
    static let address = FieldType(shape: .address, read: { $0.url($1, key: $2) }, give: { .address($0) })
    static let taxCode = FieldType(shape: .text, read: { $0.taxCode($1, key: $2) }, give: { .text($0) })
    static let languageTag = FieldType(shape: .text, read: { $0.languageTag($1, key: $2) }, give: { .text($0) })

    /// The code of the territory that a name means.
    static let territory = FieldType(
        shape: .key(.territories),
        read: { reader, value, key in
            reader.text(value, key: key).flatMap { reader.territoryCodes($0, value.place).first }
        },
        give: { .key($0, .territories) })
}

extension FieldType<PartialDate> {
    static let date = FieldType(shape: .date, read: { $0.date($1, key: $2) }, give: { .date($0) })
}

extension FieldType<Bool> {
    static let flag = FieldType(
        shape: .choice([LocalizedText(it: "sì", en: "yes"), LocalizedText(it: "no", en: "no")]),
        read: { $0.flag($1, key: $2) },
        give: { .word($0 ? LocalizedText(it: "sì", en: "yes") : LocalizedText(both: "no")) })
}

extension FieldType where Value: ClosedVocabulary {
    static var choice: FieldType {
        FieldType(
            shape: .choice(Value.allCases.map(\.label)), read: { $0.choice($1, key: $2) }, give: { .word($0.label) })
    }
}

extension FieldType {
    /// A value with fields of its own. A plain text stands for the first part.
    ///
    /// - Parameters:
    ///   - empty: what the parts are read into.
    ///   - required: how many of the first parts there must be.
    ///   - missing: said of a value without one of them; `nil` says nothing.
    static func parts(
        _ parts: [MapPart<Value>], into empty: Value, required: Int = 0,
        missing: (@Sendable (_ key: LocalizedText) -> LocalizedText)? = nil
    ) -> FieldType {
        let all = parts.map(\.part)
        return FieldType(
            shape: .parts(all),
            read: { reader, value, key in
                guard let map = reader.map(value, key: key, parts: all) else { return nil }
                var whole = empty
                for (number, part) in parts.enumerated() {
                    let isRead = map[part.part.english].map { part.read(&reader, $0, key, &whole) } ?? false
                    guard number < required, !isRead else { continue }
                    // What is there and wrong has been told.
                    if map[part.part.english] == nil, let message = missing?(key) {
                        reader.report(.missingField, value.place, it: message.it, en: message.en)
                    }
                    return nil
                }
                return whole
            },
            give: { whole in MapPart.give(parts, whole) })
    }
}

/// A part of a value that has fields of its own.
struct MapPart<Whole>: Sendable {
    let part: FieldPart
    /// Whether there was a value that could be read.
    let read: @Sendable (inout ValueReader, RecordValue, _ key: LocalizedText, inout Whole) -> Bool
    let give: @Sendable (Whole) -> FieldValue

    init<Value>(
        _ english: String, _ italian: String, _ path: any WritableKeyPath<Whole, Value?> & Sendable,
        _ type: FieldType<Value>, isSearched: Bool = false
    ) {
        part = FieldPart(english, italian, type.shape, isSearched: isSearched)
        let part = part
        read = { reader, value, key, whole in
            whole[keyPath: path] = type.read(&reader, value, key.part(part))
            return whole[keyPath: path] != nil
        }
        give = { $0[keyPath: path].map(type.give) ?? .none }
    }

    /// A part that is always there.
    init(
        required english: String, _ italian: String, _ path: any WritableKeyPath<Whole, String> & Sendable,
        isSearched: Bool = false
    ) {
        part = FieldPart(english, italian, isSearched: isSearched)
        let part = part
        read = { reader, value, key, whole in
            guard let text = reader.text(value, key: key.part(part)) else { return false }
            whole[keyPath: path] = text
            return true
        }
        give = { .text($0[keyPath: path]) }
    }

    /// A part of any type that is always there.
    init<Value>(
        required english: String, _ italian: String, _ path: any WritableKeyPath<Whole, Value> & Sendable,
        _ type: FieldType<Value>, isSearched: Bool = false
    ) {
        part = FieldPart(english, italian, type.shape, isSearched: isSearched)
        let part = part
        read = { reader, value, key, whole in
            guard let read = type.read(&reader, value, key.part(part)) else { return false }
            whole[keyPath: path] = read
            return true
        }
        give = { type.give($0[keyPath: path]) }
    }

    /// A part that is a list; a single value stands for a list of one.
    init<Value>(
        items english: String, _ italian: String, _ path: any WritableKeyPath<Whole, [Value]> & Sendable,
        _ type: FieldType<Value>
    ) {
        part = FieldPart(english, italian, .list(type.shape))
        let part = part
        read = { reader, value, key, whole in
            let key = key.part(part)
            whole[keyPath: path] = value.items.compactMap { type.read(&reader, $0, key) }
            return !whole[keyPath: path].isEmpty
        }
        give = { .list($0[keyPath: path].map(type.give)) }
    }

    /// A part that names what a vocabulary knows, none twice.
    init(
        keys english: String, _ italian: String, _ path: any WritableKeyPath<Whole, [String]> & Sendable,
        _ vocabulary: FieldVocabulary
    ) {
        part = FieldPart(english, italian, .list(.key(vocabulary)))
        let part = part
        read = { reader, value, key, whole in
            whole[keyPath: path] = reader.keys(value.items, key: key.part(part), of: vocabulary)
            return !whole[keyPath: path].isEmpty
        }
        give = { .list($0[keyPath: path].map { .key($0, vocabulary) }) }
    }

    /// A part that is a list, and written as one.
    init<Value>(
        list english: String, _ italian: String, _ path: any WritableKeyPath<Whole, [Value]> & Sendable,
        _ type: FieldType<Value>, isSearched: Bool = false
    ) {
        part = FieldPart(english, italian, .list(type.shape), isSearched: isSearched)
        let part = part
        read = { reader, value, key, whole in
            let key = key.part(part)
            guard case .list(let items) = value.content else {
                reader.report(
                    .wrongType, value.place, it: "`\(key.it)` deve essere un elenco", en: "`\(key.en)` must be a list")
                return false
            }
            whole[keyPath: path] = items.compactMap { type.read(&reader, $0, key) }
            return true
        }
        give = { .list($0[keyPath: path].map(type.give)) }
    }

    static func give(_ parts: [MapPart], _ whole: Whole) -> FieldValue {
        .parts(
            parts.compactMap { part in
                let value = part.give(whole)
                return value.isEmpty ? nil : FieldValue.Part(part: part.part, value: value)
            })
    }
}

extension LocalizedText {
    /// The key of a part: `organization.name`.
    func part(_ part: FieldPart) -> LocalizedText {
        LocalizedText(it: "\(it).\(part.italian)", en: "\(en).\(part.english)")
    }
}
