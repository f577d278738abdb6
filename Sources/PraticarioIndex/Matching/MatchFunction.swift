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
        for index in 0..<memory.pointee.neighbourCount {
            let (first, second) = memory.pointee.neighbours[index]
            guard row[first] > 0, row[second] > 0 else { continue }
            let status = distance(
                api, fts, PhraseWalk(first, memory.pointee.inTitle), PhraseWalk(second, memory.pointee.inTitle),
                into: row + memory.pointee.patternCount + index)
            if status != SQLITE_OK { return status }
        }
        return SQLITE_OK
    }

    /// The places of a phrase in a row, one after the other.
    private struct PhraseWalk {
        let phrase: Int
        let onlyTitle: Bool
        var iterator = Fts5PhraseIter()
        var column: CInt = 0
        var offset: CInt = 0

        init(_ phrase: Int, _ inTitle: UnsafeMutablePointer<Bool>) {
            self.phrase = phrase
            onlyTitle = inTitle[phrase]
        }

        var isAtEnd: Bool { column < 0 || onlyTitle && column > 0 }

        mutating func begin(_ api: UnsafePointer<Fts5ExtensionApi>, _ fts: OpaquePointer) -> CInt {
            api.pointee.xPhraseFirst(fts, CInt(phrase), &iterator, &column, &offset)
        }

        mutating func goOn(_ api: UnsafePointer<Fts5ExtensionApi>, _ fts: OpaquePointer) {
            api.pointee.xPhraseNext(fts, &iterator, &column, &offset)
        }
    }

    /// How far apart two phrases begin where they are nearest in one column; nothing where they never meet.
    private static func distance(
        _ api: UnsafePointer<Fts5ExtensionApi>, _ fts: OpaquePointer, _ first: PhraseWalk, _ second: PhraseWalk,
        into result: UnsafeMutablePointer<Int32>
    ) -> CInt {
        var (a, b) = (first, second)
        let status = a.begin(api, fts)
        if status != SQLITE_OK { return status }
        let other = b.begin(api, fts)
        if other != SQLITE_OK { return other }
        var nearest = Int32.max
        while !a.isAtEnd, !b.isAtEnd {
            if a.column == b.column { nearest = min(nearest, max(1, abs(a.offset - b.offset))) }
            if (a.column, a.offset) < (b.column, b.offset) { a.goOn(api, fts) } else { b.goOn(api, fts) }
        }
        if nearest < .max { result.pointee = nearest }
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
