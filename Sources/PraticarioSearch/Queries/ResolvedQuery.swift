public import PraticarioCorpus

/// A question in terms and codes: all that a searcher needs, and what the reader should be told about it.
public struct ResolvedQuery: Sendable {
    /// A filter with its values; all filters must hold, any of a filter's tests is enough.
    public struct Filter: Hashable, Sendable {
        public var name: FilterName
        public var tests: [FacetTest]
        /// No test may hold.
        public var isExcluded: Bool

        public var facet: Facet { name.facet }

        public func holds(for row: some RandomAccessCollection<Int32>) -> Bool {
            tests.contains { $0.holds(for: row) } != isExcluded
        }
    }

    /// A sheet matches when it has any of these; without any, every sheet does.
    public var terms: [QueryTerm] = []
    /// A sheet matches when it has none of these.
    public var excluded: [QueryTerm] = []
    public var filters: [Filter] = []
    /// The query as understood, in the query language.
    public var understood = ""
    /// What was ambiguous and how it was taken.
    public var notes: [LocalizedText] = []
    /// What was not understood.
    public var diagnostics: [Diagnostic] = []

    public init(terms: [QueryTerm] = []) {
        self.terms = terms
    }
}
