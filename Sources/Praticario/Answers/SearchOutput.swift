public import PraticarioSearch
public import PraticarioSystem
import PraticarioCorpus

/// `search --format json`, as docs/output.md documents it.
public struct SearchOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// How the question was understood.
    public let query: QueryOutput
    /// How many sheets match.
    public let total: Int
    /// How many of them have all the words.
    public let totalWithAllWords: Int
    /// How many of them come from a territory that the words name.
    public let totalInPlace: Int
    /// How many hits were passed over.
    public let offset: Int
    /// Best first.
    public let hits: [HitOutput]
    /// Communities, meetings and outcomes that answer, too, best first.
    public let documents: [DocumentOutput]
    /// How many of those there are.
    public let totalDocuments: Int
    /// By `Facet.rawValue`, such as `target_group`; values most frequent first. Each facet leaves out its own filters,
    /// and a sheet counts once for every value above its own.
    public let facets: [String: [FacetOutput]]
    /// Sheets outside the answer that may be wanted.
    public let offered: [OfferOutput]
    /// Filters worth trying when nothing was found.
    public let proposals: [RecognizedOutput]

    /// - Parameters:
    ///   - results: the answer.
    ///   - values: of the knowledge base that answered: `Snapshot.values`.
    ///   - offset: that of the request.
    public init(_ results: SearchResults, _ values: FacetValues, offset: Int) {
        query = QueryOutput(results.query)
        total = results.total
        totalWithAllWords = results.totalWithAllWords
        totalInPlace = results.totalInPlace
        self.offset = offset
        hits = results.hits.map { HitOutput($0, values) }
        documents = results.documents.map(DocumentOutput.init)
        totalDocuments = results.totalDocuments
        facets = Dictionary(
            uniqueKeysWithValues: results.facets.map { facet, counts in
                (facet.rawValue, counts.map { FacetOutput($0, facet, values) })
            })
        offered = results.offered.map { OfferOutput($0, values) }
        proposals = results.proposals.map(RecognizedOutput.init)
    }

    /// A community, a meeting or an outcome.
    public struct DocumentOutput: Codable, Hashable, Sendable {
        /// Unique in the knowledge base: `giovani`, `giovani/incontro-3`.
        public let id: String
        /// What it is, in words.
        public let kind: LocalizedText
        /// Plain text.
        public let title: String
        /// ISO 8601, as much as is known.
        public let date: String?
        /// Whether it is invented, to show how one is written.
        public let example: Bool
        /// The file, relative to the knowledge base.
        public let path: String
        /// On which it begins, from 1.
        public let line: Int
        /// A stretch of the text; empty where none was asked for.
        public let snippet: [FragmentOutput]

        package init(_ hit: DocumentHit) {
            let head = hit.head
            (id, kind, title, date) = (head.id, head.kind, head.title, head.date?.iso8601)
            (example, path, line) = (head.isExample, head.origin.path, head.origin.line ?? 1)
            snippet = hit.snippet.map(FragmentOutput.init)
        }
    }

    /// How a question was understood.
    public struct QueryOutput: Codable, Hashable, Sendable {
        /// In the query language.
        public let understood: String
        /// What was ambiguous and how it was taken.
        public let notes: [LocalizedText]
        /// Words that were searched in another spelling.
        public let corrections: [CorrectionOutput]
        /// Territories and themes among the words.
        public let recognized: [RecognizedOutput]
        /// What was not understood; it was searched as words.
        public let problems: [DiagnosticOutput]

        package init(_ query: UnderstoodQuestion) {
            understood = query.text
            notes = query.notes
            corrections = query.corrections.map { CorrectionOutput(typed: $0.typed, replacement: $0.replacement) }
            recognized = query.recognized.map(RecognizedOutput.init)
            problems = query.diagnostics.map(DiagnosticOutput.init)
        }
    }

    /// A word that was replaced, because no sheet has it.
    public struct CorrectionOutput: Codable, Hashable, Sendable {
        /// As the person wrote it.
        public let typed: String
        /// What was searched in its place.
        public let replacement: String
    }

    /// A value that words name, and the filter that would narrow the answer to it.
    public struct RecognizedOutput: Codable, Hashable, Sendable {
        /// A `Facet.rawValue`: `theme`, `territory`.
        public let facet: String
        /// As typed.
        public let text: String
        /// All that the words stand for.
        public let keys: [String]
        /// In the query language: `territorio:molise`.
        public let filter: String

        package init(_ recognized: RecognizedValue) {
            facet = recognized.facet.rawValue
            (text, keys, filter) = (recognized.text, recognized.keys, recognized.filter)
        }
    }

    /// What a word of the question adds to a score.
    public struct ExplanationOutput: Codable, Hashable, Sendable {
        /// As typed.
        public let text: String
        /// Whether it is the very form that was typed, on top of its family.
        public let exact: Bool
        /// In the sheet, weighted by field; tenths occur.
        public let occurrences: Double
        /// How many sheets have it.
        public let sheets: Int
        /// Its share of the score.
        public let value: Double
    }

    /// A stretch of plain text: nothing in it is HTML.
    public struct FragmentOutput: Codable, Hashable, Sendable {
        /// With its spaces: fragments are joined as they are.
        public let text: String
        /// Whether it is a word that was searched.
        public let highlighted: Bool

        package init(_ fragment: Fragment) {
            text = fragment.text
            highlighted = fragment.isHighlighted
        }
    }

    /// A value of a facet, and how often it occurs.
    public struct FacetOutput: Codable, Hashable, Sendable {
        /// What a filter takes, see `NamedOutput.key`.
        public let key: String
        /// What readers see.
        public let label: LocalizedText
        /// How many sheets have it.
        public let count: Int
        /// How many of them have all the words of the question.
        public let countWithAllWords: Int

        package init(_ count: FacetCount, _ facet: Facet, _ values: FacetValues) {
            key = count.key
            label = values.label(of: count.key, in: facet)
            self.count = count.count
            countWithAllWords = count.countWithAllWords
        }
    }

    /// Sheets outside the answer that may be wanted.
    public struct OfferOutput: Codable, Hashable, Sendable {
        /// Why they are offered: `In regione: Puglia`.
        public let label: LocalizedText
        /// Best first.
        public let hits: [HitOutput]

        package init(_ offer: Offer, _ values: FacetValues) {
            label = offer.label
            hits = offer.hits.map { HitOutput($0, values) }
        }
    }
}
