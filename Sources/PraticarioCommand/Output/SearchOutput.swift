import Praticario
import PraticarioSearch
import PraticarioSystem
import PraticarioCorpus

/// `search --format json`, as docs/output.md documents it.
struct SearchOutput: Encodable {
    let version = outputVersion
    let query: QueryOutput
    let total: Int
    let totalWithAllWords: Int
    let totalInPlace: Int
    let offset: Int
    let hits: [HitOutput]
    let facets: [String: [FacetOutput]]
    let offered: [OfferOutput]
    let proposals: [RecognizedOutput]

    init(_ results: SearchResults, _ values: FacetValues, offset: Int) {
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

    struct QueryOutput: Encodable {
        let understood: String
        let notes: [LocalizedText]
        let corrections: [CorrectionOutput]
        let recognized: [RecognizedOutput]
        let problems: [DiagnosticOutput]

        init(_ query: ResolvedQuery) {
            understood = query.understood
            notes = query.notes
            corrections = query.corrections.map { CorrectionOutput(typed: $0.typed, replacement: $0.replacement) }
            recognized = query.recognized.map(RecognizedOutput.init)
            problems = query.diagnostics.map(DiagnosticOutput.init)
        }
    }

    struct CorrectionOutput: Encodable {
        let typed: String
        let replacement: String
    }

    struct RecognizedOutput: Encodable {
        let facet: String
        let text: String
        let keys: [String]
        let filter: String

        init(_ recognized: ResolvedQuery.Recognized) {
            facet = recognized.facet.rawValue
            (text, keys, filter) = (recognized.text, recognized.keys, recognized.filter)
        }
    }

    struct ExplanationOutput: Encodable {
        let text: String
        let exact: Bool
        let occurrences: Double
        let sheets: Int
        let value: Double
    }

    struct HitOutput: Encodable {
        let id: String
        let title: String
        let kind: String
        let summary: String?
        let publication: String
        let example: Bool
        let incomplete: Bool
        let themes: [NamedOutput]
        let territories: [NamedOutput]
        let organization: String?
        let path: String
        let row: Int?
        let score: Double
        let hasAllWords: Bool
        let inPlace: Bool
        let explanation: [ExplanationOutput]?
        let titleFragments: [FragmentOutput]
        let snippet: [FragmentOutput]

        init(_ hit: SearchHit, _ values: FacetValues) {
            let entry = hit.entry
            id = entry.id
            title = entry.title
            kind = entry.kind.rawValue
            summary = entry.summary
            publication = entry.publication.rawValue
            example = entry.isExample
            incomplete = entry.isIncomplete
            themes = entry.themes.map { NamedOutput($0, .theme, values) }
            territories = entry.territories.map { NamedOutput($0, .territory, values) }
            organization = entry.organization?.name
            path = entry.origin.path
            row = entry.origin.row
            score = hit.score
            hasAllWords = hit.hasAllWords
            inPlace = hit.standing.isInPlace
            explanation =
                hit.explanation.isEmpty
                ? nil
                : hit.explanation.map { part in
                    ExplanationOutput(
                        text: part.text, exact: part.isExact, occurrences: Double(part.frequency) / 10,
                        sheets: part.sheets, value: part.value)
                }
            titleFragments = hit.title.map(FragmentOutput.init)
            snippet = hit.snippet.map(FragmentOutput.init)
        }
    }

    struct FragmentOutput: Encodable {
        let text: String
        let highlighted: Bool

        init(_ fragment: Fragment) {
            text = fragment.text
            highlighted = fragment.isHighlighted
        }
    }

    struct FacetOutput: Encodable {
        let key: String
        let label: LocalizedText
        let count: Int
        let countWithAllWords: Int

        init(_ count: FacetCount, _ facet: Facet, _ values: FacetValues) {
            key = count.key
            label = values.label(of: count.key, in: facet)
            self.count = count.count
            countWithAllWords = count.countWithAllWords
        }
    }

    struct OfferOutput: Encodable {
        let label: LocalizedText
        let hits: [HitOutput]

        init(_ offer: Offer, _ values: FacetValues) {
            label = offer.label
            hits = offer.hits.map { HitOutput($0, values) }
        }
    }
}

/// A key with its label.
struct NamedOutput: Encodable {
    let key: String
    let label: LocalizedText

    init(_ key: String, _ facet: Facet, _ values: FacetValues) {
        self.key = key
        label = values.label(of: key, in: facet)
    }
}
