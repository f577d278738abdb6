import GRDB
import PraticarioCorpus
import PraticarioSearch

/// What the checks between sheets look at, as the index keeps it.
enum StoredOutlines {
    /// Of all files, in the order of their origins.
    static func read(_ db: Database) throws -> [DocumentOutline] {
        let (references, files) = (try references(db), try files(db))
        let drafts = try Row.fetchCursor(
            db,
            sql: """
                SELECT path, row, id, id_line, id_column, review_by, review_line, review_column, kind, is_public, title
                FROM outline
                ORDER BY path, abs(row)
                """)
        var outlines: [DocumentOutline] = []
        while let row = try drafts.next() {
            let origin = Origin(
                path: try row.decode(String.self, atIndex: 0), storedRow: try row.decode(Int.self, atIndex: 1))
            let review: TextPlace? = try row.decode(Int?.self, atIndex: 6).flatMap { line in
                try row.decode(Int?.self, atIndex: 7).map { origin.place(line: line, column: $0) }
            }
            outlines.append(
                DocumentOutline(
                    origin: origin, kind: try StoredContent.kind(row.decode(String.self, atIndex: 8)),
                    id: try row.decode(String.self, atIndex: 2),
                    title: try row.decode(String?.self, atIndex: 10),
                    idPlace: origin.place(
                        line: try row.decode(Int.self, atIndex: 3), column: try row.decode(Int.self, atIndex: 4)),
                    references: references.isEmpty ? [] : references[origin] ?? [],
                    files: files.isEmpty ? [] : files[origin] ?? [],
                    reviewBy: try row.decode(String?.self, atIndex: 5).flatMap { PartialDate($0) },
                    reviewPlace: review, isPublic: try row.decode(Bool.self, atIndex: 9)))
        }
        return outlines
    }

    private static func files(_ db: Database) throws -> [Origin: [DocumentOutline.AttachedName]] {
        var files: [Origin: [DocumentOutline.AttachedName]] = [:]
        let stored = try Row.fetchCursor(
            db, sql: "SELECT path, row, name, use, line, \"column\", excerpt FROM attached ORDER BY position")
        while let row = try stored.next() {
            let origin = Origin(
                path: try row.decode(String.self, atIndex: 0), storedRow: try row.decode(Int.self, atIndex: 1))
            guard let use = AttachedUse(rawValue: try row.decode(String.self, atIndex: 3)) else {
                throw ArchiveProblem.damaged
            }
            files[origin, default: []].append(
                DocumentOutline.AttachedName(
                    name: try row.decode(String.self, atIndex: 2), use: use,
                    place: origin.place(
                        line: try row.decode(Int.self, atIndex: 4), column: try row.decode(Int.self, atIndex: 5)),
                    excerpt: try row.decode(String.self, atIndex: 6)))
        }
        return files
    }

    private static func references(_ db: Database) throws -> [Origin: [DocumentOutline.Reference]] {
        var references: [Origin: [DocumentOutline.Reference]] = [:]
        let stored = try Row.fetchCursor(
            db, sql: "SELECT path, row, target, line, \"column\", excerpt, kind FROM reference ORDER BY position")
        while let row = try stored.next() {
            let origin = Origin(
                path: try row.decode(String.self, atIndex: 0), storedRow: try row.decode(Int.self, atIndex: 1))
            references[origin, default: []].append(
                DocumentOutline.Reference(
                    target: try row.decode(String.self, atIndex: 2),
                    kind: try StoredContent.kind(row.decode(String.self, atIndex: 6)),
                    place: origin.place(
                        line: try row.decode(Int.self, atIndex: 3), column: try row.decode(Int.self, atIndex: 4)),
                    excerpt: try row.decode(String.self, atIndex: 5)))
        }
        return references
    }
}
