import GRDB
import PraticarioSearch

/// Looks up where patterns stand in documents, keeping what it read: documents that are asked for one after another share
/// chunks.
final class PlaceReader {
    private let db: Database
    private var chunks: [Key: [UInt8]] = [:]

    private struct Key: Hashable {
        let term: StoredTerm
        let first: Int
    }

    /// Of each term the first rowids of its chunks.
    private var firsts: [StoredTerm: [Int]] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// None where the document is not in the list.
    func places(of rowid: Int32, in list: PostingList) throws -> [Place] {
        switch list.places {
        case .gathered(let offsets, let places):
            guard let index = list.index(of: rowid) else { return [] }
            return places[Int(offsets[index])..<Int(offsets[index + 1])].map(Place.init(packed:))
        case .stored(let terms):
            for term in terms {
                if let places = try places(of: rowid, term) { return places }
            }
            return try none(of: rowid, in: list)
        }
    }

    private func places(of rowid: Int32, _ term: StoredTerm) throws -> [Place]? {
        guard let first = try first(of: term, before: rowid) else { return nil }
        var places: [Place]?
        let isSound = try chunk(of: term, first).withUnsafeBufferPointer { bytes in
            PlaceChunk.forEach(in: bytes, first: first) { found, _, range in
                guard found == Int(rowid) else { return false }
                places = PlaceChunk.decode(UnsafeBufferPointer(rebasing: bytes[range]))
                return true
            }
        }
        guard isSound else { throw ArchiveProblem.damaged }
        return places
    }

    /// What is in a list has places.
    private func none(of rowid: Int32, in list: PostingList) throws -> [Place] {
        guard list.index(of: rowid) == nil else { throw ArchiveProblem.damaged }
        return []
    }

    /// Of the last chunk that begins before a document or with it.
    private func first(of term: StoredTerm, before rowid: Int32) throws -> Int? {
        if firsts[term] == nil { firsts[term] = try PostingStore(db, term.segment).firsts(of: term.number) }
        guard let all = firsts[term] else { return nil }
        let behind = all.firstIndexInOrder { $0 > Int(rowid) }
        return behind > 0 ? all[behind - 1] : nil
    }

    private func chunk(of term: StoredTerm, _ first: Int) throws -> [UInt8] {
        let key = Key(term: term, first: first)
        if let known = chunks[key] { return known }
        let chunk = try PostingStore(db, term.segment).chunk(of: term.number, first: first)
        chunks[key] = chunk
        return chunk
    }
}
