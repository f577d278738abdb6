import PraticarioSystem

/// Rows by the property of `Entry` that they fill.
extension SheetField {
    /// A value that may be missing. The words of a text are searched with the sheet's own text, unless the row says
    /// otherwise.
    init<Value>(
        _ name: FieldName, _ italian: String, _ label: LocalizedText,
        _ path: any WritableKeyPath<Entry, Value?> & Sendable, _ type: FieldType<Value>
    ) {
        let keys = LocalizedText(it: italian, en: name.rawValue)
        self.init(
            name, italian, label, shape: type.shape,
            read: { reader, entry in
                entry[keyPath: path] = reader.value(name).flatMap { type.read(&reader.values, $0, keys) }
                return entry[keyPath: path] != nil
            },
            value: { $0[keyPath: path].map(type.give) ?? .none })
        if type.shape == .text { self = searched(in: .details) }
    }

    /// A value that is always there. `standard` holds where nothing is said, and is not written.
    init<Value: Equatable>(
        _ name: FieldName, _ italian: String, _ label: LocalizedText,
        _ path: any WritableKeyPath<Entry, Value> & Sendable,
        _ type: FieldType<Value>, standard: Value?
    ) {
        let keys = LocalizedText(it: italian, en: name.rawValue)
        self.init(
            name, italian, label, shape: type.shape,
            read: { reader, entry in
                guard let value = reader.value(name).flatMap({ type.read(&reader.values, $0, keys) }) else {
                    return false
                }
                entry[keyPath: path] = value
                return true
            },
            value: { entry in
                let value = entry[keyPath: path]
                return value == standard ? .none : type.give(value)
            })
    }

    /// A list of values; a single value stands for a list of one.
    init<Value>(
        _ name: FieldName, _ italian: String, _ label: LocalizedText,
        list path: any WritableKeyPath<Entry, [Value]> & Sendable, _ type: FieldType<Value>
    ) {
        let keys = LocalizedText(it: italian, en: name.rawValue)
        self.init(
            name, italian, label, shape: .list(type.shape),
            read: { reader, entry in
                entry[keyPath: path] = reader.items(name).compactMap { type.read(&reader.values, $0, keys) }
                return !entry[keyPath: path].isEmpty
            },
            value: { .list($0[keyPath: path].map(type.give)) })
    }

    /// Concepts or territories, by any of their names.
    init(
        _ name: FieldName, _ italian: String, _ label: LocalizedText,
        keys path: any WritableKeyPath<Entry, [String]> & Sendable, of vocabulary: FieldVocabulary
    ) {
        self.init(
            name, italian, label, shape: .list(.key(vocabulary)),
            read: { reader, entry in
                entry[keyPath: path] = reader.keys(name, of: vocabulary)
                return !entry[keyPath: path].isEmpty
            },
            value: { .list($0[keyPath: path].map { .key($0, vocabulary) }) })
    }
}
