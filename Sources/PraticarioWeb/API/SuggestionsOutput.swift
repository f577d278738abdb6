import ItalianText
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What a person who has typed this may want to type: titles, themes, territories.
struct SuggestionsOutput: Encodable, Sendable {
    let version = OutputVersion.current
    let suggestions: [Suggestion]

    struct Suggestion: Encodable, Sendable, Equatable {
        let text: String
        /// `theme`, `territory` or `sheet`.
        let kind: String
        /// How many sheets are behind it.
        let sheets: Int
    }

    /// As many of each kind.
    private static let limit = 5
    /// Fewer letters could be the beginning of anything.
    private static let shortest = 2

    init(_ typed: String, _ snapshot: Snapshot, _ language: Language) throws {
        let key = TextKey.folded(typed)
        guard key.count >= Self.shortest else {
            suggestions = []
            return
        }
        let counts = try snapshot.search("", .counts(of: [.theme, .territory])).facets
        func named(_ facet: Facet, _ label: @escaping (String) -> [String]) -> [Suggestion] {
            Array(
                (counts[facet] ?? []).lazy.compactMap { count in
                    let labels = label(count.key)
                    let isMeant = labels.contains { Self.begins($0, with: key) }
                    return isMeant
                        ? Suggestion(text: labels[0], kind: facet.rawValue, sheets: count.count) : nil
                }.prefix(Self.limit))
        }
        let (themes, register) = (snapshot.vocabularies.themes, snapshot.vocabularies.territories)
        var request = SearchRequest.allHeads
        request.limit = Self.limit
        let titles = try snapshot.search(Self.titles(typed), request).hits
        suggestions =
            named(.theme) { id in
                themes[id].map { [$0.prefLabel[language]] + $0.altLabels } ?? [id]
            } + named(.territory) { code in [register[code]?.name ?? code] }
            + titles.map { Suggestion(text: $0.head.title, kind: "sheet", sheets: 1) }
    }

    /// Titles with these words, the last of which may not be finished.
    private static func titles(_ typed: String) -> Question {
        var question = Question()
        let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
        question.add(.words(words.dropLast().joined(separator: " "), inTitle: true))
        question.add(.prefix(words.last ?? ""))
        return question
    }

    /// Whether some word of a label begins so.
    private static func begins(_ label: String, with key: String) -> Bool {
        let folded = TextKey.folded(label)
        return folded.hasPrefix(key) || folded.contains(" " + key)
    }
}
