import ItalianText
import PraticarioCorpus

/// Where a hit stands in an answer: smaller is earlier.
public struct RankKey: Comparable, Sendable {
    private let isInPlace: Bool
    private let hasAllWords: Bool
    private let score: Double
    private let text: String
    private let id: String

    init(_ entry: Entry, _ score: Double, _ standing: Standing, _ sort: ResultOrder) {
        switch sort {
        case .relevance: self.init(id: entry.id, score: score, standing)
        case .date: self.init(id: entry.id, descending: entry.updated?.iso8601 ?? "")
        case .title: self.init(id: entry.id, ascending: Self.titleKey(entry.title))
        }
    }

    init(id: String, score: Double, _ standing: Standing) {
        (isInPlace, hasAllWords) = (standing.isInPlace, standing.hasAllWords)
        (self.id, self.score, text) = (id, score, "")
    }

    /// By a text, ascending.
    public init(id: String, ascending text: String) {
        (isInPlace, hasAllWords) = (true, true)
        (self.id, score, self.text) = (id, 0, text)
    }

    /// By a text of ASCII, descending: its complement ascending, longer before its own beginning.
    public init(id: String, descending text: String) {
        let complement = text.utf8.map { 0x7F - min($0, 0x7E) } + [0x7F]
        self.init(id: id, ascending: String(decoding: complement, as: UTF8.self))
    }

    public static func titleKey(_ title: String) -> String {
        ItalianText.folded(title)
    }

    public static func < (a: RankKey, b: RankKey) -> Bool {
        if a.isInPlace != b.isInPlace { return a.isInPlace }
        if a.hasAllWords != b.hasAllWords { return a.hasAllWords }
        if a.score != b.score { return a.score > b.score }
        if !a.text.utf8.elementsEqual(b.text.utf8) { return a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
        return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
}
