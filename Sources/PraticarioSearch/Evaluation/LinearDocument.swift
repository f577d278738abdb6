import PraticarioCorpus
import ItalianText

/// A document as `LinearSearcher` keeps it.
struct LinearDocument: Sendable {
    let id: String
    let kind: KnowledgeDocument.Kind
    let head: SearchDocument.Head
    let length: Int
    let passages: [String]
    /// By facet its keys and all above them.
    let rows: [Facet: [String]]
    private let texts: [TermText]

    init(_ document: SearchDocument, _ values: FacetValues) {
        id = document.id
        kind = document.kind
        head = document.head
        passages = document.text.passages
        let analyzer = values.vocabularies.analyzer
        let texts = document.text.fields.map { TermText($0, analyzer) }
        length = TextField.allCases.filter(\.countsInLength).map { texts[$0.rawValue].length }.reduce(0, +)
        self.texts = texts
        rows = Dictionary(
            uniqueKeysWithValues: document.keys.map { ($0.key, values.row(of: $0.value, in: $0.key)) })
    }

    /// The different words, accents off.
    var words: Set<String> {
        Set(texts.flatMap { $0.words.map { String($0.exact.unicodeScalars.dropFirst()) } })
    }

    /// Of each pair of patterns, how far apart they begin where they are nearest in one field; 0 where they never meet. A
    /// word that is both is as near as can be.
    func distances(_ pairs: [(first: Int, second: Int)], _ terms: [QueryTerm]) -> [Int32] {
        let patterns = terms.flatMap { term in term.patterns.map { (pattern: $0, inTitle: term.inTitle) } }
        func places(_ number: Int, _ field: TextField) -> [Int] {
            let (pattern, inTitle) = patterns[number]
            return inTitle && field != .title ? [] : texts[field.rawValue].occurrences(of: pattern)
        }
        return pairs.map { pair in
            let distances = TextField.allCases.flatMap { field in
                places(pair.first, field).flatMap { first in places(pair.second, field).map { abs($0 - first) } }
            }
            return Int32(distances.min().map { max(1, $0) } ?? 0)
        }
    }

    /// Of each pattern its occurrences weighted by field, in tenths.
    func frequencies(of term: QueryTerm) -> [Int32] {
        term.patterns.map { pattern in
            (term.inTitle ? [TextField.title] : TextField.allCases).reduce(0) { sum, field in
                sum + Int32(texts[field.rawValue].occurrences(of: pattern).count * field.weight)
            }
        }
    }
}

/// A document beside a question.
struct LinearMatch {
    let document: LinearDocument
    /// Of each pattern of all wanted terms in turn.
    let frequencies: [Int32]
    let distances: [Int32]
    /// The wanted terms that it has, a bit each.
    let found: UInt64
    let failedFacets: Set<Facet>
    /// Whether it answers but for the filters: it has one of the words that do not only ask, and none that is excluded.
    let isMatch: Bool

    init(_ document: LinearDocument, _ query: ResolvedQuery, _ values: FacetValues) {
        self.document = document
        distances = document.distances(query.neighbours, query.terms)
        let wanted = query.terms.map(document.frequencies)
        frequencies = wanted.flatMap { $0 }
        found = wanted.enumerated().reduce(into: UInt64(0)) { found, term in
            if term.element.contains(where: { $0 > 0 }) { found |= 1 << UInt64(term.offset) }
        }
        let hasExcluded = query.excluded.contains { document.frequencies(of: $0).contains { $0 > 0 } }
        isMatch = !hasExcluded && (query.terms.isEmpty || found & query.deciding != 0)
        failedFacets = Set(
            query.filters.filter { filter in
                let row = document.rows[filter.facet] ?? []
                return filter.tests.contains { $0.holds(for: row, values.vocabularies) } == filter.isExcluded
            }.map(\.facet))
    }

    func standing(_ query: ResolvedQuery, _ rule: Standing.Rule) -> Standing {
        let territories = document.rows[.territory] ?? []
        return rule.standing(found: found) { term in
            territories.contains(where: query.terms[term].territories.contains)
        }
    }

    /// Calls `body` with what a scorer looks at.
    func with<Result>(_ subject: Subject, _ body: (Ranking.Found) -> Result) -> Result {
        frequencies.withUnsafeBufferPointer { frequencies in
            distances.withUnsafeBufferPointer { distances in
                body(
                    Ranking.Found(
                        frequencies, distances: distances, length: document.length, share: subject.share(of: found)))
            }
        }
    }
}
