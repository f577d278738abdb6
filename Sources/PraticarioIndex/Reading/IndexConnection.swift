import GRDB
import PraticarioSearch
import PraticarioSystem

/// Connections that know our tokenizer and our function.
enum IndexConnection {
    /// Opens a file that is being made.
    static func making(_ path: String) throws -> DatabaseQueue {
        // The file is nobody's until it is renamed into place: no journal, no waiting for the disk.
        try open(path, readOnly: false) { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = OFF;
                    PRAGMA synchronous = OFF;
                    PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA cache_size = -65536;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA mmap_size = 268435456;
                    """)
        }
    }

    /// Opens an index as it stands.
    static func reading(_ files: IndexFiles) throws -> (connection: DatabaseQueue, recent: RecentSegment?) {
        // A base that another one replaces while it is opened would be joined with what is recent beside the other.
        for _ in 0..<attempts {
            let before = Files.stamp(files.base)
            let opened = try openSegments(files)
            if opened.recent != nil || Files.stamp(files.base) == before { return opened }
        }
        return try openSegments(IndexFiles(base: files.base, recent: nil))
    }

    private static let attempts = 5

    private static func openSegments(_ files: IndexFiles) throws -> (connection: DatabaseQueue, recent: RecentSegment?)
    {
        nonisolated(unsafe) var segment: RecentSegment?
        let connection = try open(files.base, readOnly: true) { db in
            // Lists of terms are read again and again: 16 MB of them.
            try db.execute(sql: "PRAGMA cache_size = -16384")
            if let recent = files.recent, Files.type(of: recent) == .file {
                segment = try RecentSegment.attach(recent, to: db)
            }
        }
        return (connection, segment)
    }

    private static func open(
        _ path: String, readOnly: Bool, _ prepare: @escaping @Sendable (Database) throws -> Void
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.prepareDatabase { db in
            db.add(tokenizer: IndexTokenizer.self)
            MatchFunction.register(in: db)
            try prepare(db)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Reads, and says whether a failure is the file's own fault or the disk's.
    static func telling<Value>(_ path: String, _ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch let problem as DatabaseError {
            if problem.isDamage { throw ArchiveProblem.damaged }
            throw FileProblem(path: path, reason: problem.message ?? "\(problem)")
        } catch is RowDecodingError {
            // Something else stands in a column than was ever written there.
            throw ArchiveProblem.damaged
        }
    }
}

extension DatabaseError {
    /// The file itself is broken, not the disk it is on: of statements that are right, also those that name what is not
    /// there.
    var isDamage: Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_FORMAT].contains(resultCode)
            || extendedResultCode == .SQLITE_IOERR_SHORT_READ
    }
}
