import ItalianText
package import PraticarioCorpus
package import PraticarioSearch
package import PraticarioSystem

/// Takes the rows of a spreadsheet into a table of the knowledge base.
///
/// A pure plan: what the table will be, what is wrong with which row, what must go back to who answered. A dry run
/// makes the same plan and writes nothing.
package struct TableImport: Sendable {
    /// Which column is what, as proposed from the headings or as the table already has it.
    package let map: TableMap
    /// Columns that ask who answered: they are not taken along.
    package let personalColumns: [String]
    /// The table after the import, `id` first, as CSV.
    package let table: String
    /// The rows that need an answer, with a column that says which, as CSV; `nil` when there are none.
    package let toCorrect: String?
    /// Rows that are new, that replace a row of the same id, and that stay out for want of a title or a kind.
    package let added: Int
    package let updated: Int
    package let leftOut: Int
    /// By row of the spreadsheet: what is wrong, and what looks like a sheet that is there already.
    package let diagnostics: [Diagnostic]

    /// What is there before the import.
    package struct Present: Sendable {
        /// The table's own bytes and column map; `nil` for a new one.
        package var table: [UInt8]?
        package var map: [UInt8]?
        /// The sheets that stand elsewhere.
        package var others: [EntryHead]

        package init(table: [UInt8]? = nil, map: [UInt8]? = nil, others: [EntryHead] = []) {
            (self.table, self.map, self.others) = (table, map, others)
        }
    }

    /// - Parameters:
    ///   - path: of the spreadsheet, for messages.
    ///   - kind: of the rows that state none.
    ///   - overrides: columns that the person named, by heading.
    package init(
        _ bytes: [UInt8], path: String, kind: EntryKind, overrides: [String: TableTarget], into present: Present,
        _ vocabularies: Vocabularies, language: Language
    ) {
        let (text, csvProblems) = CSVText.read(bytes, path: path)
        let headings = (text.rows.first?.cells ?? []).map { Self.heading($0) }
        let map = Self.map(headings, kind, overrides, present)
        let personal = headings.filter { HeadingGuess.isPersonal($0) && map.target(of: $0) == .ignored }
        self.map = TableMap(columns: map.columns.filter { !personal.contains($0.heading) }, values: map.values)
        personalColumns = personal

        var stored = StoredRows(present.table, map: map)
        var duplicates = NearDuplicates(vocabularies.analyzer)
        let elsewhere = Dictionary(present.others.map { ($0.id, $0) }) { first, _ in first }
        for head in present.others { _ = duplicates.takes(head) }
        var diagnostics = csvProblems
        var corrections: [(cells: [String], problems: [String])] = []
        var counts = (added: 0, updated: 0, leftOut: 0)
        let reader = TableRowReader(headings: headings, map: map, path: path)
        for row in text.rows.dropFirst() {
            guard let record = reader.record(row) else { continue }
            var (entry, _, problems) = Entry.validate(record, vocabularies)
            if let entry {
                if let other = elsewhere[entry.id] {
                    problems.append(Self.taken(entry.id, by: other, record))
                } else if let similar = duplicates.takes(EntryHead(entry)) {
                    problems.append(Self.similar(to: similar, record))
                }
            }
            let needsAnswer = problems.contains { $0.severity == .error }
            let isElsewhere = entry.map { elsewhere[$0.id] != nil } ?? false
            if needsAnswer || entry == nil {
                corrections.append(
                    (
                        [entry?.id ?? record.fallbackID] + row.cells,
                        problems.filter { $0.severity == .error }.map { $0.message[language] }
                    ))
            }
            if let entry, !isElsewhere {
                if stored.put(entry.id, headings, row.cells) { counts.updated += 1 } else { counts.added += 1 }
            } else {
                counts.leftOut += 1
            }
            diagnostics += problems
        }
        (added, updated, leftOut) = counts
        self.diagnostics = diagnostics.sorted(by: Diagnostic.inReadingOrder)
        table = stored.csv(leavingOut: Set(personal))
        toCorrect = Self.csv(corrections, headings: headings, language)
    }

    /// Forms mark what is required with an asterisk, some programs leave line breaks in headings.
    private static func heading(_ cell: String) -> String {
        var heading = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while heading.hasSuffix("*") || heading.hasSuffix(" ") { heading.removeLast() }
        return heading
    }

    private static func map(
        _ headings: [String], _ kind: EntryKind, _ overrides: [String: TableTarget], _ present: Present
    ) -> TableMap {
        var map = present.map.map { TableMap.read($0, path: "").map } ?? TableMap()
        let known = Set(map.columns.map { FieldName.normalized($0.heading) })
        let guessed = HeadingGuess.columns(headings)
        var taken = Set(map.columns.map(\.target))
        for column in guessed where !known.contains(FieldName.normalized(column.heading)) {
            let isFree = column.target.takesSeveral || taken.insert(column.target).inserted
            map.columns.append(TableMap.Column(heading: column.heading, target: isFree ? column.target : .ignored))
        }
        for (heading, target) in overrides {
            if let index = map.columns.firstIndex(where: {
                FieldName.normalized($0.heading) == FieldName.normalized(heading)
            }) {
                map.columns[index].target = target
            }
        }
        if !map.columns.contains(where: { $0.target == .field(.id) }) {
            map.columns.insert(TableMap.Column(heading: "id", target: .field(.id)), at: 0)
        }
        func setDefault(_ target: TableTarget, _ text: String) {
            if !map.values.contains(where: { $0.target == target }) { map.values.append((target, text)) }
        }
        setDefault(.field(.kind), kind.label.it)
        setDefault(.field(.publication), Publication.draft.label.it)
        return map
    }

    private static func taken(_ id: String, by other: EntryHead, _ record: Record) -> Diagnostic {
        record.diagnostic(
            .duplicateID, at: record.origin.place,
            LocalizedText(
                it: "l'id `\(id)` è già di \(other.origin.path): la riga non si aggiunge; correggi quella scheda",
                en: "the id `\(id)` already belongs to \(other.origin.path): the row is not added; correct that sheet"))
    }

    private static func similar(to other: (id: String, title: String), _ record: Record) -> Diagnostic {
        record.diagnostic(
            .nearDuplicate, at: record.origin.place,
            LocalizedText(
                it: "somiglia a «\(other.title)» (\(other.id)): se è la stessa, tienine una",
                en: "it resembles “\(other.title)” (\(other.id)): if it is the same, keep one"))
    }

    private static func csv(
        _ rows: [(cells: [String], problems: [String])], headings: [String], _ language: Language
    ) -> String? {
        guard !rows.isEmpty else { return nil }
        let writer = CSVWriter(.excel)
        let hasID = headings.contains { FieldName.normalized($0) == "id" }
        var text = writer.preamble + writer.line((hasID ? [] : ["id"]) + headings + ["problema"])
        for (cells, problems) in rows {
            let own = hasID ? Array(cells.dropFirst()) : cells
            let width = headings.count + (hasID ? 0 : 1)
            let padded = own + [String](repeating: "", count: max(0, width - own.count))
            text += writer.line(Array(padded.prefix(width)) + [problems.joined(separator: "; ")])
        }
        return text
    }
}

