import Foundation
import GRDB
import PraticarioCorpus
import PraticarioSearch

/// The statements that change an index.
///
/// A sheet's row needs its file to be in `file` and the checks between sheets to have let it in: `store` keeps what
/// a file gave, `settle` makes `sheet` and `words` agree with what was let in.
struct IndexWriter {
    private let db: Database
    /// Rows of sheets stored in this update, so that `settle` need not make them again.
    private let fresh = Fresh()

    private final class Fresh {
        var rows: [Origin: StoredSheet.SheetRow] = [:]
    }

    init(_ db: Database) {
        self.db = db
    }

    /// Forgets a file, and its sheets.
    func remove(_ path: String) throws {
        let rows = try Int.fetchAll(
            db.cachedStatement(sql: "SELECT row FROM sheet WHERE path = ?"), arguments: [path])
        for row in rows { try removeSheet(Origin(path: path, storedRow: row)) }
        for table in ["file", "draft", "reference"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE path = ?").execute(arguments: [path])
        }
    }

    private func removeSheet(_ origin: Origin) throws {
        let arguments: StatementArguments = [origin.path, origin.storedRow]
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT rowid, \(TextColumn.names) FROM sheet WHERE path = ? AND row = ?"),
            arguments: arguments)
        guard let row else { return }
        // FTS5 must be told the very texts that it indexed.
        let texts = TextColumn.all.map { row[$0] as String }
        try db.cachedStatement(
            sql:
                "INSERT INTO words (words, rowid, \(TextColumn.names)) VALUES ('delete', ?, \(TextColumn.placeholders))"
        ).execute(arguments: [row["rowid"] as Int64] + StatementArguments(texts))
        try db.cachedStatement(sql: "DELETE FROM sheet WHERE path = ? AND row = ?").execute(arguments: arguments)
    }

    func store(_ file: StoredFile) throws {
        var arguments: StatementArguments = [file.file.path]
        arguments += file.file.stamp.arguments
        arguments += [file.digest, file.errors, file.warnings, file.diagnosticsJSON]
        try db.cachedStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: arguments)
        for sheet in file.sheets { try store(sheet) }
    }

    private func store(_ sheet: StoredSheet) throws {
        let outline = sheet.outline
        let origin = outline.origin
        try db.cachedStatement(sql: "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            origin.path, origin.storedRow, outline.id, outline.idPlace.line, outline.idPlace.column,
            outline.reviewBy?.iso8601, outline.reviewPlace?.line, outline.reviewPlace?.column, sheet.entryJSON,
        ])
        for reference in outline.references {
            try db.cachedStatement(sql: "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?)").execute(arguments: [
                origin.path, origin.storedRow, reference.target, reference.place.line, reference.place.column,
                reference.excerpt,
            ])
        }
        fresh.rows[origin] = sheet.row
    }

    /// Makes words that are new to the index ready to be suggested for misspelled ones.
    func storeSpellings() throws {
        let known = try db.cachedStatement(sql: "SELECT 1 FROM spelling WHERE deletion = ?1 AND word = ?1")
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO spelling VALUES (?, ?)")
        let words = fresh.rows.values.reduce(into: Set<String>()) { $0.formUnion($1.spellings) }
        for word in words.sorted() where try Int.fetchOne(known, arguments: [word]) == nil {
            for deletion in Spelling.deletions(of: word) { try insert.execute(arguments: [deletion, word]) }
        }
    }

    /// What the checks between sheets look at, of all files, in the order of their origins.
    func outlines() throws -> [SheetOutline] {
        var references: [Origin: [SheetOutline.Reference]] = [:]
        let stored = try Row.fetchCursor(
            db, sql: "SELECT path, row, target, line, \"column\", excerpt FROM reference ORDER BY rowid")
        while let row = try stored.next() {
            let origin = Origin(path: row[0], storedRow: row[1])
            references[origin, default: []].append(
                SheetOutline.Reference(
                    target: row[2], place: origin.place(line: row[3], column: row[4]), excerpt: row[5]))
        }
        var outlines: [SheetOutline] = []
        let drafts = try Row.fetchCursor(
            db,
            sql: """
                SELECT path, row, id, id_line, id_column, review_by, review_line, review_column FROM draft
                ORDER BY path, row
                """)
        while let row = try drafts.next() {
            let origin = Origin(path: row[0], storedRow: row[1])
            let review: TextPlace? = (row[6] as Int?).flatMap { line in
                (row[7] as Int?).map { origin.place(line: line, column: $0) }
            }
            outlines.append(
                SheetOutline(
                    origin: origin, id: row[2], idPlace: origin.place(line: row[3], column: row[4]),
                    references: references[origin] ?? [], reviewBy: (row[5] as String?).flatMap(PartialDate.init),
                    reviewPlace: review))
        }
        return outlines
    }

    /// Takes out the sheets that are no longer let in, and puts in those that now are.
    func settle(_ accepted: Set<Origin>, _ values: FacetValues) throws {
        let present = try Set(
            Row.fetchAll(db, sql: "SELECT path, row FROM sheet").map { Origin(path: $0[0], storedRow: $0[1]) })
        for origin in present.subtracting(accepted).sorted() { try removeSheet(origin) }
        var next = try Int64.fetchOne(db, sql: "SELECT coalesce(max(rowid), -1) + 1 FROM sheet") ?? 0
        for origin in accepted.subtracting(present).sorted() {
            try insert(origin, rowid: next, values)
            next += 1
        }
    }

    private func insert(_ origin: Origin, rowid: Int64, _ values: FacetValues) throws {
        let stored = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, entry FROM draft WHERE path = ? AND row = ?"),
            arguments: [origin.path, origin.storedRow])
        guard let stored else { throw IndexProblem.unusable }
        let row =
            try fresh.rows[origin] ?? StoredSheet.SheetRow(StoredSheet.decode(Entry.self, stored["entry"]), values)
        var arguments: StatementArguments = [rowid, origin.path, origin.storedRow, stored["id"] as String]
        arguments += [row.length, row.updated, row.titleKey, Data(row.facets), row.organizations, row.community]
        arguments += StatementArguments(row.texts)
        try db.cachedStatement(
            sql: "INSERT INTO sheet VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(TextColumn.placeholders))"
        ).execute(arguments: arguments)
        try db.cachedStatement(
            sql: "INSERT INTO words (rowid, \(TextColumn.names)) VALUES (?, \(TextColumn.placeholders))"
        ).execute(arguments: [rowid] + StatementArguments(row.texts))
    }
}
