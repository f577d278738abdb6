/// What a sheet has of a question, before any score.
public struct Standing: Codable, Hashable, Sendable {
    /// It comes from a territory that the question names, and is on its subject.
    public var isInPlace: Bool
    /// It has every word of the question that tells what is asked for, in whatever form.
    public var hasAllWords: Bool
    /// It has nearly as much of what the question is about as the sheet that has most of it, by the rarity of the words;
    /// so has every sheet where the question names nothing but territories.
    public var isOnSubject: Bool

    package init(isInPlace: Bool, hasAllWords: Bool, isOnSubject: Bool) {
        (self.isInPlace, self.hasAllWords, self.isOnSubject) = (isInPlace, hasAllWords, isOnSubject)
    }

    /// How a question's terms decide it, prepared for many sheets.
    package struct Rule: Sendable {
        package let subject: Subject
        /// The terms that name territories, by their index.
        package let places: [Int]
        /// The terms that a sheet must have to have all the words, territories left out, a bit each.
        package let telling: UInt64
        /// The share of the subject from which on a sheet is on it.
        private let least: Double

        /// As much of the best share is nearly as much: of two words neither is, unless it is four times as rare.
        private static let nearly = 0.8

        /// - Parameters:
        ///   - query: of at most 64 terms: `Question.wordLimit`.
        ///   - found: of each sheet that matches, filters aside, the terms whose words it has, a bit each; of several that
        ///     have the same once is enough.
        package init(_ query: ResolvedQuery, _ subject: Subject, found: some Sequence<UInt64>) {
            self.subject = subject
            places = query.terms.indices.filter {
                query.terms[$0].role == .telling && !query.terms[$0].territories.isEmpty
            }
            telling = query.terms.enumerated().reduce(0) { mask, term in
                term.element.role == .telling && term.element.territories.isEmpty
                    ? mask | 1 << UInt64(term.offset) : mask
            }
            least = found.reduce(0) { max($0, subject.share(of: $1)) } * Self.nearly
        }

        /// - Parameter found: the terms whose words a sheet has, a bit each, the first the lowest.
        package func isOnSubject(found: UInt64) -> Bool { subject.share(of: found) >= least }

        /// - Parameters:
        ///   - found: the terms whose words the sheet has, a bit each, the first the lowest.
        ///   - isFromThere: whether the sheet is from a territory that the term at an index names.
        package func standing(found: UInt64, isFromThere: (_ term: Int) -> Bool) -> Standing {
            var hasAll = found & telling == telling
            var isNamed = false
            for index in places {
                let isFromThere = isFromThere(index)
                if isFromThere { isNamed = true }
                if !isFromThere, found & 1 << UInt64(index) == 0 { hasAll = false }
            }
            let isOnSubject = isOnSubject(found: found)
            return Standing(
                isInPlace: isNamed && isOnSubject, hasAllWords: hasAll, isOnSubject: isOnSubject)
        }
    }
}
