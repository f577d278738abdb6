import PraticarioSystem

/// Reads the values of one record's fields and reports what is wrong with them: a wrong value costs that value.
///
/// `Key` says which fields there are: those of a sheet, of a collection's header, of the settings.
struct FieldReader<Key: FieldKey> {
    let record: Record
    /// What the names in it mean; empty for what names nothing.
    let vocabularies: Vocabularies
    private var problems: RecordProblems
    private var fields: [Key: RecordField] = [:]
    private var hints = 0

    /// - Parameter code: see `RecordProblems`.
    init(
        _ record: Record, _ vocabularies: Vocabularies = .none, _ diagnostics: [Diagnostic] = [],
        allAs code: DiagnosticCode? = nil
    ) {
        self.record = record
        self.vocabularies = vocabularies
        problems = RecordProblems(of: record, diagnostics, allAs: code)
        for field in record.fields {
            guard let name = Key(key: field.key) else {
                reportUnknown(field, among: Key.allKeys)
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

    var diagnostics: [Diagnostic] { problems.diagnostics }

    mutating func report(_ code: DiagnosticCode, _ place: TextPlace?, it: String, en: String) {
        problems.report(code, place, it: it, en: en)
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
        value(field).flatMap { text($0, key: field.keys) }
    }

    mutating func date(_ field: Key) -> PartialDate? {
        value(field).flatMap { date($0, key: field.keys) }
    }

    /// The items of a list; a single value stands for a list of one.
    func items(_ field: Key) -> [RecordValue] {
        guard let value = value(field) else { return [] }
        if case .list(let items) = value.content { return items.filter { !$0.isEmpty } }
        return [value]
    }

    /// The fields of a map by their English keys; `nil`, and told, for a list. A plain text stands for the first part.
    mutating func map(_ value: RecordValue, key: LocalizedText, parts: [FieldPart]) -> [String: RecordValue]? {
        switch value.content {
        case .text:
            return [parts[0].english: value]
        case .list:
            report(
                .wrongType, value.place,
                it: "`\(key.it)` deve avere dei campi, come `\(parts[0].italian): …`, non un elenco",
                en: "`\(key.en)` must have fields, such as `\(parts[0].english): …`, not be a list")
            return nil
        case .map(let fields):
            var values: [String: RecordValue] = [:]
            for field in fields {
                let typed = FieldName.normalized(field.key)
                let match = parts.first {
                    FieldName.normalized($0.english) == typed || FieldName.normalized($0.italian) == typed
                }
                if let match {
                    if !field.value.isEmpty { values[match.english] = field.value }
                } else {
                    reportUnknown(field, among: parts.flatMap { [$0.italian, $0.english] })
                }
            }
            return values
        }
    }

    private mutating func reportUnknown(_ field: RecordField, among keys: [String]) {
        let hint = Suggestion.hint(Suggestion.nearest(to: field.key, among: keys))
        report(
            .unknownField, field.keyPlace, it: "il campo `\(field.key)` non esiste e non viene letto\(hint.it)",
            en: "there is no field `\(field.key)`: it is not read\(hint.en)")
    }

    /// A sheet full of unknown names is another kind of text: after some suggestions it gets none.
    mutating func nearestHint(_ name: String, among names: some Sequence<String>) -> LocalizedText {
        hints += 1
        return Suggestion.hint(hints > 20 ? nil : Suggestion.nearest(to: name, among: names))
    }
}

/// The reader of a sheet's header, or of a row of a table.
typealias SheetReader = FieldReader<FieldName>
