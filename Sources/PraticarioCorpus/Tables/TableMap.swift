package import PraticarioSystem

/// Which column of a table is what, and what all its rows have in common: the `.yaml` beside the table.
package struct TableMap: Sendable {
    package struct Column: Sendable {
        package var heading: String
        package var target: TableTarget
        /// Where the file says so; the beginning of the file for a guess.
        package var place: TextPlace

        package init(heading: String, target: TableTarget, place: TextPlace = TextPlace(line: 1, column: 1)) {
            self.heading = heading
            self.target = target
            self.place = place
        }
    }

    package var columns: [Column]
    /// Values of every row that has none of its own.
    package var values: [(target: TableTarget, text: String)]

    package init(columns: [Column] = [], values: [(target: TableTarget, text: String)] = []) {
        self.columns = columns
        self.values = values
    }

    /// What a heading stands for; `nil` for one that is not named. Case, accents and spaces do not matter.
    package func target(of heading: String) -> TableTarget? {
        let key = FieldName.normalized(heading.trimmingSpaces())
        return columns.first { FieldName.normalized($0.heading) == key }?.target
    }

    /// Reads `colonne:` (or `columns:`) and `valori:` (or `values:`).
    package static func read(_ bytes: [UInt8], path: String) -> (map: TableMap, diagnostics: [Diagnostic]) {
        let yaml = YAMLReader.read(bytes, path: path, malformed: .malformedColumnMap)
        let source = yaml.source
        var diagnostics = yaml.diagnostics
        func report(_ place: TextPlace, it: String, en: String) {
            diagnostics.append(
                Diagnostic(
                    .malformedColumnMap, path: path, at: place, message: LocalizedText(it: it, en: en),
                    excerpt: source.line(at: place)))
        }
        func entries(_ field: RecordField) -> [(key: String, target: TableTarget, text: String, place: TextPlace)] {
            guard case .map(let fields) = field.value.content else {
                report(
                    field.keyPlace, it: "`\(field.key)` è un elenco di righe `nome: valore`",
                    en: "`\(field.key)` is a list of lines `name: value`")
                return []
            }
            return fields.compactMap { item in
                guard case .text(let text) = item.value.content else {
                    report(item.keyPlace, it: "qui serve un testo", en: "a text is needed here")
                    return nil
                }
                let isColumn = ["colonne", "columns"].contains(FieldName.normalized(field.key))
                let name = isColumn ? text : item.key
                guard let target = TableTarget(name) else {
                    let hint = FieldReader.hint(
                        Suggestion.nearest(to: name, among: FieldName.allCases.flatMap { [$0.italian, $0.rawValue] }))
                    report(
                        isColumn ? item.value.place : item.keyPlace,
                        it: "«\(name)» non è un campo della scheda né una sezione del testo\(hint.it)",
                        en: "“\(name)” is neither a field of the sheet nor a section of its text\(hint.en)")
                    return nil
                }
                return (item.key, target, text, item.keyPlace)
            }
        }
        var map = TableMap()
        for field in yaml.fields ?? [] {
            switch FieldName.normalized(field.key) {
            case "colonne", "columns":
                map.columns += entries(field).map { Column(heading: $0.key, target: $0.target, place: $0.place) }
            case "valori", "values":
                map.values += entries(field).map { ($0.target, $0.text) }
            default:
                report(
                    field.keyPlace, it: "qui si scrivono solo `colonne:` e `valori:`",
                    en: "only `columns:` and `values:` are written here")
            }
        }
        return (map, diagnostics)
    }

    /// The file beside the table.
    package func text(in language: Language) -> String {
        let isEnglish = language == .english
        var lines = [
            isEnglish
                ? "# Which column of the table is what; - is not read. May be corrected by hand."
                : "# Quale colonna della tabella è che cosa; - non si legge. Si corregge a mano.",
            isEnglish ? "columns:" : "colonne:",
        ]
        lines += columns.map { "  \(YAMLText.quoted($0.heading)): \(YAMLText.quoted($0.target.text(in: language)))" }
        lines.append(isEnglish ? "values:" : "valori:")
        lines += values.map { "  \($0.target.text(in: language)): \(YAMLText.quoted($0.text))" }
        return lines.joined(separator: "\n") + "\n"
    }
}
