import GRDB
import ItalianText
import PraticarioCorpus

/// The single values of an index.
enum IndexMeta {
    enum Key: String {
        /// What must be the same for an index to be usable.
        case identity
        /// Of the texts, which chose the analyzer; BCP 47.
        case language
        /// Tells this making of the index from all others.
        case edition
        /// The day on which dates were compared, ISO 8601.
        case today
        /// When the update began, in nanoseconds since 1970: a file as young as this is read again.
        case began
        /// Problems between sheets and with folders, as JSON.
        case diagnostics
        /// Those of the vocabularies and settings, likewise.
        case sources
        /// Problems with the folders of the sheets, as JSON: files that are no sheets.
        case folders
        /// Tells whether the files beside the sheets are those that were compared with them.
        case attached
        /// How many errors and warnings there are: reading ten thousand problems to count them takes too long.
        case errors, warnings
        /// Of them, those that files have each on its own.
        case ownErrors, ownWarnings
        /// How many sheets are in.
        case sheets
        /// Of a recent segment the edition of the base that it belongs to, and the rowid of its first document.
        case base, first
    }

    /// Another schema or other terms make another index.
    static func writeIdentity(_ analyzer: TextAnalyzer, _ db: Database) throws {
        try write(.language, analyzer.language, db)
        try write(.identity, identity(analyzer), db)
    }

    /// Whether this program would make the same index of the same files. In another language the settings are others, too.
    static func isCurrent(_ db: Database) throws -> Bool {
        try read(.identity, db) == identity(analyzer(db))
    }

    /// What made the terms.
    static func analyzer(_ db: Database) throws -> TextAnalyzer {
        TextAnalyzer.of(language: try read(.language, db) ?? "")
    }

    private static func identity(_ analyzer: TextAnalyzer) -> String {
        IndexSchema.version + " " + analyzer.fingerprint
    }

    static func read(_ key: Key, _ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key.rawValue])
    }

    /// 0 for one that is not there.
    static func number(_ key: Key, _ db: Database) throws -> Int {
        try read(key, db).flatMap { Int($0) } ?? 0
    }

    static func write(_ key: Key, _ value: String, _ db: Database) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [key.rawValue, value])
    }

    static func allDiagnostics(_ db: Database) throws -> [Diagnostic] {
        var diagnostics = try StoredJSON.decode([Diagnostic].self, read(.diagnostics, db) ?? "[]")
        let stored = try String.fetchAll(db, sql: "SELECT diagnostics FROM problem")
        for json in stored { diagnostics += try StoredJSON.decode([Diagnostic].self, json) }
        return diagnostics.sorted(by: Diagnostic.inReadingOrder)
    }
}
