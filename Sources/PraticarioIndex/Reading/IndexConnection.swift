import GRDB
import PraticarioSearch
import PraticarioSystem

/// Connections that know our tokenizer and our function.
enum IndexConnection {
    static func open(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.prepareDatabase { db in
            db.add(tokenizer: IndexTokenizer.self)
            MatchFunction.register(in: db)
            if readOnly {
                // Lists of terms are read again and again: 16 MB of them.
                try db.execute(sql: "PRAGMA cache_size = -16384")
            } else {
                // The file is nobody's until it is renamed into place: no journal, no waiting for the disk.
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
