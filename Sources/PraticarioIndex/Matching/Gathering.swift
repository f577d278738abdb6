import PraticarioSearch

/// The documents of some kinds that have the words of a question, none of them judged or tested for filters: the same for
/// all questions with these words and kinds.
struct Gathering {
    let words: QuestionWords
    /// By pattern of the wanted terms: documents that contain it.
    let documentFrequencies: [Int]
    let scorer: Ranking.Scorer
    private let patterns: [PatternSums]
    /// Those that have a term that does not only ask, where there are any terms, and none that is excluded.
    let matching: DocumentBits
    /// What terms they have, a bit each: at least of one that has most of the subject.
    let found: [UInt64]

    /// - Parameter members: the documents of the kinds; `isAll` where that are all.
    init(
        _ words: QuestionWords, _ query: ResolvedQuery, _ ranking: Ranking, members: DocumentBits, isAll: Bool
    ) {
        self.words = words
        let documentFrequencies = words.lists.map { list in
            isAll ? list.rowids.count : list.rowids.count(where: members.contains)
        }
        self.documentFrequencies = documentFrequencies
        scorer = ranking.scorer(query, documentFrequencies: documentFrequencies)
        patterns = scorer.sums(query.termsOfPatterns)
        var matching = members
        if !query.terms.isEmpty {
            let deciding = query.deciding
            var any = DocumentBits(size: words.size)
            for term in query.terms.indices where deciding & 1 << UInt64(term) != 0 {
                any.formUnion(words.having[term])
            }
            if isAll { matching = any } else { matching.formIntersection(any) }
        }
        if let excluded = words.excluded { matching.subtract(excluded) }
        self.matching = matching
        found = Self.found(words, query, matching)
    }

    private static func found(_ words: QuestionWords, _ query: ResolvedQuery, _ matching: DocumentBits) -> [UInt64] {
        // Mostly some document has all the words that any has: none has more.
        var most: UInt64 = 0
        var complete = matching
        for term in words.having.indices where !words.having[term].isEmpty {
            complete.formIntersection(words.having[term])
            most |= 1 << UInt64(term)
        }
        guard complete.isEmpty else { return [most] }
        guard query.terms.count <= few else {
            var found: Set<UInt64> = []
            matching.forEach { found.insert(words.found(in: $0)) }
            return Array(found)
        }
        var isFound = [Bool](repeating: false, count: 1 << query.terms.count)
        matching.forEach { isFound[Int(words.found(in: $0))] = true }
        return isFound.indices.filter { isFound[$0] }.map(UInt64.init)
    }

    /// As many terms have so few sets that each has a place in a table.
    private static let few = 12

    /// What the words of some of them add up to.
    ///
    /// Term at a time, some thousand documents after the other, so that what is added to stays in the processor. With every
    /// facet counted over all matches, each of them is looked at in any case: to skip those that cannot be among the best
    /// would spare the cheapest part of the work.
    ///
    /// - Parameter norms: by length, see `Ranking.norms`.
    func scored(_ hits: DocumentBits, lengths: [Int32], norms: [Double]) -> ScoredHits {
        var scored = ScoredHits(capacity: hits.count)
        let isAll = hits.words == matching.words
        var sums = [PatternSums.Sum](repeating: .zero, count: Self.block)
        var next = [Int](repeating: 0, count: words.lists.count)
        for start in stride(from: 0, to: words.size, by: Self.block) {
            let end = min(start + Self.block, words.size)
            sums.withUnsafeMutableBufferPointer { sums in
                for (number, list) in words.lists.enumerated() {
                    let range = next[number]..<list.index(from: next[number], reaching: Int32(end))
                    next[number] = range.upperBound
                    list.withPostings { postings in
                        hits.words.withUnsafeBufferPointer { wanted in
                            lengths.withUnsafeBufferPointer { lengths in
                                norms.withUnsafeBufferPointer { norms in
                                    patterns[number].add(
                                        postings, range, of: isAll ? nil : wanted, lengths: lengths, norms: norms,
                                        to: sums, first: start)
                                }
                            }
                        }
                    }
                }
                hits.forEach(inWords: (start >> 6)..<((end + 63) >> 6)) { scored.append($0, sums[Int($0) - start]) }
                sums.update(repeating: .zero)
            }
        }
        return scored
    }

    /// Documents whose sums fit into a processor's nearest memory, a multiple of 64.
    private static let block = 2_048
}
