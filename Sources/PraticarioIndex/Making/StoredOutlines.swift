import GRDB
import PraticarioCorpus
import PraticarioSearch

/// What the checks between sheets look at, as the index keeps it.
enum StoredOutlines {
    private static let columns =
        "path, row, id, id_line, id_column, review_by, review_line, review_column, kind, is_public, title"
    private static let columnsOfReferences = "path, row, target, line, \"column\", excerpt, kind"
    private static let columnsOfFiles = "path, row, name, use, line, \"column\", excerpt"

    /// Of all files, in the order of their origins.
    static func read(_ db: Database) throws -> [DocumentOutline] {
        var references: [Origin: [DocumentOutline.Reference]] = [:]
        let referring = try Row.fetchCursor(db, sql: "SELECT \(columnsOfReferences) FROM reference ORDER BY position")
        while let row = try referring.next() {
            let origin = try origin(row)
            references[origin, default: []].append(try reference(row, origin))
        }
        var files: [Origin: [DocumentOutline.AttachedName]] = [:]
        let naming = try Row.fetchCursor(db, sql: "SELECT \(columnsOfFiles) FROM attached ORDER BY position")
        while let row = try naming.next() {
            let origin = try origin(row)
            files[origin, default: []].append(try file(row, origin))
        }
        let stored = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM outline ORDER BY path, abs(row)")
        var outlines: [DocumentOutline] = []
        while let row = try stored.next() {
            let origin = try origin(row)
            outlines.append(
                try outline(
                    row, origin, references.isEmpty ? [] : references[origin] ?? [],
                    files.isEmpty ? [] : files[origin] ?? []))
        }
        return outlines
    }

    /// Of one document; `nil` where there is none.
    static func read(_ origin: Origin, _ db: Database) throws -> DocumentOutline? {
        func statement(_ table: String, _ columns: String, _ order: String = "") throws -> Statement {
            try db.cachedStatement(sql: "SELECT \(columns) FROM \(table) WHERE path = ? AND row = ? \(order)")
        }
        let arguments: StatementArguments = [origin.path, origin.storedRow]
        return try Row.fetchOne(statement("outline", columns), arguments: arguments).map { row in
            try outline(
                row, origin,
                Row.fetchAll(statement("reference", columnsOfReferences, "ORDER BY position"), arguments: arguments)
                    .map { try reference($0, origin) },
                Row.fetchAll(statement("attached", columnsOfFiles, "ORDER BY position"), arguments: arguments)
                    .map { try file($0, origin) })
        }
    }

    /// What a row begins with.
    static func origin(_ row: Row) throws -> Origin {
        Origin(path: try row.decode(String.self, atIndex: 0), storedRow: try row.decode(Int.self, atIndex: 1))
    }

    private static func outline(
        _ row: Row, _ origin: Origin, _ references: [DocumentOutline.Reference], _ files: [DocumentOutline.AttachedName]
    ) throws -> DocumentOutline {
        let review: TextPlace? = try row.decode(Int?.self, atIndex: 6).flatMap { line in
            try row.decode(Int?.self, atIndex: 7).map { origin.place(line: line, column: $0) }
        }
        return DocumentOutline(
            origin: origin, kind: try StoredContent.kind(row.decode(String.self, atIndex: 8)),
            id: try row.decode(String.self, atIndex: 2), title: try row.decode(String?.self, atIndex: 10),
            idPlace: origin.place(
                line: try row.decode(Int.self, atIndex: 3), column: try row.decode(Int.self, atIndex: 4)),
            references: references, files: files,
            reviewBy: try row.decode(String?.self, atIndex: 5).flatMap { PartialDate($0) },
            reviewPlace: review, isPublic: try row.decode(Bool.self, atIndex: 9))
    }

    private static func file(_ row: Row, _ origin: Origin) throws -> DocumentOutline.AttachedName {
        guard let use = AttachedUse(rawValue: try row.decode(String.self, atIndex: 3)) else {
            throw ArchiveProblem.damaged
        }
        return DocumentOutline.AttachedName(
            name: try row.decode(String.self, atIndex: 2), use: use,
            place: origin.place(
                line: try row.decode(Int.self, atIndex: 4), column: try row.decode(Int.self, atIndex: 5)),
            excerpt: try row.decode(String.self, atIndex: 6))
    }

    private static func reference(_ row: Row, _ origin: Origin) throws -> DocumentOutline.Reference {
        DocumentOutline.Reference(
            target: try row.decode(String.self, atIndex: 2),
            kind: try StoredContent.kind(row.decode(String.self, atIndex: 6)),
            place: origin.place(
                line: try row.decode(Int.self, atIndex: 3), column: try row.decode(Int.self, atIndex: 4)),
            excerpt: try row.decode(String.self, atIndex: 5))
    }
}
