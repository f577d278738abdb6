import PraticarioSearch

/// Gathers documents that were taken apart into lists of terms. What is added has rowids above all that are in the index.
final class PostingBuilder {
    /// What is new of a term.
    struct Addition {
        /// The rowids of the first and the last document.
        fileprivate(set) var first = -1
        fileprivate(set) var last = -1
        fileprivate(set) var count = 0
        /// As `PostingList.append` makes them, the step of the first left out: it depends on what stands before.
        fileprivate(set) var documents: [UInt8] = []
        /// Chunks of places: the first rowid of each, and where it begins in `places`.
        fileprivate(set) var chunks: [(first: Int, start: Int)] = []
        fileprivate(set) var places: [UInt8] = []
        fileprivate(set) var removed: [Int32] = []
    }

    /// The documents of a term: for each what its rowid lies behind the one before, and its entry in `DocumentTerms`.
    private struct List {
        var entries = ByteChains.Chain()
        var last: Int32 = -1
        var count: Int32 = 0
    }

    /// What is held: in one value, so that adding to it is one access.
    private struct Content {
        var table = TermTable()
        /// By the number of the term, likewise the last.
        var lists: [List] = []
        var chains = ByteChains()
        var removed: [Int: [Int32]] = [:]

        mutating func add(_ document: DocumentTerms, rowid: Int) {
            document.forEach { term, hash, entry in
                let number = number(of: term, hash)
                Self.append(rowid, entry, to: &lists[number], &chains)
            }
        }

        @inline(__always)
        private static func append(
            _ rowid: Int, _ entry: UnsafeBufferPointer<UInt8>, to list: inout List, _ chains: inout ByteChains
        ) {
            chains.append(rowid - Int(list.last), to: &list.entries)
            chains.append(entry, to: &list.entries)
            list.last = Int32(truncatingIfNeeded: rowid)
            list.count += 1
        }

        mutating func remove(_ document: DocumentTerms, rowid: Int) {
            document.forEach { term, hash, _ in
                removed[number(of: term, hash), default: []].append(Int32(truncatingIfNeeded: rowid))
            }
        }

        private mutating func number(of term: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
            let number = table.number(of: term, hash: hash)
            if number == lists.count { lists.append(List()) }
            return number
        }
    }

    private var content = Content()

    /// The terms that came and went, by number.
    var terms: TermList { content.table.terms }

    /// About what is held, in bytes.
    var size: Int {
        content.chains.size + content.table.terms.size + content.lists.count * MemoryLayout<List>.stride
    }

    func add(_ document: DocumentTerms, rowid: Int) {
        content.add(document, rowid: rowid)
    }

    /// - Parameter document: of the very texts that were added.
    func remove(_ document: DocumentTerms, rowid: Int) {
        content.remove(document, rowid: rowid)
    }

    func removeAll() {
        content = Content()
    }

    /// How many documents with a term were added.
    func count(of number: Int) -> Int { Int(content.lists[number].count) }

    func addition(_ number: Int) -> Addition {
        var addition = Addition()
        addition.removed = content.removed[number] ?? []
        content.chains.bytes(of: content.lists[number].entries).withUnsafeBufferPointer { bytes in
            var position = 0
            while position < bytes.count, let step = Varint.read(bytes, &position),
                let frequency = Varint.read(bytes, &position), let length = Varint.read(bytes, &position)
            {
                let places = UnsafeBufferPointer(rebasing: bytes[position..<(position + length)])
                position += length
                addition.append(addition.last + step, frequency, places)
            }
        }
        return addition
    }
}

extension PostingBuilder.Addition {
    fileprivate mutating func append(_ rowid: Int, _ frequency: Int, _ ownPlaces: UnsafeBufferPointer<UInt8>) {
        if count == 0 {
            first = rowid
            Varint.append(frequency, to: &documents)
        } else {
            PostingList.append(rowid, frequency, behind: last, to: &documents)
        }
        if places.count - (chunks.last?.start ?? -PlaceChunk.limit) >= PlaceChunk.limit {
            chunks.append((rowid, places.count))
        }
        PlaceChunk.append(rowid, ownPlaces, first: chunks.last?.first ?? rowid, to: &places)
        last = rowid
        count += 1
    }
}
