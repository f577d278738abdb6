package import ItalianText
package import PraticarioSearch

/// Sheets that may be the same practice told twice.
package struct NearDuplicates {
    /// Share of title words in common from which two sheets are reported (Jaccard index of the stems).
    private static let threshold = 0.6

    private var known: [(id: String, title: String, stems: Set<String>, territories: Set<String>)] = []

    private let analyzer: TextAnalyzer

    package init(_ analyzer: TextAnalyzer) {
        self.analyzer = analyzer
    }

    /// A sheet seen earlier that has nearly the same title, and a territory in common where both name one; `nil` when
    /// there is none. A sheet with the same id is the same sheet and no duplicate.
    package mutating func takes(_ head: EntryHead) -> (id: String, title: String)? {
        let stems = Set(analyzer.words(in: head.title).compactMap(\.stem))
        let territories = Set(head.territories)
        defer { known.append((head.id, head.title, stems, territories)) }
        guard stems.count >= 2 else { return nil }
        return known.first { other in
            guard other.id != head.id, !other.stems.isEmpty else { return false }
            let common = Double(stems.intersection(other.stems).count)
            guard common / Double(stems.union(other.stems).count) >= Self.threshold else { return false }
            return territories.isEmpty || other.territories.isEmpty || !territories.isDisjoint(with: other.territories)
        }.map { ($0.id, $0.title) }
    }
}
