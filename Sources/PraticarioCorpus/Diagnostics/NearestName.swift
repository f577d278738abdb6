import ItalianText
import PraticarioSystem

/// Goes through names for those that a word may have meant, see `Suggestion.near`. They come as bytes, one by one: a
/// register has thousands, and nearly none is near.
struct NearestName {
    private let wanted: [UInt8]
    private let letters: UInt64
    private var folded: [UInt8] = []
    private var beginning: [String] = []
    private var best: (name: String, distance: Int)?

    /// `nil` for a word to which nothing is near.
    init?(to word: String) {
        wanted = Array(TextKey.folded(word).utf8)
        guard (Self.shortest...40).contains(wanted.count) else { return nil }
        letters = Self.letterSet(wanted)
    }

    /// - Parameter name: in UTF-8.
    mutating func consider(_ name: UnsafeBufferPointer<UInt8>) {
        // An edit changes at most two of the letters that occur, and one of their number.
        let limit = min(Self.limit(wanted.count), (best?.distance ?? .max) - 1)
        guard name.count + 2 >= wanted.count else { return }
        TextKey.fold(name, into: &folded)
        if folded.count > wanted.count, folded[wanted.count] == 0x20, folded.starts(with: wanted) {
            let name = String(decoding: name, as: UTF8.self)
            if !beginning.contains(name) { beginning.append(name) }
            return
        }
        guard abs(folded.count - wanted.count) <= limit,
            (Self.letterSet(folded) ^ letters).nonzeroBitCount <= 2 * limit,
            let distance = Suggestion.editDistance(wanted, folded, within: limit)
        else { return }
        // Two slips in a word seldom touch its first letter, too.
        if distance < 2 || folded.first == wanted.first { best = (String(decoding: name, as: UTF8.self), distance) }
    }

    /// All names that begin with the word as a whole word, at most three of them; else the nearest one.
    var found: [String] {
        beginning.isEmpty ? best.map { [$0.name] } ?? [] : Array(beginning.prefix(Self.shown))
    }

    /// A word of fewer letters may be anything.
    private static let shortest = 3
    /// As many names are given at once.
    private static let shown = 3

    /// How many slips a word of so many letters may have: one, two from eight letters on.
    private static func limit(_ letters: Int) -> Int { letters < 8 ? 1 : 2 }

    private static func letterSet(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
}
