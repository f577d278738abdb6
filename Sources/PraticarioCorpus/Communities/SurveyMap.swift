import PraticarioSystem

/// Which column of a survey's table is what: the `.yaml` beside the table. All columns that it does not name are questions.
package struct SurveyMap: Codable, Hashable, Sendable {
    /// The heading of the codes that respondents chose.
    package var respondent: String
    /// The heading of the column that says when somebody was asked.
    package var wave: String
    /// What stands there before the first meeting.
    package var before: [String]
    /// What stands there after the last one.
    package var after: [String]
    /// The best answer there is.
    package var maximum: Double?
    /// Headings that are no questions: times, remarks.
    package var ignored: [String] = []

    package init(respondent: String, wave: String, before: [String], after: [String], maximum: Double?) {
        self.respondent = respondent
        self.wave = wave
        self.before = before
        self.after = after
        self.maximum = maximum
    }

    /// Reads the file; `nil`, and told, where a needed key is missing.
    package static func read(_ bytes: [UInt8], path: String) -> (map: SurveyMap?, diagnostics: [Diagnostic]) {
        let (record, diagnostics) = Record.parse(yaml: bytes, path: path, malformed: .malformedColumnMap)
        guard !record.fields.isEmpty else { return (nil, diagnostics) }
        var reader = ValueReader(record, .none, diagnostics, allAs: .malformedColumnMap)
        let whole = RecordValue(content: .map(record.fields), place: record.origin.place)
        let map = FieldType<SurveyMap>.surveyMap.read(&reader, whole, LocalizedText(it: "questionario", en: "survey"))
        return (map, reader.diagnostics)
    }

    /// As `read` reads it.
    package var text: String {
        func list(_ texts: [String]) -> String { "[" + texts.map(YAMLText.quoted).joined(separator: ", ") + "]" }
        var lines = [
            "rispondente: " + YAMLText.quoted(respondent), "momento: " + YAMLText.quoted(wave),
            "prima: " + list(before), "dopo: " + list(after),
        ]
        if let maximum { lines.append("massimo: \(maximum.formattedPlainly)") }
        if !ignored.isEmpty { lines.append("tralascia: " + list(ignored)) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension FieldType<SurveyMap> {
    fileprivate static let surveyMap = FieldType.parts(
        [
            MapPart(required: "respondent", "rispondente", \.respondent),
            MapPart(required: "wave", "momento", \.wave),
            MapPart(items: "before", "prima", \.before, .text),
            MapPart(items: "after", "dopo", \.after, .text),
            MapPart("maximum", "massimo", \.maximum, .score),
            MapPart(items: "ignored", "tralascia", \.ignored, .text),
        ],
        into: SurveyMap(respondent: "", wave: "", before: [], after: [], maximum: nil), required: 4,
        missing: { _ in
            LocalizedText(
                it: "servono `rispondente`, `momento`, `prima` e `dopo`: quale colonna dice chi, quale dice quando",
                en: "`respondent`, `wave`, `before` and `after` are needed: which column says who, which says when")
        })
}

extension FieldType<Double> {
    fileprivate static let score = FieldType(
        shape: .text,
        read: { reader, value, key in
            guard let text = reader.text(value, key: key) else { return nil }
            if let number = Survey.score(text), number > 0 { return number }
            reader.report(
                .unknownValue, value.place, it: "`\(key.it)`: scrivi un numero, non «\(text)»",
                en: "`\(key.en)`: write a number, not “\(text)”")
            return nil
        },
        give: { .text($0.formattedPlainly) })
}

extension Double {
    /// Without a fraction where there is none.
    var formattedPlainly: String {
        self == rounded() ? String(Int(self)) : String(self)
    }
}
