import PraticarioSystem

/// Reads the values of one record and reports what is wrong with them: a wrong value costs that value.
///
/// What a value may be is said by the functions beside this type, and by the tables of `FieldType`.
struct ValueReader {
    let record: Record
    /// What the names in it mean; empty for what names nothing.
    let vocabularies: Vocabularies
    /// What was read that must exist elsewhere.
    var references: [DocumentOutline.Reference] = []
    /// The files beside the sheet that it names.
    private(set) var files: [DocumentOutline.AttachedName] = []
    /// What texts about territories said of places within them.
    var told: [String] = []
    private var problems: RecordProblems

    /// - Parameter code: see `RecordProblems`.
    init(
        _ record: Record, _ vocabularies: Vocabularies = .none, _ diagnostics: [Diagnostic] = [],
        allAs code: DiagnosticCode? = nil
    ) {
        self.record = record
        self.vocabularies = vocabularies
        problems = RecordProblems(of: record, diagnostics, allAs: code)
    }

    var diagnostics: [Diagnostic] { problems.diagnostics }

    var hasErrors: Bool { problems.hasErrors }

    mutating func report(_ code: DiagnosticCode, _ place: TextPlace?, it: String, en: String) {
        problems.report(code, place, it: it, en: en)
    }

    mutating func noteFile(_ name: String, _ use: AttachedUse, at place: TextPlace) {
        let excerpt = files.count < Record.excerptsOfReferences ? record.shownExcerpt(place) : nil
        files.append(DocumentOutline.AttachedName(name: name, use: use, place: place, excerpt: excerpt ?? ""))
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

    mutating func reportUnknown(_ field: RecordField, among keys: [String]) {
        let hint = nearestHint(field.key, among: keys)
        report(
            .unknownField, field.keyPlace, it: "il campo `\(field.key)` non esiste e non viene letto\(hint.it)",
            en: "there is no field `\(field.key)`: it is not read\(hint.en)")
    }

    /// As far as the file has suggestions left.
    func nearestHint(_ name: String, among names: some Sequence<String>) -> LocalizedText {
        nearestHint(name) { Suggestion.near(name, names) }
    }

    /// - Parameter find: gives the names that are near.
    func nearestHint(_ name: String, _ find: () -> [String]) -> LocalizedText {
        Suggestion.hint(record.suggestions.suggestions(for: name, find))
    }
}
