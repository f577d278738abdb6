import Foundation
import GRDB

/// The peer: SQLite's FTS5 with its own tokenizer, `bm25()`, and a `GROUP BY` for each facet.
final class PlainFTS5 {
    let buildSeconds: Double
    private let database: DatabaseQueue

    init(_ documents: [GeneratedCorpus.Sheet], at path: String) throws {
        try? FileManager.default.removeItem(atPath: path)
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
        }
        let database = try DatabaseQueue(path: path, configuration: configuration)
        buildSeconds = try wall {
            try database.write { db in
                try db.execute(
                    sql: """
                        CREATE TABLE sheet (rowid INTEGER PRIMARY KEY, theme TEXT, territory TEXT, kind TEXT, title TEXT, text TEXT);
                        CREATE VIRTUAL TABLE words USING fts5(title, text, content='sheet', content_rowid='rowid');
                        """)
                for (number, sheet) in documents.enumerated() {
                    try db.cachedStatement(sql: "INSERT INTO sheet VALUES (?, ?, ?, ?, ?, ?)").execute(
                        arguments: [number, sheet.theme, sheet.territory, sheet.kind, sheet.title, sheet.text])
                    try db.cachedStatement(sql: "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)").execute(
                        arguments: [number, sheet.title, sheet.text])
                }
            }
        }
        self.database = database
    }

    /// Twenty hits and three facets.
    func search(_ match: String) throws {
        try database.read { db in
            let filter = match.isEmpty ? "" : "WHERE words MATCH ?"
            let arguments: StatementArguments = match.isEmpty ? [] : [match]
            let order = match.isEmpty ? "" : "ORDER BY bm25(words, 3, 1)"
            _ = try Row.fetchAll(
                db,
                sql:
                    "SELECT sheet.title, sheet.text FROM words JOIN sheet ON sheet.rowid = words.rowid \(filter) \(order) LIMIT 20",
                arguments: arguments)
            for facet in ["theme", "territory", "kind"] {
                _ = try Row.fetchAll(
                    db,
                    sql:
                        "SELECT \(facet), count(*) FROM words JOIN sheet ON sheet.rowid = words.rowid \(filter) GROUP BY \(facet) ORDER BY 2 DESC LIMIT 50",
                    arguments: arguments)
            }
        }
    }
}
