import ItalianText
import PraticarioCorpus

/// What a sheet has of a question, before any score.
public struct Standing: Hashable, Sendable {
    /// It comes from a territory that the question names, and has another of its words where there are any.
    public var isInPlace: Bool
    public var hasAllWords: Bool

    public init(isInPlace: Bool, hasAllWords: Bool) {
        (self.isInPlace, self.hasAllWords) = (isInPlace, hasAllWords)
    }

    /// How a question's terms decide it, prepared for many sheets.
    public struct Rule: Sendable {
        /// Of each term the territories that it names; empty for other words.
        private let places: [Set<Int32>]
        /// Whether the territories of a sheet matter.
        public let namesPlace: Bool
        private let all: UInt64

        /// A question has at most 64 terms: `Query.wordLimit`.
        public init(_ query: ResolvedQuery) {
            places = query.terms.map(\.territories)
            namesPlace = places.contains { !$0.isEmpty }
            all = places.count < 64 ? (1 << UInt64(places.count)) - 1 : .max
        }

        /// - Parameters:
        ///   - found: the terms whose words the sheet has, a bit each, the first the lowest.
        ///   - territories: the sheet's row in that facet.
        public func standing(found: UInt64, territories: some Sequence<Int32>) -> Standing {
            guard namesPlace else { return Standing(isInPlace: false, hasAllWords: found == all) }
            var hasAll = true
            var isNamed = false
            var others = 0
            var foundOthers = 0
            for (index, place) in places.enumerated() {
                let isFound = found & 1 << UInt64(index) != 0
                guard !place.isEmpty else {
                    others += 1
                    if isFound { foundOthers += 1 } else { hasAll = false }
                    continue
                }
                let isFromThere = territories.contains(where: place.contains)
                if isFromThere { isNamed = true }
                if !isFound, !isFromThere { hasAll = false }
            }
            return Standing(isInPlace: isNamed && (others == 0 || foundOthers > 0), hasAllWords: hasAll)
        }
    }
}

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
