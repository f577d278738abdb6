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

    /// A word of those who answered, and what it is here.
    package struct Word: Hashable, Sendable {
        package var target: TableTarget
        package var theirs: String
        /// Empty where nobody has said yet, `-` for nothing.
        package var ours: String

        package init(_ target: TableTarget, theirs: String, ours: String) {
            self.target = target
            self.theirs = theirs
            self.ours = ours
        }
    }

    package var columns: [Column]
    /// Values of every row that has none of its own.
    package var values: [(target: TableTarget, text: String)]
    /// Their words and ours, for the whole table.
    package var words: [Word]

    package init(
        columns: [Column] = [], values: [(target: TableTarget, text: String)] = [], words: [Word] = []
    ) {
        self.columns = columns
        self.values = values
        self.words = words
    }

    /// What headings stand for.
    package struct Lookup: Sendable {
        private let targets: [String: TableTarget]

        fileprivate init(_ columns: [Column]) {
            targets = Dictionary(columns.map { (FieldName.normalized($0.heading), $0.target) }) { first, _ in first }
        }

        /// `nil` for a heading that is not named. Case, accents and spaces do not matter.
        package func target(of heading: String) -> TableTarget? {
            targets[FieldName.normalized(heading.trimmingSpaces())]
        }
    }

    /// Made once for many headings.
    package var lookup: Lookup { Lookup(columns) }

    /// The keys of the file.
    private enum Key: String, FieldKey {
        case columns, values, words

        var english: String { rawValue }
        var italian: String {
            switch self {
            case .columns: "colonne"
            case .values: "valori"
            case .words: "parole"
            }
        }

        static let byKey = keyTable()
    }

    /// Reads `colonne:` (or `columns:`), `valori:` (or `values:`) and `parole:` (or `words:`).
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
        for field in fields(of: .words, &reader) {
            guard let target = target(field.key, field.keyPlace, &reader) else { continue }
            guard case .map(let words) = field.value.content else {
                if !field.value.isEmpty { reportNoList(field.key, field.keyPlace, &reader) }
                continue
            }
            for line in lines(of: words, &reader) {
                map.words.append(Word(target, theirs: line.key, ours: line.text))
            }
        }
        return (map, reader.diagnostics)
    }

    private typealias Line = (key: String, keyPlace: TextPlace, text: String, valuePlace: TextPlace)

    private static func lines(of key: Key, _ reader: inout FieldReader<Key>) -> [Line] {
        lines(of: fields(of: key, &reader), &reader)
    }

    private static func fields(of key: Key, _ reader: inout FieldReader<Key>) -> [RecordField] {
        guard let value = reader.value(key) else { return [] }
        guard case .map(let fields) = value.content else {
            reportNoList(key.italian, reader.keyPlace(of: key), &reader)
            return []
        }
        return fields
    }

    private static func reportNoList(_ key: String, _ place: TextPlace?, _ reader: inout FieldReader<Key>) {
        reader.report(
            .wrongType, place, it: "`\(key)` è un elenco di righe `nome: valore`",
            en: "`\(key)` is a list of lines `name: value`")
    }

    private static func lines(of fields: [RecordField], _ reader: inout FieldReader<Key>) -> [Line] {
        fields.compactMap { item in
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
        for column in columns {
            lines += YAMLText.line(column.heading, column.target.text(in: language), indent: 2)
        }
        lines.append(Key.values.key(in: language) + ":")
        lines += values.map { "  \(YAMLText.quoted($0.target.text(in: language))): \(YAMLText.quoted($0.text))" }
        if !words.isEmpty {
            lines += [
                language.say(
                    "# Le parole di chi ha risposto e le nostre; vuote: da scrivere. Valgono per tutta la tabella.",
                    "# Words of those who answered, and ours; empty: to be written. They hold for the whole table."),
                Key.words.key(in: language) + ":",
            ]
            var targets: [TableTarget] = []
            for word in words where !targets.contains(word.target) { targets.append(word.target) }
            for target in targets {
                lines.append("  \(YAMLText.quoted(target.text(in: language))):")
                for word in words where word.target == target {
                    lines += YAMLText.line(word.theirs, word.ours, indent: 4)
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
