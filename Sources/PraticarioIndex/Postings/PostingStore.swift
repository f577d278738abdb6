import Foundation
import GRDB
import PraticarioSearch

/// The lists of terms in an index: reading them, and taking in what is new.
struct PostingStore {
    private let db: Database
    private let segment: IndexSegment

    init(_ db: Database, _ segment: IndexSegment) {
        self.db = db
        self.segment = segment
    }

    /// `posting`: a term, how many documents have it, the rowid of the last, and the list (`PostingList`). `place`: a chunk of
    /// places (`PlaceChunk`) of the documents from `first` on.
    static let schema = """
        CREATE TABLE posting (
            id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, documents INTEGER NOT NULL, last INTEGER NOT NULL,
            content BLOB NOT NULL
        ) STRICT;
        CREATE TABLE place (
            term INTEGER NOT NULL, first INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (term, first)
        ) STRICT, WITHOUT ROWID;
        """

    /// How many documents have a term.
    func count(of term: String) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT documents FROM \(segment.rawValue).posting WHERE term = ?"),
            arguments: [term]) ?? 0
    }

    /// - Parameter limit: above all rowids.
    func list(of term: String, below limit: Int) throws -> PostingList {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, documents, content FROM \(segment.rawValue).posting WHERE term = ?"),
            arguments: [term])
        guard let row else { return PostingList(rowids: [], frequencies: [], places: .gathered(offsets: [0], [])) }
        let source = PlaceSource.stored([StoredTerm(segment: segment, number: try row.decode(Int.self, atIndex: 0))])
        let count = try row.decode(Int.self, atIndex: 1)
        return try row.withUnsafeData(atIndex: 2) { data in
            try (data ?? Data()).withUnsafeBytes { bytes in
                try PostingList(bytes.bindMemory(to: UInt8.self), count: count, below: limit, places: source)
            }
        }
    }

    /// Goes over the chunks of a term's places, in order.
    ///
    /// - Parameter body: told with which document a chunk begins, and its bytes; returns whether they are sound.
    func forEachChunk(of term: Int, _ body: (_ first: Int, UnsafeBufferPointer<UInt8>) -> Bool) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT first, content FROM \(segment.rawValue).place WHERE term = ? ORDER BY first")
        let rows = try Row.fetchCursor(statement, arguments: [term])
        while let row = try rows.next() {
            let first = try row.decode(Int.self, atIndex: 0)
            let isSound = try row.withUnsafeData(atIndex: 1) { data in
                (data ?? Data()).withUnsafeBytes { body(first, $0.bindMemory(to: UInt8.self)) }
            }
            guard isSound else { throw ArchiveProblem.damaged }
        }
    }

    /// The chunk in which a document's places are, if they are anywhere.
    func chunk(of term: Int, holding rowid: Int) throws -> (first: Int, bytes: [UInt8])? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT first, content FROM \(segment.rawValue).place WHERE term = ? AND first <= ?
                    ORDER BY first DESC LIMIT 1
                    """),
            arguments: [term, rowid])
        return try row.map { (try $0.decode(Int.self, atIndex: 0), Array(try $0.decode(Data.self, atIndex: 1))) }
    }

    // MARK: Taking in

    /// - Parameter isEmpty: whether no list is there yet.
    func take(_ builder: PostingBuilder, isEmpty: Bool) throws {
        let order = (0..<builder.terms.count).map { (number: $0, term: builder.terms[$0]) }
            .sorted { $0.term.utf8.lexicographicallyPrecedes($1.term.utf8) }
        for (number, term) in order {
            let addition = builder.addition(number)
            let standing =
                isEmpty
                ? nil
                : try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT id, documents, last, content FROM posting WHERE term = ?"),
                    arguments: [term])
            if let standing {
                try change(standing, addition)
            } else if addition.count > 0 {
                try insert(term, addition)
            }
        }
    }

    private func insert(_ term: String, _ addition: PostingBuilder.Addition) throws {
        try db.cachedStatement(sql: "INSERT INTO posting (term, documents, last, content) VALUES (?, ?, ?, ?)")
            .execute(arguments: [
                term, addition.count, addition.last, Data(Self.behind(-1, addition)),
            ])
        try insertChunks(of: addition, from: 0, Int(db.lastInsertedRowID))
    }

    /// The documents of an addition as they stand behind the document with a rowid.
    private static func behind(_ last: Int, _ addition: PostingBuilder.Addition) -> [UInt8] {
        guard addition.count > 0 else { return [] }
        var bytes: [UInt8] = []
        Varint.append(addition.first - last, to: &bytes)
        return bytes + addition.documents
    }

    private func insertChunks(of addition: PostingBuilder.Addition, from number: Int, _ term: Int) throws {
        for index in addition.chunks.indices.dropFirst(number) {
            try put(Self.chunk(index, of: addition), first: addition.chunks[index].first, term)
        }
    }

    private static func chunk(_ index: Int, of addition: PostingBuilder.Addition) -> ArraySlice<UInt8> {
        let next = index + 1
        let end = next < addition.chunks.count ? addition.chunks[next].start : addition.places.count
        return addition.places[addition.chunks[index].start..<end]
    }

    private func put(_ chunk: some Collection<UInt8>, first: Int, _ term: Int) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO place (term, first, content) VALUES (?, ?, ?)")
            .execute(arguments: [term, first, Data(chunk)])
    }

    private func change(_ standing: Row, _ addition: PostingBuilder.Addition) throws {
        let term = try standing.decode(Int.self, atIndex: 0)
        var count = try standing.decode(Int.self, atIndex: 1)
        var last = try standing.decode(Int.self, atIndex: 2)
        var content = [UInt8](try standing.decode(Data.self, atIndex: 3))
        if !addition.removed.isEmpty {
            (content, count, last) = try without(Set(addition.removed), content, count)
            for rowid in addition.removed { try removePlaces(of: Int(rowid), term) }
        }
        guard count + addition.count > 0 else {
            try db.cachedStatement(sql: "DELETE FROM posting WHERE id = ?").execute(arguments: [term])
            return
        }
        if addition.count > 0 {
            content += Self.behind(last, addition)
            last = addition.last
            let filled = try fillUp(addition, term)
            try insertChunks(of: addition, from: filled ? 1 : 0, term)
        }
        try db.cachedStatement(sql: "UPDATE posting SET documents = ?, last = ?, content = ? WHERE id = ?")
            .execute(arguments: [count + addition.count, last, Data(content), term])
    }

    private func without(
        _ removed: Set<Int32>, _ content: [UInt8], _ count: Int
    ) throws -> (content: [UInt8], count: Int, last: Int) {
        let list = try content.withUnsafeBufferPointer {
            try PostingList($0, count: count, below: .max, places: .gathered(offsets: [0], []))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count)
        var (kept, last) = (0, -1)
        for (rowid, frequency) in zip(list.rowids, list.frequencies) where !removed.contains(rowid) {
            PostingList.append(Int(rowid), Int(frequency), behind: last, to: &bytes)
            kept += 1
            last = Int(rowid)
        }
        return (bytes, kept, last)
    }

    private func removePlaces(of removed: Int, _ term: Int) throws {
        guard let (first, chunk) = try chunk(of: term, holding: removed) else { throw ArchiveProblem.damaged }
        var kept: [UInt8] = []
        let isSound = chunk.withUnsafeBufferPointer { bytes in
            PlaceChunk.forEach(in: bytes, first: first) { rowid, whole, _ in
                if rowid != removed { kept.append(contentsOf: bytes[whole]) }
                return false
            }
        }
        guard isSound else { throw ArchiveProblem.damaged }
        if kept.isEmpty {
            try db.cachedStatement(sql: "DELETE FROM place WHERE term = ? AND first = ?").execute(arguments: [
                term, first,
            ])
        } else {
            try put(kept, first: first, term)
        }
    }

    /// Puts the first chunk of an addition into the last one of a term, where that is not full: else every change of a
    /// sheet would leave a chunk for each of its words.
    private func fillUp(_ addition: PostingBuilder.Addition, _ term: Int) throws -> Bool {
        guard let (first, standing) = try chunk(of: term, holding: addition.first),
            standing.count < PlaceChunk.limit
        else { return false }
        var chunk = standing
        let isSound = Array(Self.chunk(0, of: addition)).withUnsafeBufferPointer { bytes in
            PlaceChunk.forEach(in: bytes, first: addition.chunks[0].first) { rowid, _, places in
                PlaceChunk.append(rowid, Array(bytes[places]), first: first, to: &chunk)
                return false
            }
        }
        guard isSound else { throw ArchiveProblem.damaged }
        try put(chunk, first: first, term)
        return true
    }
}
