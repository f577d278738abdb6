public import PraticarioSystem

/// How the hits of an answer are ordered.
public enum ResultOrder: String, Codable, CaseIterable, Sendable {
    /// Sheets on the subject from a territory that the question names first, then by score; ties by the bytes of the
    /// id.
    case relevance
    /// `updated`, newest first; ties, and sheets without it, by the bytes of the id.
    case date
    /// By the folded title; ties by the bytes of the id.
    case title

    /// What stands behind `ordine:` in the query language and in collections.
    public func name(in language: Language) -> String {
        switch self {
        case .relevance: language.say("rilevanza", "relevance")
        case .date: language.say("data", "date")
        case .title: language.say("titolo", "title")
        }
    }

    /// The order with this name in any language; `nil` for anything else.
    public init?(named name: String) {
        let key = name.lowercased()
        guard
            let found = Self.allCases.first(where: { order in Language.allCases.contains { order.name(in: $0) == key } }
            )
        else { return nil }
        self = found
    }
}
