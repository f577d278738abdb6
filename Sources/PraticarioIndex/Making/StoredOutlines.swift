import GRDB
import PraticarioCorpus

/// What the checks between sheets look at, as the index keeps it.
enum StoredOutlines {
    /// Of all files, in the order of their origins.
    static func read(_ db: Database) throws -> [DocumentOutline] {
        let references = try references(db)
        let drafts = try Row.fetchCursor(
            db,
            sql: """
                SELECT path, row, id, id_line, id_column, review_by, review_line, review_column, kind, is_public, title
                FROM draft
                ORDER BY path, abs(row)
                """)
        var outlines: [DocumentOutline] = []
        while let row = try drafts.next() {
            let origin = Origin(path: row[0], storedRow: row[1])
            let review: TextPlace? = (row[6] as Int?).flatMap { line in
                (row[7] as Int?).map { origin.place(line: line, column: $0) }
            }
            outlines.append(
                DocumentOutline(
                    origin: origin, kind: try StoredContent.kind(row[8]), id: row[2], title: row[10],
                    idPlace: origin.place(line: row[3], column: row[4]),
                    references: references[origin] ?? [], reviewBy: (row[5] as String?).flatMap { PartialDate($0) },
                    reviewPlace: review, isPublic: row[9]))
        }
        return outlines
    }

    private static func references(_ db: Database) throws -> [Origin: [DocumentOutline.Reference]] {
        var references: [Origin: [DocumentOutline.Reference]] = [:]
        let stored = try Row.fetchCursor(
            db, sql: "SELECT path, row, target, line, \"column\", excerpt, kind FROM reference ORDER BY rowid")
        while let row = try stored.next() {
            let origin = Origin(path: row[0], storedRow: row[1])
            references[origin, default: []].append(
                DocumentOutline.Reference(
                    target: row[2], kind: try StoredContent.kind(row[6]),
                    place: origin.place(line: row[3], column: row[4]), excerpt: row[5]))
        }
        return references
    }
}