/// The rows of a table as they are kept: by id, in their order, each column found by its heading.
private struct StoredRows {
    private var headings: [String] = ["id"]
    private var ids: [String] = []
    private var rows: [String: [String: String]] = [:]

    /// The rows that the table has; without an `id` column each gets the id that it has had until now.
    init(_ bytes: [UInt8]?, map: TableMap) {
        guard let bytes else { return }
        let text = CSVText.read(bytes, path: "").text
        let own = text.rows.first?.cells ?? []
        let reader = TableRowReader(headings: own, map: map, path: "")
        for row in text.rows.dropFirst() {
            guard let record = reader.record(row) else { continue }
            let written = record.fields.first { $0.key == FieldName.id.rawValue }?.value.text
            _ = put(written ?? record.fallbackID, own, row.cells)
        }
    }

    /// Whether there was a row with this id, which the new one replaces. Columns that the new one lacks stay.
    mutating func put(_ id: String, _ headings: [String], _ cells: [String]) -> Bool {
        for heading in headings where !heading.isEmpty && !self.headings.contains(heading) {
            self.headings.append(heading)
        }
        var row = rows[id] ?? [:]
        let existed = rows[id] != nil
        for (heading, cell) in zip(headings, cells) where !heading.isEmpty { row[heading] = cell }
        row["id"] = id
        rows[id] = row
        if !existed { ids.append(id) }
        return existed
    }

    func csv(leavingOut personal: Set<String>) -> String {
        let kept = headings.filter { !personal.contains($0) && FieldName.normalized($0) != "problema" }
        let writer = CSVWriter(.excel)
        var text = writer.preamble + writer.line(kept)
        for id in ids { text += writer.line(kept.map { rows[id]?[$0] ?? "" }) }
        return text
    }
}
