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
    /// Whether sheets in which its words stand near each other are better: not where nobody put them side by side.
    package var ranksNearness = true
    /// What the reader is told.
    package var understood = UnderstoodQuestion()

    package init(terms: [QueryTerm] = []) {
        self.terms = terms
    }

    /// Whether the collections that the question names let a sheet in.
    package func admits(_ id: String) -> Bool {
        only?.contains(id) != false && !without.contains(id)
    }

    /// The terms without which a sheet does not match, a bit each, the first the lowest: all but those that only ask.
    package var deciding: UInt64 {
        terms.enumerated().reduce(0) { $1.element.role == .asking ? $0 : $0 | 1 << UInt64($1.offset) }
    }

    /// Of each pattern of the terms in turn the number of its term.
    package var termsOfPatterns: [Int] {
        terms.indices.flatMap { repeatElement($0, count: terms[$0].patternCount) }
    }

    /// The words that follow each other in the question, as numbers among the patterns of all terms.
    package var neighbours: [(first: Int, second: Int)] {
        guard ranksNearness else { return [] }
        var neighbours: [(first: Int, second: Int)] = []
        var number = 0
        for (index, term) in terms.enumerated() {
            let next = number + term.patternCount
            if index + 1 < terms.count, term.hasNeighbours, terms[index + 1].hasNeighbours {
                neighbours.append((number, next))
            }
            number = next
        }
        return neighbours
    }

    /// Whether it asks for the same words as another, so that what has them need be gathered once.
    package func hasSameWords(as other: ResolvedQuery) -> Bool {
        terms == other.terms && excluded == other.excluded && ranksNearness == other.ranksNearness
    }
}

extension QueryTerm {
    /// Whether it is one word that has a place in a text.
    fileprivate var hasNeighbours: Bool {
        role != .broader && territories.isEmpty && pattern.terms.count == 1
    }
}

extension ResolvedQuery {
    /// What the reader is told, with what can be counted off the question as it is asked.
    ///
    /// - Parameter documentFrequencies: for each pattern of each term in turn, the number of sheets that contain it.
    package func told(documentFrequencies: [Int]) -> UnderstoodQuestion {
        var told = understood
        told.wordCount = terms.count { $0.role == .telling }
        var number = 0
        for term in terms {
            let frequencies = documentFrequencies[number..<(number + term.patternCount)]
            number += term.patternCount
            // A territory without sheets is offered what lies around it.
            guard term.role == .telling, term.territories.isEmpty, !term.isOwn,
                frequencies.allSatisfy({ $0 == 0 })
            else { continue }
            told.absent.append(term.text)
        }
        told.filteredFacets = Set(filters.map(\.facet))
        return told
    }
}
