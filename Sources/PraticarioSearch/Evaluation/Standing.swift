/// What a sheet has of a question, before any score.
public struct Standing: Hashable, Sendable {
    /// It comes from a territory that the question names, and has another of its words where there are any.
    public var isInPlace: Bool
    public var hasAllWords: Bool

    public init(isInPlace: Bool, hasAllWords: Bool) {
        (self.isInPlace, self.hasAllWords) = (isInPlace, hasAllWords)
    }

    /// How a question's terms decide it, prepared for many sheets.
    public struct Rule: Sendable {
        /// Of each term the territories that it names; empty for other words.
        private let places: [Set<Int32>]
        /// Whether the territories of a sheet matter.
        public let namesPlace: Bool
        private let all: UInt64

        /// A question has at most 64 terms: `Query.wordLimit`.
        public init(_ query: ResolvedQuery) {
            places = query.terms.map(\.territories)
            namesPlace = places.contains { !$0.isEmpty }
            all = places.count < 64 ? (1 << UInt64(places.count)) - 1 : .max
        }

        /// - Parameters:
        ///   - found: the terms whose words the sheet has, a bit each, the first the lowest.
        ///   - territories: the sheet's row in that facet.
        public func standing(found: UInt64, territories: some Sequence<Int32>) -> Standing {
            guard namesPlace else { return Standing(isInPlace: false, hasAllWords: found == all) }
            var hasAll = true
            var isNamed = false
            var others = 0
            var foundOthers = 0
            for (index, place) in places.enumerated() {
                let isFound = found & 1 << UInt64(index) != 0
                guard !place.isEmpty else {
                    others += 1
                    if isFound { foundOthers += 1 } else { hasAll = false }
                    continue
                }
                let isFromThere = territories.contains(where: place.contains)
                if isFromThere { isNamed = true }
                if !isFound, !isFromThere { hasAll = false }
            }
            return Standing(isInPlace: isNamed && (others == 0 || foundOthers > 0), hasAllWords: hasAll)
        }
    }
}
