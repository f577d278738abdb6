import GRDB
import PraticarioSearch

/// Looks up where the patterns of a question stand in documents, one document after the other.
final class PlaceReader {
    private let db: Database
    private let lists: [PostingList]
    private var terms: [StoredTerm: TermPlaces] = [:]
    /// By pattern the document that was looked up last, and its places.
    private var rowids: [Int32]
    private var places: [[UInt32]]

    /// - Parameter lists: those of the patterns.
    init(_ lists: [PostingList], _ db: Database) {
        (self.lists, self.db) = (lists, db)
        rowids = lists.map { _ in -1 }
        places = lists.map { _ in [] }
    }

    /// As `Place` packs them, in order; none where the document does not have the pattern.
    func places(of pattern: Int, in rowid: Int32) throws -> [UInt32] {
        if rowids[pattern] != rowid {
            places[pattern].removeAll(keepingCapacity: true)
            rowids[pattern] = -1
            try read(pattern, rowid)
            rowids[pattern] = rowid
        }
        return places[pattern]
    }

    private func read(_ pattern: Int, _ rowid: Int32) throws {
        switch lists[pattern].places {
        case .gathered(let offsets, let all):
            guard let index = lists[pattern].index(of: rowid) else { return }
            places[pattern].append(contentsOf: all[Int(offsets[index])..<Int(offsets[index + 1])])
        case .stored(let stored):
            for term in stored {
                if try known(term).read(rowid, into: &places[pattern]) { return }
            }
            // What is in a list has places.
            guard lists[pattern].index(of: rowid) == nil else { throw ArchiveProblem.damaged }
        }
    }

    private func known(_ term: StoredTerm) -> TermPlaces {
        if let known = terms[term] { return known }
        let places = TermPlaces(term, db)
        terms[term] = places
        return places
    }
}

/// Where one term of a segment stands.
private final class TermPlaces {
    private let store: PostingStore
    private let term: Int
    private var lookups = 0
    private var all: AllPlaces?
    /// To look up as many chunks one by one costs about as much as to read all those of a common term.
    private static let few = 100

    init(_ term: StoredTerm, _ db: Database) {
        store = PostingStore(db, term.segment)
        self.term = term.number
    }

    /// - Returns: whether the document is there.
    func read(_ rowid: Int32, into places: inout [UInt32]) throws -> Bool {
        lookups += 1
        if lookups > Self.few {
            let all = try self.all ?? AllPlaces(term, store)
            self.all = all
            return try all.read(Int(rowid), into: &places)
        }
        guard let chunk = try store.chunk(of: term, holding: Int(rowid)) else { return false }
        return try chunk.bytes.withUnsafeBufferPointer {
            try PlaceChunk.find(Int(rowid), in: $0, first: chunk.first, into: &places)
        }
    }
}

/// All chunks of a term, and where every few documents begin in them.
private struct AllPlaces {
    private var bytes: [UInt8] = []
    private var marks: [Mark] = []

    private struct Mark {
        let rowid: Int
        let start: Int
        /// Of its chunk: its first document, and its end.
        let first: Int
        var end: Int
    }

    private static let step = 16

    init(_ term: Int, _ store: PostingStore) throws {
        try store.forEachChunk(of: term) { first, chunk in
            let (start, known) = (bytes.count, marks.count)
            bytes.append(contentsOf: chunk)
            var position = 0
            var number = 0
            while position < chunk.count {
                let begin = position
                guard let entry = PlaceChunk.entry(chunk, &position, first: first) else { return false }
                if number.isMultiple(of: Self.step) {
                    marks.append(Mark(rowid: entry.rowid, start: start + begin, first: first, end: 0))
                }
                number += 1
            }
            for index in known..<marks.count { marks[index].end = bytes.count }
            return true
        }
    }

    func read(_ rowid: Int, into places: inout [UInt32]) throws -> Bool {
        let behind = marks.firstIndexInOrder { $0.rowid > rowid }
        guard behind > 0 else { return false }
        let mark = marks[behind - 1]
        return try bytes.withUnsafeBufferPointer { bytes in
            try PlaceChunk.find(
                rowid, in: UnsafeBufferPointer(rebasing: bytes[mark.start..<mark.end]), first: mark.first, into: &places
            )
        }
    }
}

extension PlaceChunk {
    /// Appends the places of a document as they are packed.
    ///
    /// - Returns: whether the document is there.
    fileprivate static func find(
        _ rowid: Int, in chunk: UnsafeBufferPointer<UInt8>, first: Int, into places: inout [UInt32]
    ) throws -> Bool {
        var position = 0
        while position < chunk.count {
            guard let entry = entry(chunk, &position, first: first) else { throw ArchiveProblem.damaged }
            guard entry.rowid >= rowid else { continue }
            guard entry.rowid == rowid else { return false }
            let (bytes, known) = (UnsafeBufferPointer(rebasing: chunk[entry.places]), places.count)
            // A place takes a byte at least.
            places.append(contentsOf: repeatElement(0, count: bytes.count))
            var count = known
            let isSound = places.withUnsafeMutableBufferPointer { decode(bytes, into: $0, &count) }
            guard isSound else { throw ArchiveProblem.damaged }
            places.removeLast(places.count - count)
            return true
        }
        return false
    }
}
