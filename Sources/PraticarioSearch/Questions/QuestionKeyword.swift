import ItalianText

/// What may stand before a colon and is no filter of a facet.
package enum QuestionKeyword: CaseIterable, Sendable {
    /// The sheets of a collection.
    case collection
    /// Words of the title alone.
    case title
    /// What follows is excluded.
    case without
    /// The order of the answer.
    case sort

    /// Italian, then English.
    package var names: [String] {
        switch self {
        case .collection: ["raccolta", "collection"]
        case .title: ["titolo", "title"]
        case .without: ["senza", "without"]
        case .sort: ["ordine", "sort"]
        }
    }

    init?(named name: String) {
        let key = TextKey.folded(name)
        guard let keyword = Self.allCases.first(where: { $0.names.contains(key) }) else { return nil }
        self = keyword
    }
}
