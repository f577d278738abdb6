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
        length = document.text.length
        passages = document.text.passages
        texts = document.text.terms
        rows = Dictionary(
            uniqueKeysWithValues: document.keys.map { ($0.key, values.row(of: $0.value, in: $0.key)) })
    }

    /// The different words, accents off.
    var words: Set<String> {
        Set(texts.flatMap { $0.words.map { String($0.exact.unicodeScalars.dropFirst()) } })
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
    let standing: Standing
    let failedFacets: Set<Facet>
    /// Whether it answers but for the filters: it has one of the words, and none that is excluded.
    let isMatch: Bool

    init(_ document: LinearDocument, _ query: ResolvedQuery, _ rule: Standing.Rule, _ values: FacetValues) {
        self.document = document
        let wanted = query.terms.map(document.frequencies)
        frequencies = wanted.flatMap { $0 }
        let found = wanted.enumerated().reduce(into: UInt64(0)) { found, term in
            if term.element.contains(where: { $0 > 0 }) { found |= 1 << UInt64(term.offset) }
        }
        let territories = document.rows[.territory] ?? []
        standing = rule.standing(found: found) { term in
            territories.contains(where: query.terms[term].territories.contains)
        }
        let hasExcluded = query.excluded.contains { document.frequencies(of: $0).contains { $0 > 0 } }
        isMatch = !hasExcluded && (query.terms.isEmpty || found != 0)
        failedFacets = Set(
            query.filters.filter { filter in
                let row = document.rows[filter.facet] ?? []
                return filter.tests.contains { $0.holds(for: row, values.vocabularies) } == filter.isExcluded
            }.map(\.facet))
    }
}
