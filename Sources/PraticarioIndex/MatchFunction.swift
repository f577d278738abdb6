import GRDB
import GRDBSQLite
import PraticarioSearch

/// The FTS5 auxiliary function `gather(words, pointer)`: hands each matching row's phrase counts to a closure.
///
/// SQLite's own `bm25()` looks up the length of every match on disk, which is nearly all of its cost; here lengths
/// are in memory and only integers are gathered.
enum MatchFunction {
    static let name = "gather"
    private static let pointerType: StaticString = "praticario.gatherer"

    /// Weights every occurrence by its column, and hands over row by row.
    private final class Gatherer {
        let inTitle: [Bool]
        let collector: MatchCollector
        var row: [Int32]

        init(_ patterns: [Bool], _ collector: MatchCollector) {
            inTitle = patterns
            self.collector = collector
            row = [Int32](repeating: 0, count: patterns.count)
        }
    }

    private static let weights = TextField.allCases.map { Int32($0.weight) }

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
                let gatherer = Unmanaged<Gatherer>.fromOpaque(pointer).takeUnretainedValue()
                let status = MatchFunction.gather(api.pointee, fts, into: gatherer)
                if status != SQLITE_OK { sqlite3_result_error_code(context, status) }
            }, nil)
        precondition(status == SQLITE_OK, "FTS5 refused an auxiliary function")
    }

    private static func gather(_ api: Fts5ExtensionApi, _ fts: OpaquePointer, into gatherer: Gatherer) -> CInt {
        for phrase in gatherer.row.indices {
            var iterator = Fts5PhraseIter()
            var column: CInt = 0
            var offset: CInt = 0
            var sum: Int32 = 0
            var status = api.xPhraseFirst(fts, CInt(phrase), &iterator, &column, &offset)
            if status != SQLITE_OK { return status }
            while column >= 0 {
                if !gatherer.inTitle[phrase] || column == 0 { sum &+= weights[Int(column)] }
                api.xPhraseNext(fts, &iterator, &column, &offset)
            }
            gatherer.row[phrase] = sum
            status = SQLITE_OK
        }
        let rowid = Int(api.xRowid(fts))
        gatherer.row.withUnsafeBufferPointer { gatherer.collector.take(rowid, $0) }
        return SQLITE_OK
    }

    /// Runs the match and lets `collector` see every row of it.
    static func run(_ match: String, inTitle: [Bool], _ collector: MatchCollector, in db: Database) throws {
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
        let gatherer = Gatherer(inTitle, collector)
        try withExtendedLifetime(gatherer) {
            let pointer = Unmanaged.passUnretained(gatherer).toOpaque()
            try check(
                pointerType.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) {
                    sqlite3_bind_pointer(statement, 1, pointer, $0, nil)
                })
            let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            try check(sqlite3_bind_text(statement, 2, match, -1, transient))
            while true {
                let status = sqlite3_step(statement)
                if status == SQLITE_DONE { return }
                if status != SQLITE_ROW { try check(status) }
            }
        }
    }
}
