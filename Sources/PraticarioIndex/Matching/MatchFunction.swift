import GRDB
import GRDBSQLite
import PraticarioSearch
import PraticarioSystem

/// The FTS5 auxiliary function `gather(words, pointer)`: takes down where a pattern stands in each matching row.
enum MatchFunction {
    static let name = "gather"
    private static let pointerType: StaticString = "praticario.rows"

    /// What it fills, behind one pointer.
    private final class Rows {
        var rowids: [Int32] = []
        var frequencies: [Int32] = []
        var offsets: [Int32] = [0]
        var places: [UInt32] = []
        let inTitle: Bool
        let limit: Int64
        let recent: RecentSegment?
        let weights = TextField.allCases.map { Int32($0.weight) }

        init(inTitle: Bool, below limit: Int, _ recent: RecentSegment?) {
            self.inTitle = inTitle
            self.limit = Int64(limit)
            self.recent = recent
        }

        func take(_ api: UnsafePointer<Fts5ExtensionApi>, _ fts: OpaquePointer) -> CInt {
            let number = api.pointee.xRowid(fts)
            guard number >= 0, number < limit else { return SQLITE_CORRUPT }
            let rowid = Int32(truncatingIfNeeded: number)
            if recent?.isGone(rowid) ?? false { return SQLITE_OK }
            var iterator = Fts5PhraseIter()
            var (column, word): (CInt, CInt) = (0, 0)
            let status = api.pointee.xPhraseFirst(fts, 0, &iterator, &column, &word)
            if status != SQLITE_OK { return status }
            var frequency: Int32 = 0
            while column >= 0 {
                if !inTitle || column == TextField.title.rawValue {
                    frequency &+= weights[Int(column)]
                    places.append(Place(field: Int(column), word: Int(word)).packed)
                }
                api.pointee.xPhraseNext(fts, &iterator, &column, &word)
            }
            guard frequency > 0 else { return SQLITE_OK }
            rowids.append(rowid)
            frequencies.append(frequency)
            offsets.append(Int32(truncatingIfNeeded: places.count))
            return SQLITE_OK
        }
    }

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
                let status = Unmanaged<Rows>.fromOpaque(pointer).takeUnretainedValue().take(api, fts)
                if status != SQLITE_OK { sqlite3_result_error_code(context, status) }
            }, nil)
        precondition(status == SQLITE_OK, "FTS5 refused an auxiliary function")
    }

    /// The documents that have a pattern.
    ///
    /// - Parameters:
    ///   - match: the pattern as FTS5 writes it, nothing else.
    ///   - inTitle: whether only the title counts.
    ///   - limit: above all rowids.
    static func list(
        of match: String, inTitle: Bool, below limit: Int, _ recent: RecentSegment?, in db: Database
    ) throws -> PostingList {
        let rows = Rows(inTitle: inTitle, below: limit, recent)
        try withExtendedLifetime(rows) {
            let pointer = Unmanaged.passUnretained(rows).toOpaque()
            try run(match, .base, pointer, in: db)
            if recent != nil { try run(match, .recent, pointer, in: db) }
        }
        return PostingList(
            rowids: rows.rowids, frequencies: rows.frequencies,
            places: .gathered(offsets: rows.offsets, rows.places))
    }

    private static func run(
        _ match: String, _ segment: IndexSegment, _ rows: UnsafeMutableRawPointer, in db: Database
    ) throws {
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
                connection, "SELECT \(name)(words, ?) FROM \(segment.rawValue).words WHERE words MATCH ?", -1,
                &statement, nil))
        try check(
            pointerType.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) {
                sqlite3_bind_pointer(statement, 1, rows, $0, nil)
            })
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        try check(sqlite3_bind_text(statement, 2, match, -1, transient))
        var count = 0
        while true {
            let status = sqlite3_step(statement)
            if status == SQLITE_DONE { return }
            if status != SQLITE_ROW { try check(status) }
            count += 1
            if count.isMultiple(of: 1_024) { try Cancellation.check() }
        }
    }
}
