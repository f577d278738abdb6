import GRDB
import PraticarioSearch

/// Finds the documents in which terms follow each other, from the lists of the terms: only in documents that have all of
/// them it is looked where they stand. FTS5 would go over the places of every term in all its documents.
struct PhraseFinder {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// - Parameter lists: those of the terms, in order; at least one.
    func list(of lists: [PostingList]) throws -> PostingList {
        let common = Self.common(lists)
        var begins = try PlacesOfDocuments(lists[0].places.terms, in: common, db)
        for (distance, list) in lists.enumerated().dropFirst() {
            begins.keep(followedBy: try PlacesOfDocuments(list.places.terms, in: common, db), at: UInt32(distance))
        }
        return begins.list(of: common)
    }

    /// The documents that are in all lists, in order.
    private static func common(_ lists: [PostingList]) -> [Int32] {
        let byLength = lists.sorted { $0.rowids.count < $1.rowids.count }
        return byLength.dropFirst().reduce(byLength[0].rowids) { common, list in
            [Int32](unsafeUninitializedCapacity: common.count) { both, count in
                list.rowids.withUnsafeBufferPointer { rowids in
                    var index = 0
                    for rowid in common {
                        while index < rowids.count, rowids[index] < rowid { index += 1 }
                        guard index < rowids.count, rowids[index] == rowid else { continue }
                        both[count] = rowid
                        count += 1
                    }
                }
            }
        }
    }
}

/// Where something stands in each of some documents: places as `Place` packs them, in order.
private struct PlacesOfDocuments {
    /// Where those of each document begin, and the last end.
    private var offsets: [Int32] = [0]
    private var places: [UInt32] = []

    /// Where a term stands in documents that have it, in order of rowid.
    ///
    /// - Parameter terms: the term in each segment that has it, the base first.
    init(_ terms: [StoredTerm], in documents: [Int32], _ db: Database) throws {
        var number = 0
        var ends = [Int32](repeating: 0, count: documents.count + 1)
        for term in terms where number < documents.count {
            try PostingStore(db, term.segment).forEachChunk(of: term.number) { first, chunk in
                // A place takes a byte at least.
                let known = places.count
                places.append(contentsOf: repeatElement(0, count: chunk.count))
                var count = known
                let isSound = places.withUnsafeMutableBufferPointer { places in
                    Self.read(chunk, first: first, documents, &number, into: places, &count, &ends)
                }
                places.removeLast(places.count - count)
                return isSound
            }
        }
        // What is in a list has places.
        guard number == documents.count else { throw ArchiveProblem.damaged }
        offsets = ends
    }

    /// - Parameters:
    ///   - number: of the document whose places come next.
    ///   - count: how many places there are.
    /// - Returns: whether the chunk is sound.
    private static func read(
        _ chunk: UnsafeBufferPointer<UInt8>, first: Int, _ documents: [Int32], _ number: inout Int,
        into places: UnsafeMutableBufferPointer<UInt32>, _ count: inout Int, _ ends: inout [Int32]
    ) -> Bool {
        var position = 0
        while position < chunk.count, number < documents.count {
            guard let entry = PlaceChunk.entry(chunk, &position, first: first) else { return false }
            let wanted = Int(documents[number])
            guard entry.rowid >= wanted else { continue }
            guard entry.rowid == wanted,
                PlaceChunk.decode(UnsafeBufferPointer(rebasing: chunk[entry.places]), into: places, &count)
            else { return false }
            number += 1
            ends[number] = Int32(truncatingIfNeeded: count)
        }
        return true
    }

    /// Keeps the places with one of another's behind them.
    ///
    /// - Parameter other: of the same documents.
    mutating func keep(followedBy other: PlacesOfDocuments, at distance: UInt32) {
        var kept = 0
        places.withUnsafeMutableBufferPointer { places in
            other.places.withUnsafeBufferPointer { others in
                var start = 0
                for document in 0..<(offsets.count - 1) {
                    let end = Int(offsets[document + 1])
                    var next = Int(other.offsets[document])
                    let last = Int(other.offsets[document + 1])
                    for index in start..<end {
                        let wanted = places[index] &+ distance
                        while next < last, others[next] < wanted { next += 1 }
                        guard next < last else { break }
                        guard others[next] == wanted else { continue }
                        places[kept] = places[index]
                        kept += 1
                    }
                    start = end
                    offsets[document + 1] = Int32(truncatingIfNeeded: kept)
                }
            }
        }
        places.removeLast(places.count - kept)
    }

    /// The documents that have any places.
    func list(of documents: [Int32]) -> PostingList {
        let weights = TextField.allCases.map { Int32($0.weight) }
        var (rowids, frequencies, ends): ([Int32], [Int32], [Int32]) = ([], [], [0])
        for (document, rowid) in documents.enumerated() where offsets[document + 1] > offsets[document] {
            let places = places[Int(offsets[document])..<Int(offsets[document + 1])]
            rowids.append(rowid)
            frequencies.append(places.reduce(0) { $0 &+ weights[Place(packed: $1).field] })
            ends.append(offsets[document + 1])
        }
        return PostingList(rowids: rowids, frequencies: frequencies, places: .gathered(offsets: ends, places))
    }
}
