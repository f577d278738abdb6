import PraticarioSystem

/// Reads the fields of one record: which there are, and their values.
///
/// `Key` says which fields there may be: those of a sheet, of a collection's header, of the settings.
struct FieldReader<Key: FieldKey> {
    /// Reads what stands in them.
    var values: ValueReader
    private var fields: [Key: RecordField] = [:]

    /// - Parameter code: see `RecordProblems`.
    init(
        _ record: Record, _ vocabularies: Vocabularies = .none, _ diagnostics: [Diagnostic] = [],
        allAs code: DiagnosticCode? = nil
    ) {
        values = ValueReader(record, vocabularies, diagnostics, allAs: code)
        for field in record.fields {
            guard let name = Key(key: field.key) else {
                values.reportUnknown(field, among: Key.allKeys)
                continue
            }
            if fields[name] == nil {
                fields[name] = field
            } else {
                report(
                    .repeatedField, field.keyPlace,
                    it: "il campo `\(field.key)` ripete un campo già scritto: vale il primo",
                    en: "the field `\(field.key)` repeats one that is already there: the first one counts")
            }
        }
    }

    var record: Record { values.record }

    var vocabularies: Vocabularies { values.vocabularies }

    var diagnostics: [Diagnostic] { values.diagnostics }

    var hasErrors: Bool { values.hasErrors }

    mutating func report(_ code: DiagnosticCode, _ place: TextPlace?, it: String, en: String) {
        values.report(code, place, it: it, en: en)
    }

    /// Where a field's value stands; `nil` for a field that is not there.
    func place(of field: Key) -> TextPlace? {
        fields[field]?.value.place
    }

    /// Where its key stands.
    func keyPlace(of field: Key) -> TextPlace? {
        fields[field]?.keyPlace
    }

    /// The value of a field, `nil` where it is absent or empty.
    func value(_ field: Key) -> RecordValue? {
        guard let value = fields[field]?.value, !value.isEmpty else { return nil }
        return value
    }

    /// Whether the field says something; where it does not, that is told, with what it costs.
    mutating func demand(_ field: Key, orElse cost: LocalizedText) -> Bool {
        guard value(field) == nil else { return true }
        report(
            .missingField, place(of: field) ?? record.origin.place,
            it: "manca `\(field.italian)`: \(cost.it)", en: "`\(field.english)` is missing: \(cost.en)")
        return false
    }

    mutating func text(_ field: Key) -> String? {
        value(field).flatMap { values.text($0, key: field.keys) }
    }

    mutating func date(_ field: Key) -> PartialDate? {
        value(field).flatMap { values.date($0, key: field.keys) }
    }

    /// The written id where it is a slug, else the record's own.
    mutating func id(_ field: Key) -> String {
        values.id(value(field), keys: field.keys)
    }

    /// The ids of concepts or the codes of territories that a field names, none twice.
    mutating func keys(_ field: Key, of vocabulary: FieldVocabulary) -> [String] {
        values.keys(items(field), key: field.keys, of: vocabulary)
    }

    /// The items of a list; a single value stands for a list of one.
    func items(_ field: Key) -> [RecordValue] {
        value(field)?.items ?? []
    }
}

/// The reader of a sheet's header, or of a row of a table.
typealias SheetReader = FieldReader<FieldName>
