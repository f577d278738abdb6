import Foundation
import PraticarioCorpus
import PraticarioSearch

/// The documents that have the words of a question: the same for all questions with these words.
struct QuestionWords {
    /// Of each pattern of the wanted terms.
    let lists: [PostingList]
    /// Of those of the excluded terms.
    let excluded: [PostingList]

    init(_ query: ResolvedQuery, _ words: WordIndex, below limit: Int) throws {
        lists = try words.lists(of: query.terms, below: limit)
        excluded = try words.lists(of: query.excluded, below: limit)
    }
}

/// Those of them that are of some kinds, with what the words make of their scores, none of them judged or tested for
/// filters: the same for all questions with these words and kinds.
struct Gathering {
    /// By pattern of the wanted terms: documents that contain it.
    let documentFrequencies: [Int]
    let scorer: Ranking.Scorer
    /// In order of rowid.
    let candidates: [Candidate]

    /// - Parameters:
    ///   - norms: of all documents, as the ranking makes them.
    ///   - isWanted: by rowid, whether the document is of the kinds; `nil` where all are.
    init(
        _ words: QuestionWords, _ query: ResolvedQuery, _ ranking: Ranking, _ documents: PackedDocuments,
        norms: [Double], _ isWanted: ((Int32) -> Bool)?
    ) {
        documentFrequencies = words.lists.map { list in
            isWanted.map { isWanted in list.rowids.count(where: isWanted) } ?? list.rowids.count
        }
        scorer = ranking.scorer(query, documentFrequencies: documentFrequencies)
        candidates =
            query.terms.isEmpty
            ? Self.allBut(words.excluded, documents, isWanted)
            : Self.candidates(words, query, scorer, norms, isWanted)
    }

    /// Where a question has no words.
    private static func allBut(
        _ excluded: [PostingList], _ documents: PackedDocuments, _ isWanted: ((Int32) -> Bool)?
    ) -> [Candidate] {
        let out = Set(excluded.flatMap(\.rowids))
        return documents.rowids.lazy.map { Int32(truncatingIfNeeded: $0) }
            .filter { !out.contains($0) && isWanted?($0) ?? true }
            .map { Candidate(rowid: $0, found: 0, words: 0) }
    }

    /// Term at a time into flat memory. With every facet counted over all matches, each of them is looked at in any case:
    /// to skip those that cannot be among the best would spare the cheapest part of the work.
    private static func candidates(
        _ words: QuestionWords, _ query: ResolvedQuery, _ scorer: Ranking.Scorer, _ norms: [Double],
        _ isWanted: ((Int32) -> Bool)?
    ) -> [Candidate] {
        let size = norms.count
        let found = Zeroed<UInt64>(size)
        let sums = Zeroed<Double>(size)
        var number = 0
        for (index, term) in query.terms.enumerated() {
            for _ in term.patterns {
                let list = words.lists[number]
                list.rowids.withUnsafeBufferPointer { rowids in
                    for rowid in rowids { found.start[Int(rowid)] |= 1 << UInt64(index) }
                }
                norms.withUnsafeBufferPointer { norms in
                    guard let norms = norms.baseAddress else { return }
                    scorer.add(number, list.rowids, list.frequencies, norms: norms, to: sums.start)
                }
                number += 1
            }
        }
        for list in words.excluded {
            for rowid in list.rowids { found.start[Int(rowid)] = 0 }
        }
        let deciding = query.deciding
        func candidate(_ rowid: Int32) -> Candidate? {
            let terms = found.start[Int(rowid)]
            guard terms & deciding != 0, isWanted?(rowid) ?? true else { return nil }
            return Candidate(rowid: rowid, found: terms, words: sums.start[Int(rowid)])
        }
        let postings = words.lists.reduce(0) { $0 + $1.rowids.count }
        if postings < size / 8 {
            // Few are touched: the rest of the memory is never looked at.
            return Set(words.lists.flatMap(\.rowids)).sorted().compactMap(candidate)
        }
        return (0..<Int32(truncatingIfNeeded: size)).compactMap(candidate)
    }
}

/// Memory that is 0, and that costs nothing where nobody looks.
private final class Zeroed<Number> {
    let start: UnsafeMutablePointer<Number>

    init(_ count: Int) {
        guard let memory = calloc(max(1, count), MemoryLayout<Number>.stride) else { fatalError("no memory") }
        start = memory.bindMemory(to: Number.self, capacity: max(1, count))
    }

    deinit { free(start) }
}
