import ItalianText
import PraticarioSystem

/// Reads the values of one record's fields and reports what is wrong with them: a wrong value costs that value.
struct FieldReader {
    let record: Record
    let vocabularies: Vocabularies
    private(set) var diagnostics: [Diagnostic] = []
    private var fields: [FieldName: RecordField] = [:]
    private var hints = 0

    init(_ record: Record, _ vocabularies: Vocabularies) {
        self.record = record
        self.vocabularies = vocabularies
        for field in record.fields {
            guard let name = FieldName(key: field.key) else {
                reportUnknown(field, among: FieldName.allCases.flatMap { [$0.italian, $0.rawValue] })
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

    mutating func report(_ code: DiagnosticCode, _ place: TextPlace?, it: String, en: String) {
        diagnostics.append(record.diagnostic(code, at: place, LocalizedText(it: it, en: en)))
    }

    /// Where a field's value stands; `nil` for a field that is not there.
    func place(of field: FieldName) -> TextPlace? {
        fields[field]?.value.place
    }

    /// The value of a field, `nil` where it is absent or empty.
    func value(_ field: FieldName) -> RecordValue? {
        guard let value = fields[field]?.value, !value.isEmpty else { return nil }
        return value
    }

    // MARK: Texts

    mutating func text(_ field: FieldName) -> String? {
        value(field).flatMap { text($0, key: field.italian) }
    }

    mutating func text(_ value: RecordValue, key: String) -> String? {
        guard case .text(let text) = value.content else {
            report(
                .wrongType, value.place, it: "`\(key)` deve essere un testo, non un elenco",
                en: "`\(key)` must be a text, not a list")
            return nil
        }
        return text.isEmpty ? nil : text
    }

    /// The items of a list; a single value stands for a list of one.
    mutating func items(_ field: FieldName) -> [RecordValue] {
        guard let value = value(field) else { return [] }
        if case .list(let items) = value.content { return items.filter { !$0.isEmpty } }
        return [value]
    }

    /// The texts of a list with their places. A text such as `sport; giovani` or `sport, giovani` is several
    /// values, unless the whole is itself one that `isKnown` knows.
    mutating func names(_ field: FieldName, isKnown: (String) -> Bool) -> [(text: String, place: TextPlace)] {
        items(field).flatMap { item -> [(String, TextPlace)] in
            guard let text = text(item, key: field.italian) else { return [] }
            if isKnown(text) { return [(text, item.place)] }
            for separator: Character in [";", "\n", ","] where text.contains(separator) {
                return text.split(separator: separator).map { ($0.description.trimmingSpaces(), item.place) }
                    .filter { !$0.0.isEmpty }
            }
            return [(text, item.place)]
        }
    }

    // MARK: Values of closed lists

    mutating func choice<Value: ClosedVocabulary>(_ field: FieldName, as type: Value.Type = Value.self) -> Value? {
        guard let value = value(field), let text = text(value, key: field.italian) else { return nil }
        return choice(text, key: field.italian, place: value.place)
    }

    mutating func choice<Value: ClosedVocabulary>(_ text: String, key: String, place: TextPlace) -> Value? {
        if let value = Value(named: text) { return value }
        let words = Value.allCases.flatMap { [$0.label.it, $0.label.en] + $0.aliases }
        let hint = Self.hint(Suggestion.nearest(to: text, among: words))
        let allowed = Value.allCases.map(\.label)
        report(
            .unknownValue, place,
            it:
                "`\(key)`: «\(text)» non è fra i valori possibili (\(allowed.map(\.it).joined(separator: ", ")))\(hint.it)",
            en:
                "`\(key)`: “\(text)” is not one of the possible values (\(allowed.map(\.en).joined(separator: ", ")))\(hint.en)"
        )
        return nil
    }

    mutating func flag(_ field: FieldName) -> Bool? {
        guard let value = value(field), let text = text(value, key: field.italian) else { return nil }
        switch ItalianText.folded(text) {
        case "si", "true", "yes", "vero", "x", "1": return true
        case "no", "false", "falso", "0": return false
        default:
            report(
                .unknownValue, value.place, it: "`\(field.italian)`: scrivi sì o no, non «\(text)»",
                en: "`\(field.rawValue)`: write yes or no, not “\(text)”")
            return nil
        }
    }

    // MARK: Dates, addresses

    mutating func date(_ field: FieldName) -> PartialDate? {
        value(field).flatMap { date($0, key: field.italian) }
    }

    mutating func date(_ value: RecordValue, key: String) -> PartialDate? {
        guard let text = text(value, key: key) else { return nil }
        if let date = PartialDate(text) { return date }
        report(
            .invalidDate, value.place,
            it: "`\(key)`: «\(text)» non è una data; scrivi l'anno (2019), il mese (2019-05) o il giorno (2019-05-14)",
            en: "`\(key)`: “\(text)” is no date; write the year (2019), the month (2019-05) or the day (2019-05-14)")
        return nil
    }

    mutating func url(_ value: RecordValue, key: String) -> String? {
        guard let text = text(value, key: key) else { return nil }
        let lower = text.lowercased()
        let rest =
            lower.hasPrefix("https://") ? lower.dropFirst(8) : lower.hasPrefix("http://") ? lower.dropFirst(7) : ""
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if host.contains("."), !host.hasPrefix("."), !text.contains(where: { $0.isWhitespace || "<>\"".contains($0) }) {
            return text
        }
        report(
            .invalidURL, value.place, it: "`\(key)`: «\(text)» non è un indirizzo web: deve cominciare con https://",
            en: "`\(key)`: “\(text)” is no web address: it must begin with https://")
        return nil
    }

    // MARK: Maps

    /// The fields of a map by canonical key; `nil`, and told, for a list. `keys` are (English, Italian); a plain text
    /// stands for the first.
    mutating func map(_ value: RecordValue, key: String, keys: [(en: String, it: String)]) -> [String: RecordValue]? {
        switch value.content {
        case .text:
            return [keys[0].en: value]
        case .list:
            report(
                .wrongType, value.place, it: "`\(key)` deve avere dei campi, come `\(keys[0].it): …`, non un elenco",
                en: "`\(key)` must have fields, such as `\(keys[0].en): …`, not be a list")
            return nil
        case .map(let fields):
            var values: [String: RecordValue] = [:]
            for field in fields {
                let typed = FieldName.normalized(field.key)
                let match = keys.first { FieldName.normalized($0.en) == typed || FieldName.normalized($0.it) == typed }
                if let match {
                    if !field.value.isEmpty { values[match.en] = field.value }
                } else {
                    reportUnknown(field, among: keys.flatMap { [$0.it, $0.en] })
                }
            }
            return values
        }
    }

    private mutating func reportUnknown(_ field: RecordField, among keys: [String]) {
        let hint = Self.hint(Suggestion.nearest(to: field.key, among: keys))
        report(
            .unknownField, field.keyPlace, it: "il campo `\(field.key)` non esiste e non viene letto\(hint.it)",
            en: "there is no field `\(field.key)`: it is not read\(hint.en)")
    }

    /// A sheet full of unknown names is another kind of text: after some suggestions it gets none.
    mutating func nearestHint(_ name: String, among names: some Sequence<String>) -> LocalizedText {
        hints += 1
        return Self.hint(hints > 20 ? nil : Suggestion.nearest(to: name, among: names))
    }

    static func hint(_ suggestion: String?) -> LocalizedText {
        guard let suggestion else { return LocalizedText(both: "") }
        return LocalizedText(it: "; forse volevi «\(suggestion)»?", en: "; did you mean “\(suggestion)”?")
    }
}
