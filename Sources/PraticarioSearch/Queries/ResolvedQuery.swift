public import PraticarioCorpus
public import PraticarioSystem

/// A question in terms and codes: all that a searcher needs, and what the reader should be told about it.
public struct ResolvedQuery: Sendable {
    /// A filter with its values; all filters must hold, any of a filter's tests is enough.
    public struct Filter: Hashable, Sendable {
        public var name: FilterName
        public var tests: [FacetTest]
        /// No test may hold.
        public var isExcluded: Bool

        public var facet: Facet { name.facet }

        public func holds(for row: ArraySlice<Int32>) -> Bool {
            tests.contains { $0.holds(for: row) } != isExcluded
        }
    }

    /// A sheet matches when it has any of these; without any, every sheet does.
    public var terms: [QueryTerm] = []
    /// A sheet matches when it has none of these.
    public var excluded: [QueryTerm] = []
    public var filters: [Filter] = []
    /// The ids of the sheets in the collections that the question demands; `nil` where it names none.
    public var only: Set<String>?
    /// The ids of those in the collections that it excludes.
    public var without: Set<String> = []
    /// What was recognised among the words, and the filter that would narrow the answer to it.
    public var recognized: [Recognized] = []
    /// Words that were searched in another spelling, because no sheet has them.
    public var corrections: [Spelling.Correction] = []
    /// The query as understood, in the query language.
    public var understood = ""
    /// What was ambiguous and how it was taken.
    public var notes: [LocalizedText] = []
    /// What was not understood.
    public var diagnostics: [Diagnostic] = []

    public init(terms: [QueryTerm] = []) {
        self.terms = terms
    }

    /// Whether the collections that the question names let a sheet in.
    public func admits(_ id: String) -> Bool {
        only?.contains(id) != false && !without.contains(id)
    }

    /// A territory or a theme that the words name. It never filters by itself.
    public struct Recognized: Hashable, Sendable {
        public var facet: Facet
        /// As typed.
        public var text: String
        /// The keys of what it stands for.
        public var keys: [String]
        /// In the query language: `territorio:molise`.
        public var filter: String
    }
}
