import ItalianText
import PraticarioSystem

extension CuratedCollection {
    /// Reads a collection: a YAML header between two lines `---`, then Markdown.
    ///
    /// Never throws: what cannot be read is reported. `collection` is `nil` only without a readable header or a title.
    package static func read(
        _ bytes: [UInt8], path: String
    ) -> (collection: CuratedCollection?, diagnostics: [Diagnostic]) {
        let (record, problems) = Record.parse(bytes, path: path)
        guard let record else { return (nil, problems) }
        var header = CollectionHeader(record)
        guard let title = header.title() else { return (nil, problems + header.diagnostics) }
        var collection = CuratedCollection(id: record.fallbackID, title: title, path: path)
        header.read(into: &collection)
        var body = CollectionBody(record)
        (collection.parts, collection.links) = body.read()
        return (collection, problems + header.diagnostics + body.diagnostics)
    }
}

/// The fields of a collection's header.
private struct CollectionHeader {
    private let record: Record
    private var values: [Field: RecordValue] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    private enum Field: String, CaseIterable {
        case id, title, summary, curator, licence, language, updated

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
    }

    init(_ record: Record) {
        self.record = record
        for field in record.fields {
            let key = FieldName.normalized(field.key)
            if let name = Field.allCases.first(where: { key == $0.rawValue || key == $0.italian }) {
                values[name] = field.value
            } else {
                let known = Field.allCases.flatMap { [$0.italian, $0.rawValue] }
                let hint = FieldReader.hint(Suggestion.nearest(to: field.key, among: known))
                report(
                    .unknownField, field.keyPlace, it: "il campo `\(field.key)` non esiste\(hint.it)",
                    en: "there is no field `\(field.key)`\(hint.en)")
            }
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ place: TextPlace?, it: String, en: String) {
        diagnostics.append(record.diagnostic(code, at: place, LocalizedText(it: it, en: en)))
    }

    private mutating func text(_ field: Field) -> String? {
        guard let value = values[field], !value.isEmpty else { return nil }
        guard let text = value.text else {
            report(
                .wrongType, value.place, it: "`\(field.italian)` deve essere un testo, non un elenco",
                en: "`\(field.rawValue)` must be a text, not a list")
            return nil
        }
        return text
    }

    mutating func title() -> String? {
        if let title = text(.title) { return title }
        report(
            .missingField, values[.title]?.place ?? record.origin.place,
            it: "manca `titolo`: senza, la raccolta resta fuori",
            en: "`title` is missing: without it the collection is left out")
        return nil
    }

    mutating func read(into collection: inout CuratedCollection) {
        collection.summary = text(.summary)
        collection.curator = text(.curator)
        collection.licence = text(.licence)
        if let language = text(.language) { collection.language = language }
        if let id = text(.id) {
            if ItalianText.slug(id) == id {
                collection.id = id
            } else {
                report(
                    .invalidID, values[.id]?.place,
                    it: "`id`: «\(id)» deve avere solo lettere minuscole senza accenti, cifre e trattini",
                    en: "`id`: “\(id)” may have only lower-case letters without accents, digits and hyphens")
            }
        }
        if let text = text(.updated) {
            collection.updated = PartialDate(text)
            if collection.updated == nil {
                report(
                    .invalidDate, values[.updated]?.place, it: "`aggiornata`: «\(text)» non è una data come 2026-05-14",
                    en: "`updated`: “\(text)” is no date such as 2026-05-14")
            }
        }
    }
}
