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
    /// What sets of terms they have, a bit each, each set once.
    let found: [UInt64]

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
        found = Self.found(candidates, terms: query.terms.count)
    }

    /// As many terms have so few sets that each has a place in a table.
    private static let few = 12

    private static func found(_ candidates: [Candidate], terms: Int) -> [UInt64] {
        guard terms <= few else { return Array(Set(candidates.lazy.map(\.found))) }
        var isFound = [Bool](repeating: false, count: 1 << terms)
        for candidate in candidates { isFound[Int(candidate.found)] = true }
        return isFound.indices.filter { isFound[$0] }.map(UInt64.init)
    }

    /// Where a question has no words.
    private static func allBut(
        _ excluded: [PostingList], _ documents: PackedDocuments, _ isWanted: ((Int32) -> Bool)?
    ) -> [Candidate] {
        let size = documents.lengths.count
        var out = DocumentBits(size: size)
        for list in excluded { out.insert(list.rowids) }
        return all(below: size) { rowid in
            documents.lengths[Int(rowid)] >= 0 && !out.contains(rowid) && isWanted?(rowid) ?? true
                ? Candidate(rowid: rowid, found: 0, words: 0) : nil
        }
    }

    /// Term at a time into flat memory. With every facet counted over all matches, each of them is looked at in any case:
    /// to skip those that cannot be among the best would spare the cheapest part of the work.
    private static func candidates(
        _ words: QuestionWords, _ query: ResolvedQuery, _ scorer: Ranking.Scorer, _ norms: [Double],
        _ isWanted: ((Int32) -> Bool)?
    ) -> [Candidate] {
        let size = norms.count
        let sums = Zeroed<Ranking.Scorer.Sum>(size)
        var number = 0
        norms.withUnsafeBufferPointer { norms in
            guard let norms = norms.baseAddress else { return }
            for (index, term) in query.terms.enumerated() {
                for _ in term.patterns {
                    let list = words.lists[number]
                    scorer.add(number, of: index, list.rowids, list.frequencies, norms: norms, to: sums.start)
                    number += 1
                }
            }
        }
        for list in words.excluded {
            for rowid in list.rowids { sums.start[Int(rowid)].found = 0 }
        }
        let deciding = query.deciding
        func candidate(_ rowid: Int32) -> Candidate? {
            let sum = sums.start[Int(rowid)]
            guard sum.found & deciding != 0, isWanted?(rowid) ?? true else { return nil }
            return Candidate(rowid: rowid, found: sum.found, words: sum.words)
        }
        let postings = words.lists.reduce(0) { $0 + $1.rowids.count }
        if postings < size / 8 {
            // Few are touched: the rest of the memory is never looked at.
            return Set(words.lists.flatMap(\.rowids)).sorted().compactMap(candidate)
        }
        return all(below: size, candidate)
    }

    /// Into memory that is taken once.
    @inline(__always)
    private static func all(below size: Int, _ candidate: (Int32) -> Candidate?) -> [Candidate] {
        [Candidate](unsafeUninitializedCapacity: size) { candidates, count in
            guard let start = candidates.baseAddress else { return }
            for rowid in 0..<Int32(truncatingIfNeeded: size) {
                guard let candidate = candidate(rowid) else { continue }
                (start + count).initialize(to: candidate)
                count += 1
            }
        }
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
