/// How many sheets have a value.
public struct FacetCount: Codable, Hashable, Sendable {
    /// An id, a code, a year or a name: what a filter would take.
    public var key: String
    /// How many sheets.
    public var count: Int
    /// How many of them have all the words of the question.
    public var countWithAllWords: Int

    package init(key: String, count: Int, countWithAllWords: Int) {
        self.key = key
        self.count = count
        self.countWithAllWords = countWithAllWords
    }

    /// Most frequent first, ties by the bytes of the key.
    package static func inOrder(_ a: FacetCount, _ b: FacetCount) -> Bool {
        (b.count, b.countWithAllWords) != (a.count, a.countWithAllWords)
            ? (a.count, a.countWithAllWords) > (b.count, b.countWithAllWords)
            : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
}
