import GRDB
import GRDBSQLite
import PraticarioSearch
import PraticarioSystem

/// The FTS5 auxiliary function `gather(words, pointer)`: takes down each matching row's phrase counts.
///
/// SQLite's own `bm25()` looks up the length of every match on disk, which is nearly all of its cost; here lengths
/// are in memory and only integers are gathered.
enum MatchFunction {
    static let name = "gather"
    private static let pointerType: StaticString = "praticario.rows"

    static func register(in db: Database) {
        let api = FTS5.api(db)
        let status = api.pointee.xCreateFunction(
            UnsafeMutablePointer(mutating: api), name, nil,
            { api, fts, context, count, arguments in
                guard let api, let fts, let context, count == 1, let argument = arguments?[0] else { return }
                let pointer = MatchFunction.pointerType.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) {
                    sqlite3_value_pointer(argument, $0)
                }
                guard let pointer else { return }
                let memory = pointer.assumingMemoryBound(to: MatchRows.Memory.self)
                let status = MatchFunction.gather(api, fts, into: memory)
                if status != SQLITE_OK { sqlite3_result_error_code(context, status) }
            }, nil)
        precondition(status == SQLITE_OK, "FTS5 refused an auxiliary function")
    }

    private static func gather(
        _ api: UnsafePointer<Fts5ExtensionApi>, _ fts: OpaquePointer,
        into memory: UnsafeMutablePointer<MatchRows.Memory>
    ) -> CInt {
        let first = api.pointee.xPhraseFirst!
        let next = api.pointee.xPhraseNext!
        let row = memory.pointee.append(Int(api.pointee.xRowid(fts)))
        let weights = memory.pointee.weights
        for phrase in 0..<memory.pointee.patternCount {
            var iterator = Fts5PhraseIter()
            var column: CInt = 0
            var offset: CInt = 0
            let status = first(fts, CInt(phrase), &iterator, &column, &offset)
            if status != SQLITE_OK { return status }
            let onlyTitle = memory.pointee.inTitle[phrase]
            var sum: Int32 = 0
            while column >= 0 {
                if !onlyTitle || column == 0 { sum &+= weights[Int(column)] }
                next(fts, &iterator, &column, &offset)
            }
            row[phrase] = sum
        }
        return SQLITE_OK
    }

    /// Runs the match and takes down every row of it.
    static func run(_ match: String, into rows: MatchRows, in db: Database) throws {
        var statement: OpaquePointer?
        let connection = db.sqliteConnection
        defer { sqlite3_finalize(statement) }
        func check(_ status: CInt) throws {
            guard status != SQLITE_OK else { return }
            throw DatabaseError(
                resultCode: ResultCode(rawValue: status), message: String(cString: sqlite3_errmsg(connection)))
        }
        try check(
            sqlite3_prepare_v2(
                connection, "SELECT \(name)(words, ?) FROM words WHERE words MATCH ?", -1, &statement, nil))
        try withExtendedLifetime(rows) {
            try check(
                pointerType.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) {
                    sqlite3_bind_pointer(statement, 1, rows.memory, $0, nil)
                })
            let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            try check(sqlite3_bind_text(statement, 2, match, -1, transient))
            while true {
                let status = sqlite3_step(statement)
                if status == SQLITE_DONE { return }
                if status != SQLITE_ROW { try check(status) }
                if rows.rowids.count.isMultiple(of: 1_024) { try Cancellation.check() }
            }
        }
    }
}
