/// A question in terms and keys: all that an archive needs to answer it, and what the reader should be told.
package struct ResolvedQuery: Sendable {
    /// A filter with its values; all filters must hold, any of a filter's tests is enough.
    package struct Filter: Hashable, Sendable {
        package var name: FilterName
        package var tests: [FacetTest]
        /// No test may hold.
        package var isExcluded: Bool

        package init(name: FilterName, tests: [FacetTest], isExcluded: Bool = false) {
            self.name = name
            self.tests = tests
            self.isExcluded = isExcluded
        }

        package var facet: Facet { name.facet }
    }

    /// A sheet matches when it has any of these; without any, every sheet does.
    package var terms: [QueryTerm] = []
    /// A sheet matches when it has none of these.
    package var excluded: [QueryTerm] = []
    package var filters: [Filter] = []
    /// The ids of the sheets in the collections that the question demands; `nil` where it names none.
    package var only: Set<String>?
    /// The ids of those that are left out.
    package var without: Set<String> = []
    /// What the reader is told.
    package var understood = UnderstoodQuestion()

    package init(terms: [QueryTerm] = []) {
        self.terms = terms
    }

    /// Whether the collections that the question names let a sheet in.
    package func admits(_ id: String) -> Bool {
        only?.contains(id) != false && !without.contains(id)
    }

    /// Whether it asks for the same words as another, so that what has them need be gathered once.
    package func hasSameWords(as other: ResolvedQuery) -> Bool {
        terms == other.terms && excluded == other.excluded
    }
}

extension ResolvedQuery {
    /// What the reader is told, with what can be counted off the question as it is asked.
    package var told: UnderstoodQuestion {
        var told = understood
        told.wordCount = terms.count
        told.filteredFacets = Set(filters.map(\.facet))
        return told
    }
}
