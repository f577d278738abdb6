/// What a sheet has of a question, before any score.
public struct Standing: Codable, Hashable, Sendable {
    /// It comes from a territory that the question names, and has another of its words where there are any.
    public var isInPlace: Bool
    /// It has every word of the question, in whatever form.
    public var hasAllWords: Bool

    package init(isInPlace: Bool, hasAllWords: Bool) {
        (self.isInPlace, self.hasAllWords) = (isInPlace, hasAllWords)
    }

    /// How a question's terms decide it, prepared for many sheets.
    package struct Rule: Sendable {
        /// Of each term whether it names territories.
        private let namesPlaces: [Bool]
        /// Whether the territories of a sheet matter.
        package let namesPlace: Bool
        private let all: UInt64

        /// A question has at most 64 terms: `Question.wordLimit`.
        package init(_ query: ResolvedQuery) {
            namesPlaces = query.terms.map { !$0.territories.isEmpty }
            namesPlace = namesPlaces.contains(true)
            all = namesPlaces.count < 64 ? (1 << UInt64(namesPlaces.count)) - 1 : .max
        }

        /// - Parameters:
        ///   - found: the terms whose words the sheet has, a bit each, the first the lowest.
        ///   - isFromThere: whether the sheet is from a territory that the term at an index names.
        package func standing(found: UInt64, isFromThere: (_ term: Int) -> Bool) -> Standing {
            guard namesPlace else { return Standing(isInPlace: false, hasAllWords: found == all) }
            var hasAll = true
            var isNamed = false
            var others = 0
            var foundOthers = 0
            for (index, namesPlaces) in namesPlaces.enumerated() {
                let isFound = found & 1 << UInt64(index) != 0
                guard namesPlaces else {
                    others += 1
                    if isFound { foundOthers += 1 } else { hasAll = false }
                    continue
                }
                let isFromThere = isFromThere(index)
                if isFromThere { isNamed = true }
                if !isFound, !isFromThere { hasAll = false }
            }
            return Standing(isInPlace: isNamed && (others == 0 || foundOthers > 0), hasAllWords: hasAll)
        }
    }
}
