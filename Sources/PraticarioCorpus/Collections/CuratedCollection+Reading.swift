package import PraticarioSystem

/// The fields of a collection's header, in the order in which one is written.
enum CollectionField: String, FieldKey {
    case id, title, summary, curator, licence, language, updated

    var english: String { rawValue }

    var italian: String {
        switch self {
        case .id: "id"
        case .title: "titolo"
        case .summary: "sintesi"
        case .curator: "curatore"
        case .licence: "licenza"
        case .language: "lingua"
        case .updated: "aggiornata"
        }
    }

    static let byKey = keyTable()
}

extension CuratedCollection {
    /// Reads a collection: a YAML header between two lines `---`, then Markdown.
    ///
    /// Never throws: what cannot be read is reported. `collection` is `nil` only without a readable header or a title.
    package static func read(
        _ bytes: [UInt8], path: String
    ) -> (collection: CuratedCollection?, diagnostics: [Diagnostic]) {
        let (record, problems) = Record.parse(bytes, path: path)
        guard let record else { return (nil, problems) }
        var header = FieldReader<CollectionField>(record, .none, problems)
        let hasTitle = header.demand(
            .title,
            orElse: LocalizedText(
                it: "senza, la raccolta resta fuori", en: "without it the collection is left out"))
        guard hasTitle, let title = header.text(.title) else { return (nil, header.diagnostics) }
        var collection = CuratedCollection(id: header.id(.id), title: title, path: path)
        collection.summary = header.text(.summary)
        collection.curator = header.text(.curator)
        collection.licence = header.text(.licence)
        if let language = header.text(.language) { collection.language = language }
        collection.updated = header.date(.updated)
        var body = CollectionBody(record)
        (collection.parts, collection.links) = body.read()
        return (collection, header.diagnostics + body.diagnostics)
    }

    /// The file of a collection without entries. What is not said yet is a key without a value, to be filled in.
    package static func template(
        title: String, curator: String?, licence: String?, updated: PartialDate, in language: Language
    ) -> String {
        let lines = CollectionField.allCases.compactMap { field -> String? in
            let value: String
            switch field {
            // The name of the file says it.
            case .id: return nil
            case .title: value = YAMLText.quoted(title)
            case .summary: value = ""
            case .curator: value = YAMLText.quoted(curator ?? "")
            case .licence: value = licence.map(YAMLText.quoted) ?? ""
            case .language: value = language.rawValue
            case .updated: value = updated.iso8601
            }
            return field.key(in: language) + (value.isEmpty ? ":" : ": \(value)")
        }
        return (["---"] + lines + ["---"]).joined(separator: "\n") + "\n"
    }
}
