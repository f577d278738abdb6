import PraticarioSearch

/// The documents that have the words of a question: the same for all questions with these words.
struct QuestionWords {
    /// Of each pattern of the wanted terms.
    let lists: [PostingList]
    /// By term those that have any of its patterns.
    let having: [DocumentBits]
    /// Those that have an excluded term; `nil` where nothing is excluded.
    let excluded: DocumentBits?
    /// Above all rowids.
    let size: Int

    init(_ query: ResolvedQuery, _ words: WordIndex, below size: Int) throws {
        self.init(
            lists: try words.lists(of: query.terms, below: size), query,
            excluded: query.excluded.isEmpty ? nil : try words.lists(of: query.excluded, below: size), size: size)
    }

    /// - Parameters:
    ///   - lists: of each pattern of the wanted terms.
    ///   - excluded: likewise of the excluded ones.
    init(lists: [PostingList], _ query: ResolvedQuery, excluded: [PostingList]?, size: Int) {
        (self.lists, self.size) = (lists, size)
        var number = 0
        having = query.terms.map { term in
            let end = number + term.patterns.count
            defer { number = end }
            return Self.any(of: lists[number..<end], size)
        }
        self.excluded = excluded.map { Self.any(of: $0, size) }
    }

    private static func any(of lists: some Sequence<PostingList>, _ size: Int) -> DocumentBits {
        lists.reduce(into: DocumentBits(size: size)) { $0.insert($1.rowids) }
    }

    /// The terms that a document has, a bit each.
    func found(in rowid: Int32) -> UInt64 {
        var found: UInt64 = 0
        for term in having.indices where having[term].contains(rowid) { found |= 1 << UInt64(term) }
        return found
    }
}
