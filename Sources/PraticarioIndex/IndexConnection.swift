import GRDB

/// Why there is no index to read from.
enum IndexProblem: Error {
    /// Damaged, half a disk, or made by another version: it must be made anew.
    case unusable
}

/// Connections that know our tokenizer and our function.
enum IndexConnection {
    static func open(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.prepareDatabase { db in
            db.add(tokenizer: IndexTokenizer.self)
            MatchFunction.register(in: db)
            if !readOnly {
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
}
