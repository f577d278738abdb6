import ItalianText
package import Praticario
package import PraticarioCorpus
package import PraticarioSearch
package import PraticarioSystem

/// Takes the rows of a spreadsheet into a table of the knowledge base.
///
/// A pure plan: what the table will be, what is wrong with which row, what must go back to who answered. A dry run
/// makes the same plan and writes nothing.
package struct TableImport: Sendable {
    /// Which column is what, as proposed from the headings or as the table already has it.
    package private(set) var map: TableMap
    /// Columns that ask who answered: they are not taken along.
    package let personalColumns: [String]
    /// Columns that the person named and that are not there.
    package let missingColumns: [String]
    /// Of the headings, where something stands above them.
    package let headerRow: Int?
    /// The table after the import, `id` first, as CSV.
    package private(set) var table = ""
    /// What the file says, to be compared with what it says next time, as CSV; `nil` for rows that come back corrected.
    package private(set) var origin: String?
    /// The rows that need an answer, with a column that says which, as CSV; `nil` when there are none.
    package private(set) var toCorrect: String?
    /// Whether there is any row that says something.
    package let hasRows: Bool
    /// Whether there are rows, and none says anything in the columns that are read.
    package let isIllegible: Bool
    /// How many rows there are of each sort.
    package private(set) var counts = Counts()
    /// Cells that the file has changed.
    package private(set) var changes: [Change] = []
    /// The rows that cannot become a sheet as they are, by their numbers.
    package private(set) var unfitRows: [Int] = []
    private let comingRows: IncomingRows
    /// By row of the spreadsheet: what is wrong, and what looks like a sheet that is there already.
    package private(set) var diagnostics: [Diagnostic] = []

    package struct Counts: Hashable, Sendable {
        /// Rows that are new.
        package var added = 0
        /// Rows of which cells changed.
        package var updated = 0
        /// Rows that are as they were.
        package var unchanged = 0
        /// Rows that stay out: for want of a title or a kind, or since another file has their id.
        package var leftOut = 0
        /// Rows that were taken out of the table, and stay out.
        package var deleted = 0

        package init(added: Int = 0, updated: Int = 0, unchanged: Int = 0, leftOut: Int = 0, deleted: Int = 0) {
            (self.added, self.updated, self.unchanged) = (added, updated, unchanged)
            (self.leftOut, self.deleted) = (leftOut, deleted)
        }
    }

    /// A cell that the file has changed.
    package struct Change: Hashable, Sendable {
        package let row: Int
        package let heading: String
        package let before: String
        package let after: String

        package init(row: Int, heading: String, before: String, after: String) {
            (self.row, self.heading, self.before, self.after) = (row, heading, before, after)
        }
    }

    /// A cell of a row that comes in.
    package struct GivenCell: Hashable, Sendable {
        package let heading: String
        /// From 1.
        package let column: Int
        /// As the file has it.
        package let given: String
        /// What is taken in: that, or what was typed over it.
        package let text: String

        package init(heading: String, column: Int, given: String, text: String) {
            (self.heading, self.column) = (heading, column)
            (self.given, self.text) = (given, text)
        }
    }

    /// A row of the file as it would be taken in, by its number; `nil` where there is none that says something.
    package func cells(ofRow number: Int) -> [GivenCell]? { comingRows.cells(ofRow: number) }

    /// Whether the file has such a row, and it says something.
    package func hasRow(_ number: Int) -> Bool { comingRows.row(number) != nil }

    /// What is there before the import.
    package struct Present: Sendable {
        /// The table's own bytes and column map; `nil` for a new one.
        package var table: [UInt8]?
        package var map: [UInt8]?
        /// What the file said last time.
        package var origin: [UInt8]?
        /// The sheets of the table, and those that stand elsewhere.
        package var own: [EntryHead]
        package var others: [EntryHead]

        package init(
            table: [UInt8]? = nil, map: [UInt8]? = nil, origin: [UInt8]? = nil, own: [EntryHead] = [],
            others: [EntryHead] = []
        ) {
            (self.table, self.map, self.origin, self.own, self.others) = (table, map, origin, own, others)
        }
    }

    /// - Parameter path: of the spreadsheet, for messages.
    /// - Throws: `ImportProblem`.
    package init(
        _ bytes: [UInt8], path: String, _ options: KnowledgeBase.ImportOptions, into present: Present,
        _ vocabularies: Vocabularies, language: Language
    ) throws {
        let known = present.map.map { TableMap.read($0, path: "").map }
        let incoming = try ImportedTable(
            bytes, path: path, headerRow: options.headerRow, map: known, typed: options.typed)
        let columns = ImportColumns(incoming, present: known, options)
        map = columns.map
        personalColumns = columns.personal
        missingColumns = columns.missing
        headerRow = incoming.hasRowsAbove ? incoming.header?.number : nil
        diagnostics = incoming.diagnostics + columns.diagnostics

        var rows = IncomingRows(incoming, map, personal: columns.personal, typed: options.typed)
        comingRows = rows
        hasRows = !rows.rows.isEmpty
        isIllegible = rows.rows.isEmpty && !incoming.rows.isEmpty
        let kept = rows.kept
        var merge = TableMerge(
            table: present.table.map { KeptTable($0, map: columns.map) } ?? KeptTable(map: columns.map),
            // A table that was thrown away begins anew.
            origin: present.table == nil ? nil : present.origin.map { KeptTable($0, map: columns.map) },
            map: map, kept: kept, isCorrection: incoming.isCorrection)
        rows.identify(merge.table, merge.origin, map)
        rows.layOut(merge.table)

        let publication = Self.publicationColumn(map, table: merge.table)
        var isHeldBack = false
        var corrections = CorrectionSheet(incoming.headings, map, language)
        var duplicates = NearDuplicates(vocabularies.analyzer)
        let elsewhere = Dictionary(present.others.map { ($0.id, $0) }) { first, _ in first }
        let incomingIDs = Set(rows.rows.map(\.id))
        for head in present.others + present.own.filter({ !incomingIDs.contains($0.id) }) {
            _ = duplicates.takes(id: head.id, title: head.title, territories: head.territories)
        }
        for row in rows.rows {
            func isFit() -> Bool {
                guard let record = rows.remembered(row.id, merge.origin, map) else { return false }
                return Entry.validate(record, vocabularies).entry != nil
            }
            let outcome = merge.outcome(row.id, row.cells, typed: row.typed, wasFit: isFit)
            if let other = elsewhere[row.id] {
                if merge.origin.contains(row.id) {
                    counts.deleted += 1
                    diagnostics.append(rows.diagnostic(.deletedRow, row, Told.moved(other)))
                } else {
                    counts.leftOut += 1
                    unfitRows.append(row.number)
                    let problem = rows.diagnostic(.duplicateID, row, Told.taken(row.id, by: other))
                    diagnostics.append(problem)
                    corrections.add(row.id, row.cells, [problem])
                }
                continue
            }
            if case .deleted = outcome {
                counts.deleted += 1
                diagnostics.append(rows.diagnostic(.deletedRow, row, Told.deleted(row.id)))
                if !options.takesNewOnly { merge.remember(row.id, row.given) }
                continue
            }
            var cells = row.cells
            var problems: [Diagnostic] = []
            var isNew = false
            switch outcome {
            case .deleted: break
            case .new: isNew = true
            case .merged(let changed, let corrected):
                if options.takesNewOnly {
                    counts.unchanged += 1
                } else {
                    merge.apply(changed, to: row.id)
                    if changed.isEmpty { counts.unchanged += 1 } else { counts.updated += 1 }
                    changes += changed.map { rows.change($0, row) }
                    problems += corrected.map { rows.diagnostic($0, row) }
                }
                cells = rows.cells(row, merge.table)
            }
            let record = rows.record(row, cells, isNew ? nil : merge.table)
            let (entry, _, found) = record.map { Entry.validate($0, vocabularies) } ?? (nil, nil, [])
            problems += found
            if let twin = row.twin { problems.append(rows.diagnostic(.repeatedID, row, Told.twin(twin, row.id))) }
            if isNew {
                if let entry {
                    counts.added += 1
                    merge.add(row.id, row.cells)
                    let isOut = entry.publication == .published && entry.isIncomplete
                    if isOut || (entry.publication != .draft && rows.isEmpty(row, publication)) {
                        merge.set(Publication.draft.label.it, row.id, heading: publication)
                        isHeldBack = true
                    }
                } else {
                    counts.leftOut += 1
                }
            }
            if isNew || !options.takesNewOnly { merge.remember(row.id, row.given) }
            if entry == nil { unfitRows.append(row.number) }
            if let entry {
                let other = duplicates.takes(id: entry.id, title: entry.title, territories: entry.territories)
                // Rows that would have one id are told as such.
                if let other, row.twin == nil {
                    problems.append(rows.diagnostic(.nearDuplicate, row, NearDuplicates.message(other)))
                }
            }
            if entry == nil || problems.contains(where: CorrectionSheet.needsAnswer) {
                corrections.add(row.id, cells, problems)
            }
            diagnostics += problems
        }
        if isHeldBack, map.lookup.target(of: publication) == nil {
            map.columns.append(TableMap.Column(heading: publication, target: .field(.publication)))
        }
        map.words = Self.words(map, diagnostics, rows)
        diagnostics.sort(by: Diagnostic.inReadingOrder)
        table = merge.table.csv
        origin = incoming.isCorrection ? nil : merge.origin.csv
        toCorrect = corrections.csv
        guard readsBack else { throw ImportProblem.notReadBack(path) }
    }

    /// Where a new row says that it is a draft, though its table says something else of all rows, or it has an error: nothing
    /// goes out because it came in.
    private static func publicationColumn(_ map: TableMap, table: KeptTable) -> String {
        let target = TableTarget.field(.publication)
        if let own = map.columns.first(where: { $0.target == target }) { return own.heading }
        let label = FieldName.publication.row.label.it
        return map.lookup.target(of: label) == nil ? label : label + " (stato)"
    }

    /// Values that nobody understands get a line each in the column map, where their meaning can be written once for all.
    private static func words(_ map: TableMap, _ diagnostics: [Diagnostic], _ rows: IncomingRows) -> [TableMap.Word] {
        var words = map.words
        let lookup = map.lookup
        var known = Set(words.map { [$0.target.text(in: .italian), TextKey.folded($0.theirs)] })
        for problem in diagnostics where ProblemGroup.hasForeignWord(problem) && words.count < 200 {
            guard let value = ProblemGroup.value(of: problem), value.utf8.count <= 120, let place = problem.place,
                let heading = rows.heading(ofColumn: place.column), let target = lookup.target(of: heading),
                known.insert([target.text(in: .italian), TextKey.folded(value)]).inserted
            else { continue }
            words.append(TableMap.Word(target, theirs: value, ours: ""))
        }
        return words
    }

    /// Whether table and column map, once written, say what they are to say.
    private var readsBack: Bool {
        let text = Array(map.text(in: .italian).utf8)
        let (read, problems) = TableMap.read(text, path: "")
        guard problems.isEmpty, Set(read.words) == Set(map.words),
            read.columns.map(\.heading) == map.columns.map(\.heading),
            read.columns.map(\.target) == map.columns.map(\.target),
            read.values.map(\.target) == map.values.map(\.target), read.values.map(\.text) == map.values.map(\.text)
        else { return false }
        return [table, origin].compactMap { $0 }.allSatisfy { KeptTable(Array($0.utf8), map: map).csv == $0 }
    }
}
