import GRDB
import PraticarioSearch

/// What a connection reads besides the base.
struct RecentSegment: Sendable {
    /// The rowid of its first document, above all of the base.
    let first: Int32
    /// The documents of the base that are out, in order.
    let gone: [Int32]

    /// Whether a document of the base is out.
    func isGone(_ rowid: Int32) -> Bool {
        gone.indexInOrder(of: rowid) != nil
    }

    /// Adds a recent segment to a connection to its base: views that hide the tables of the same names make one index of both.
    ///
    /// Lists of terms and packed columns are joined by those who read them, since a view would be slow there.
    ///
    /// - Returns: `nil` where it belongs to another base.
    static func attach(_ path: String, to db: Database) throws -> RecentSegment? {
        try db.execute(sql: "ATTACH DATABASE ? AS \(IndexSegment.recent.rawValue)", arguments: [path])
        let base = try String.fetchOne(
            db, sql: "SELECT value FROM recent.meta WHERE key = ?", arguments: [IndexMeta.Key.base.rawValue])
        guard let base, base == (try IndexMeta.read(.edition, db)) else {
            try db.execute(sql: "DETACH DATABASE recent")
            return nil
        }
        let first = try String.fetchOne(
            db, sql: "SELECT value FROM recent.meta WHERE key = ?", arguments: [IndexMeta.Key.first.rawValue])
        guard let first = first.flatMap({ Int32($0) }) else { throw ArchiveProblem.damaged }
        try db.execute(sql: views)
        return RecentSegment(
            first: first, gone: try Int32.fetchAll(db, sql: "SELECT rowid FROM recent.gone ORDER BY rowid"))
    }

    private static let views = """
        CREATE TEMP VIEW meta AS
            SELECT key, value FROM recent.meta
            UNION ALL SELECT key, value FROM main.meta WHERE key NOT IN (SELECT key FROM recent.meta);
        \(IndexSchema.tablesOfFiles.map { joined($0, "path NOT IN (SELECT path FROM recent.replaced)") }
            .joined())
        \(["document", "whole", "referring"].map { joined($0, "rowid NOT IN (SELECT rowid FROM recent.gone)") }.joined())
        \(["spelling", "word"].map { joined($0, "true") }.joined())
        """

    private static func joined(_ table: String, _ isLeft: String) -> String {
        """
        CREATE TEMP VIEW \(table) AS SELECT * FROM main.\(table) WHERE \(isLeft) UNION ALL SELECT * FROM recent.\(table);

        """
    }
}

/// The names of the segments in a connection.
enum IndexSegment: String {
    case base = "main"
    case recent
}
