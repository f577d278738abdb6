import PraticarioSearch

/// Looks up where patterns stand in documents, keeping what it read: documents that are asked for one after another share
/// chunks.
final class PlaceReader {
    private let store: PostingStore
    private var chunks: [Key: [UInt8]] = [:]

    private struct Key: Hashable {
        let term: Int
        let first: Int
    }

    /// Of each term the first rowids of its chunks.
    private var firsts: [Int: [Int]] = [:]

    init(_ store: PostingStore) {
        self.store = store
    }

    /// None where the document is not in the list.
    func places(of rowid: Int32, in list: PostingList) throws -> [Place] {
        switch list.places {
        case .gathered(let offsets, let places):
            guard let index = list.index(of: rowid) else { return [] }
            return places[Int(offsets[index])..<Int(offsets[index + 1])].map(Place.init(packed:))
        case .stored(let term):
            guard let first = try first(of: term, before: rowid) else { return try none(of: rowid, in: list) }
            var places: [Place]?
            let isSound = try chunk(of: term, first).withUnsafeBufferPointer { bytes in
                PlaceChunk.forEach(in: bytes, first: first) { found, _, range in
                    guard found == Int(rowid) else { return false }
                    places = PlaceChunk.decode(UnsafeBufferPointer(rebasing: bytes[range]))
                    return true
                }
            }
            guard isSound else { throw ArchiveProblem.damaged }
            return try places ?? none(of: rowid, in: list)
        }
    }

    /// What is in a list has places.
    private func none(of rowid: Int32, in list: PostingList) throws -> [Place] {
        guard list.index(of: rowid) == nil else { throw ArchiveProblem.damaged }
        return []
    }

    /// Of the last chunk that begins before a document or with it.
    private func first(of term: Int, before rowid: Int32) throws -> Int? {
        if firsts[term] == nil { firsts[term] = try store.firsts(of: term) }
        guard let all = firsts[term] else { return nil }
        let behind = all.firstIndexInOrder { $0 > Int(rowid) }
        return behind > 0 ? all[behind - 1] : nil
    }

    private func chunk(of term: Int, _ first: Int) throws -> [UInt8] {
        let key = Key(term: term, first: first)
        if let known = chunks[key] { return known }
        let chunk = try store.chunk(of: term, first: first)
        chunks[key] = chunk
        return chunk
    }
}
