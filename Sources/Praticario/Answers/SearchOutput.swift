public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// `search --format json`, as docs/output.md documents it.
public struct SearchOutput: Codable, Hashable, Sendable {
    public var version = OutputVersion.current
    public let query: QueryOutput
    public let total: Int
    public let totalWithAllWords: Int
    public let totalInPlace: Int
    public let offset: Int
    public let hits: [HitOutput]
    public let facets: [String: [FacetOutput]]
    public let offered: [OfferOutput]
    public let proposals: [RecognizedOutput]

    public init(_ results: SearchResults, _ values: FacetValues, offset: Int) {
        query = QueryOutput(results.query)
        total = results.total
        totalWithAllWords = results.totalWithAllWords
        totalInPlace = results.totalInPlace
        self.offset = offset
        hits = results.hits.map { HitOutput($0, values) }
        facets = Dictionary(
            uniqueKeysWithValues: results.facets.map { facet, counts in
                (facet.rawValue, counts.map { FacetOutput($0, facet, values) })
            })
        offered = results.offered.map { OfferOutput($0, values) }
        proposals = results.proposals.map(RecognizedOutput.init)
    }

    public struct QueryOutput: Codable, Hashable, Sendable {
        public let understood: String
        public let notes: [LocalizedText]
        public let corrections: [CorrectionOutput]
        public let recognized: [RecognizedOutput]
        public let problems: [DiagnosticOutput]

        public init(_ query: UnderstoodQuestion) {
            understood = query.text
            notes = query.notes
            corrections = query.corrections.map { CorrectionOutput(typed: $0.typed, replacement: $0.replacement) }
            recognized = query.recognized.map(RecognizedOutput.init)
            problems = query.diagnostics.map(DiagnosticOutput.init)
        }
    }

    public struct CorrectionOutput: Codable, Hashable, Sendable {
        public let typed: String
        public let replacement: String
    }

    public struct RecognizedOutput: Codable, Hashable, Sendable {
        public let facet: String
        public let text: String
        public let keys: [String]
        public let filter: String

        public init(_ recognized: RecognizedValue) {
            facet = recognized.facet.rawValue
            (text, keys, filter) = (recognized.text, recognized.keys, recognized.filter)
        }
    }

    public struct ExplanationOutput: Codable, Hashable, Sendable {
        public let text: String
        public let exact: Bool
        public let occurrences: Double
        public let sheets: Int
        public let value: Double
    }

    public struct FragmentOutput: Codable, Hashable, Sendable {
        public let text: String
        public let highlighted: Bool

        public init(_ fragment: Fragment) {
            text = fragment.text
            highlighted = fragment.isHighlighted
        }
    }

    public struct FacetOutput: Codable, Hashable, Sendable {
        public let key: String
        public let label: LocalizedText
        public let count: Int
        public let countWithAllWords: Int

        public init(_ count: FacetCount, _ facet: Facet, _ values: FacetValues) {
            key = count.key
            label = values.label(of: count.key, in: facet)
            self.count = count.count
            countWithAllWords = count.countWithAllWords
        }
    }

    public struct OfferOutput: Codable, Hashable, Sendable {
        public let label: LocalizedText
        public let hits: [HitOutput]

        public init(_ offer: Offer, _ values: FacetValues) {
            label = offer.label
            hits = offer.hits.map { HitOutput($0, values) }
        }
    }
}
