import ItalianText
import PraticarioSearch

/// The texts of a document taken apart, once for all that is made of them: the tokens that FTS5 stores, and what the lists
/// of terms say of the document. Making it is work that all cores share.
struct DocumentTerms: Sendable {
    /// The different ones, in the order in which they are met.
    let terms: TermList
    /// The words that count in the document's length.
    let length: Int
    /// Of each term what the lists keep of a document (`PostingBuilder`): its frequency, how many bytes its places take, and
    /// the places; one behind the other, and where each ends.
    private let entries: [UInt8]
    private let ends: [Int32]
    /// By field: the number of a term, doubled, and one more where it stands at the place of the one before.
    private let tokens: [Int32]
    /// Where the tokens of each field end.
    private let fieldEnds: [Int]

    private struct Occurrence {
        let term: Int32
        let place: Place
    }

    /// - Parameter texts: by `TextField.rawValue`.
    init(_ texts: [String], _ analyzer: TextAnalyzer) {
        var table = TermTable(room: 1 << 10)
        var occurrences: [Occurrence] = []
        occurrences.reserveCapacity(1 << 9)
        var tokens: [Int32] = []
        tokens.reserveCapacity(1 << 9)
        var fieldEnds: [Int] = []
        var length = 0
        analyzer.withScanner { scanner in
            for (field, text) in zip(TextField.allCases, texts) {
                var text = text
                let counts = field.countsInLength
                text.withUTF8 { bytes in
                    var word = -1
                    scanner.scan(bytes) { term, kind, _ in
                        if kind == .exact { word += 1 }
                        // Every word but a stop word has one.
                        if kind == .stem, counts { length += 1 }
                        let number = Int32(table.number(of: term))
                        occurrences.append(
                            Occurrence(term: number, place: Place(field: field.rawValue, word: word)))
                        tokens.append(number << 1 | (kind == .exact ? 0 : 1))
                        return true
                    }
                }
                fieldEnds.append(tokens.count)
            }
        }
        terms = table.terms
        self.length = length
        self.tokens = tokens
        self.fieldEnds = fieldEnds
        (entries, ends) = Self.entries(occurrences, count: terms.count)
    }

    private static func entries(_ occurrences: [Occurrence], count: Int) -> (bytes: [UInt8], ends: [Int32]) {
        // By term, in reading order.
        var next = [Int32](repeating: 0, count: count + 1)
        for occurrence in occurrences { next[Int(occurrence.term) + 1] += 1 }
        for number in 0..<count { next[number + 1] += next[number] }
        var places = [Place](repeating: Place(packed: 0), count: occurrences.count)
        for occurrence in occurrences {
            places[Int(next[Int(occurrence.term)])] = occurrence.place
            next[Int(occurrence.term)] += 1
        }
        let weights = TextField.allCases.map(\.weight)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(occurrences.count * 4 + count * 2)
        var ends: [Int32] = []
        ends.reserveCapacity(count)
        var packed: [UInt8] = []
        var start = 0
        for number in 0..<count {
            var frequency = 0
            var last: Place?
            packed.removeAll(keepingCapacity: true)
            // Two stems of a word may be one.
            for place in places[start..<Int(next[number])] where place != last {
                PlaceChunk.append(place, behind: last, to: &packed)
                frequency += weights[place.field]
                last = place
            }
            start = Int(next[number])
            Varint.append(frequency, to: &bytes)
            Varint.append(packed.count, to: &bytes)
            bytes.append(contentsOf: packed)
            ends.append(Int32(bytes.count))
        }
        return (bytes, ends)
    }

    /// The word that a term is the exact form of, accents off; `nil` for a stem.
    static func word(of term: String) -> String? {
        term.unicodeScalars.first == "\u{E000}" ? String(term.unicodeScalars.dropFirst()) : nil
    }

    /// Calls `body` with each term, its hash and its entry.
    func forEach(_ body: (UnsafeBufferPointer<UInt8>, UInt64, UnsafeBufferPointer<UInt8>) -> Void) {
        entries.withUnsafeBufferPointer { entries in
            var number = 0
            var start = 0
            terms.forEach { term, hash in
                let end = Int(ends[number])
                body(term, hash, UnsafeBufferPointer(rebasing: entries[start..<end]))
                number += 1
                start = end
            }
        }
    }

    /// Calls `emit` with the tokens of a text field, in its order, until it returns whether to go on.
    func forEachToken(
        in field: Int, _ emit: (_ term: UnsafeBufferPointer<UInt8>, _ isColocated: Bool) -> Bool
    ) {
        guard fieldEnds.indices.contains(field) else { return }
        terms.withTerms { term in
            for token in tokens[(field == 0 ? 0 : fieldEnds[field - 1])..<fieldEnds[field]] {
                guard emit(term(Int(token >> 1)), token & 1 == 1) else { return }
            }
        }
    }
}
