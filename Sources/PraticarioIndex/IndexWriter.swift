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
    /// Rows of files stored in this update, so that `settle` need not make them again.
    private let fresh = Fresh()

    private final class Fresh {
        var rows: [String: StoredSheet.SheetRow] = [:]
    }

    init(_ db: Database) {
        self.db = db
    }

    /// Forgets a file, and its sheet.
    func remove(_ path: String) throws {
        try removeSheet(path)
        for table in ["file", "reference"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE path = ?").execute(arguments: [path])
        }
    }

    private func removeSheet(_ path: String) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT rowid, \(TextColumn.names) FROM sheet WHERE path = ?"), arguments: [path])
        guard let row else { return }
        // FTS5 must be told the very texts that it indexed.
        let texts = TextColumn.all.map { row[$0] as String }
        try db.cachedStatement(
            sql:
                "INSERT INTO words (words, rowid, \(TextColumn.names)) VALUES ('delete', ?, \(TextColumn.placeholders))"
        ).execute(arguments: [row["rowid"] as Int64] + StatementArguments(texts))
        try db.cachedStatement(sql: "DELETE FROM sheet WHERE path = ?").execute(arguments: [path])
    }

    func store(_ sheet: StoredSheet) throws {
        let outline = sheet.outline
        var arguments: StatementArguments = [sheet.file.path]
        arguments += sheet.file.stamp.arguments
        arguments += [
            sheet.digest, outline?.id, outline?.idPlace.line, outline?.idPlace.column, outline?.reviewBy?.iso8601,
            outline?.reviewPlace?.line, outline?.reviewPlace?.column, sheet.entryJSON, sheet.diagnosticsJSON,
        ]
        try db.cachedStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: arguments)
        for reference in outline?.references ?? [] {
            try db.cachedStatement(sql: "INSERT INTO reference VALUES (?, ?, ?, ?, ?)").execute(arguments: [
                sheet.file.path, reference.target, reference.place.line, reference.place.column, reference.excerpt,
            ])
        }
        fresh.rows[sheet.file.path] = sheet.row
    }

    /// What the checks between sheets look at, of all files, by the bytes of their paths.
    func outlines() throws -> [SheetOutline] {
        var references: [String: [SheetOutline.Reference]] = [:]
        let stored = try Row.fetchCursor(db, sql: "SELECT * FROM reference ORDER BY rowid")
        while let row = try stored.next() {
            references[row["path"], default: []].append(
                SheetOutline.Reference(
                    target: row["target"], place: Place(line: row["line"], column: row["column"]),
                    excerpt: row["excerpt"]))
        }
        var outlines: [SheetOutline] = []
        let files = try Row.fetchCursor(
            db,
            sql: """
                SELECT path, id, id_line, id_column, review_by, review_line, review_column FROM file
                WHERE id IS NOT NULL ORDER BY path
                """)
        while let row = try files.next() {
            let review: Place? = (row[5] as Int?).flatMap { line in
                (row[6] as Int?).map { Place(line: line, column: $0) }
            }
            outlines.append(
                SheetOutline(
                    path: row[0], id: row[1], idPlace: Place(line: row[2], column: row[3]),
                    references: references[row[0]] ?? [], reviewBy: (row[4] as String?).flatMap(PartialDate.init),
                    reviewPlace: review))
        }
        return outlines
    }

    /// Takes out the sheets that are no longer let in, and puts in those that now are.
    func settle(_ accepted: Set<String>, _ values: FacetValues) throws {
        let present = try Set(String.fetchAll(db, sql: "SELECT path FROM sheet"))
        for path in present.subtracting(accepted).sorted() { try removeSheet(path) }
        var next = try Int64.fetchOne(db, sql: "SELECT coalesce(max(rowid), -1) + 1 FROM sheet") ?? 0
        let missing = accepted.subtracting(present).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for path in missing {
            try insert(path, rowid: next, values)
            next += 1
        }
    }

    private func insert(_ path: String, rowid: Int64, _ values: FacetValues) throws {
        let stored = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, entry FROM file WHERE path = ?"), arguments: [path])
        guard let stored, let json = stored["entry"] as String? else { throw IndexProblem.unusable }
        let row =
            try fresh.rows[path] ?? StoredSheet.SheetRow(StoredSheet.decode(Entry.self, json), values)
        var arguments: StatementArguments = [rowid, path, stored["id"] as String]
        arguments += [row.length, row.updated, row.titleKey, Data(row.facets), row.organizations, row.community]
        arguments += StatementArguments(row.texts)
        try db.cachedStatement(sql: "INSERT INTO sheet VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, \(TextColumn.placeholders))")
            .execute(arguments: arguments)
        try db.cachedStatement(
            sql: "INSERT INTO words (rowid, \(TextColumn.names)) VALUES (?, \(TextColumn.placeholders))"
        ).execute(arguments: [rowid] + StatementArguments(row.texts))
    }
}
