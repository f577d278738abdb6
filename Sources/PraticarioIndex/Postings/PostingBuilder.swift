import ItalianText
import PraticarioSearch

/// Takes documents apart into lists of terms. What is added has rowids above all that are in the index.
final class PostingBuilder {
    /// What is new of a term.
    struct Addition {
        /// The rowids of the first and the last document.
        var first = -1
        var last = -1
        var count = 0
        /// As `PostingList.append` makes them, the step of the first left out: it depends on what stands before.
        var documents: [UInt8] = []
        /// Chunks of places: the first rowid of each, and where it begins in `places`.
        var chunks: [(first: Int, start: Int)] = []
        var places: [UInt8] = []
        var removed: [Int32] = []
        /// Of the document that is being read.
        fileprivate var frequency = 0
        fileprivate var lastPlace: UInt32 = 0
        fileprivate var readPlaces: [UInt8] = []
    }

    private(set) var terms = TermTable()
    private(set) var additions: [Addition] = []
    /// About what the additions hold, in bytes.
    private(set) var size = 0
    private let scanner: TermScanner
    /// The terms of the document that is being read.
    private var read: [Int] = []
    private let weights = TextField.allCases.map(\.weight)

    init(_ analyzer: TextAnalyzer) {
        scanner = TermScanner(analyzer)
    }

    /// - Parameter texts: by `TextField.rawValue`.
    func add(_ texts: [String], rowid: Int) {
        scan(texts)
        for number in read { close(number, rowid) }
        read.removeAll(keepingCapacity: true)
    }

    /// - Parameter texts: the very texts that were added.
    func remove(_ texts: [String], rowid: Int) {
        scan(texts)
        for number in read {
            additions[number].removed.append(Int32(truncatingIfNeeded: rowid))
            additions[number].frequency = 0
            additions[number].readPlaces.removeAll(keepingCapacity: true)
        }
        read.removeAll(keepingCapacity: true)
    }

    func removeAll() {
        terms = TermTable()
        additions = []
        size = 0
    }

    private func scan(_ texts: [String]) {
        for (field, text) in texts.enumerated() {
            var text = text
            text.withUTF8 { bytes in
                var word = -1
                scanner.scan(bytes) { term, kind, _ in
                    if kind == .exact { word += 1 }
                    take(term, Place(field: field, word: word), weight: weights[field])
                    return true
                }
            }
        }
    }

    @inline(__always)
    private func take(_ term: UnsafeBufferPointer<UInt8>, _ place: Place, weight: Int) {
        let number = terms.number(of: term)
        if number == additions.count { additions.append(Addition()) }
        if additions[number].frequency == 0 {
            read.append(number)
            additions[number].lastPlace = 0
        } else if additions[number].lastPlace == place.packed {
            // Two stems of a word may be one.
            return
        }
        Varint.append(
            Int(place.packed - additions[number].lastPlace), to: &additions[number].readPlaces)
        additions[number].lastPlace = place.packed
        additions[number].frequency += weight
    }

    /// Puts what was read of a term behind what is there.
    private func close(_ number: Int, _ rowid: Int) {
        let before = additions[number].documents.count + additions[number].places.count
        if additions[number].count == 0 {
            additions[number].first = rowid
            Varint.append(additions[number].frequency, to: &additions[number].documents)
        } else {
            PostingList.append(
                rowid, additions[number].frequency, behind: additions[number].last, to: &additions[number].documents)
        }
        let start = additions[number].chunks.last?.start ?? 0
        if additions[number].chunks.isEmpty || additions[number].places.count - start >= PlaceChunk.limit {
            additions[number].chunks.append((rowid, additions[number].places.count))
        }
        PlaceChunk.append(
            rowid, additions[number].readPlaces, first: additions[number].chunks.last?.first ?? rowid,
            to: &additions[number].places)
        additions[number].last = rowid
        additions[number].count += 1
        additions[number].frequency = 0
        additions[number].readPlaces.removeAll(keepingCapacity: true)
        size += additions[number].documents.count + additions[number].places.count - before
    }
}
