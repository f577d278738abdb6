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
        targets[Self.key(heading)]
    }

    /// What the columns stand for, by `key` of their headings: for whoever asks for many.
    var targets: [String: TableTarget] {
        Dictionary(columns.map { (FieldName.normalized($0.heading), $0.target) }) { first, _ in first }
    }

    static func key(_ heading: String) -> String {
        FieldName.normalized(heading.trimmingSpaces())
    }

    /// The keys of the file.
    private enum Key: String, FieldKey {
        case columns, values

        var english: String { rawValue }
        var italian: String { self == .columns ? "colonne" : "valori" }

        static let byKey = keyTable()
    }

    /// Reads `colonne:` (or `columns:`) and `valori:` (or `values:`).
    package static func read(_ bytes: [UInt8], path: String) -> (map: TableMap, diagnostics: [Diagnostic]) {
        let (record, diagnostics) = Record.parse(yaml: bytes, path: path, malformed: .malformedColumnMap)
        var reader = FieldReader<Key>(record, .none, diagnostics, allAs: .malformedColumnMap)
        var map = TableMap()
        for line in lines(of: .columns, &reader) {
            guard let target = target(line.text, line.valuePlace, &reader) else { continue }
            map.columns.append(Column(heading: line.key, target: target, place: line.keyPlace))
        }
        for line in lines(of: .values, &reader) {
            guard let target = target(line.key, line.keyPlace, &reader) else { continue }
            map.values.append((target, line.text))
        }
        return (map, reader.diagnostics)
    }

    private typealias Line = (key: String, keyPlace: TextPlace, text: String, valuePlace: TextPlace)

    private static func lines(of key: Key, _ reader: inout FieldReader<Key>) -> [Line] {
        guard let value = reader.value(key) else { return [] }
        guard case .map(let fields) = value.content else {
            reader.report(
                .wrongType, reader.keyPlace(of: key), it: "`\(key.italian)` è un elenco di righe `nome: valore`",
                en: "`\(key.english)` is a list of lines `name: value`")
            return []
        }
        return fields.compactMap { item in
            guard case .text(let text) = item.value.content else {
                reader.report(.wrongType, item.keyPlace, it: "qui serve un testo", en: "a text is needed here")
                return nil
            }
            return (item.key, item.keyPlace, text, item.value.place)
        }
    }

    private static func target(
        _ name: String, _ place: TextPlace, _ reader: inout FieldReader<Key>
    ) -> TableTarget? {
        if let target = TableTarget(name) { return target }
        let hint = reader.values.nearestHint(name, among: FieldName.allKeys)
        reader.report(
            .unknownValue, place, it: "«\(name)» non è un campo della scheda né una sezione del testo\(hint.it)",
            en: "“\(name)” is neither a field of the sheet nor a section of its text\(hint.en)")
        return nil
    }

    /// The file beside the table.
    package func text(in language: Language) -> String {
        var lines = [
            language.say(
                "# Quale colonna della tabella è che cosa; - non si legge. Si corregge a mano.",
                "# Which column of the table is what; - is not read. May be corrected by hand."),
            Key.columns.key(in: language) + ":",
        ]
        lines += columns.map { "  \(YAMLText.quoted($0.heading)): \(YAMLText.quoted($0.target.text(in: language)))" }
        lines.append(Key.values.key(in: language) + ":")
        lines += values.map { "  \($0.target.text(in: language)): \(YAMLText.quoted($0.text))" }
        return lines.joined(separator: "\n") + "\n"
    }
}
