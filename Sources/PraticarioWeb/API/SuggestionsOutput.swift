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

    /// - Parameter completions: of the same snapshot.
    init(_ typed: String, _ snapshot: Snapshot, _ completions: Completions, _ language: Language) throws {
        let key = TextKey.folded(typed)
        guard key.count >= Self.shortest else {
            suggestions = []
            return
        }
        var request = SearchRequest.allHeads
        request.limit = Self.limit
        let titles = try snapshot.search(Self.titles(typed), request).hits
        suggestions =
            completions.themes.named(key, Self.limit).map { value in
                Suggestion(text: value.label[language], kind: Facet.theme.rawValue, sheets: value.sheets)
            }
            + completions.territories.named(key, Self.limit).map { value in
                Suggestion(text: value.label[language], kind: Facet.territory.rawValue, sheets: value.sheets)
            } + titles.map { Suggestion(text: $0.head.title, kind: "sheet", sheets: 1) }
    }

    /// Titles with these words, the last of which may not be finished.
    private static func titles(_ typed: String) -> Question {
        var question = Question()
        let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
        question.add(.words(words.dropLast().joined(separator: " "), inTitle: true))
        question.add(.prefix(words.last ?? ""))
        return question
    }
}

/// The themes and territories of sheets, ready to be looked through at every letter that is typed.
struct Completions: Sendable {
    let themes: [Value]
    let territories: [Value]

    struct Value: Sendable {
        let label: LocalizedText
        let sheets: Int
        /// The names that it may be meant by, folded, each after a space: so its words begin.
        let names: [String]
    }

    init(_ snapshot: Snapshot) throws {
        let counts = try snapshot.search("", .counts(of: [.theme, .territory])).facets
        let (themes, register) = (snapshot.vocabularies.themes, snapshot.vocabularies.territories)
        func values(_ facet: Facet, _ names: (String) -> (LocalizedText, others: [String])) -> [Value] {
            (counts[facet] ?? []).map { count in
                let (label, others) = names(count.key)
                return Value(
                    label: label, sheets: count.count,
                    names: ([label.it, label.en] + others).map { " " + TextKey.folded($0) })
            }
        }
        self.themes = values(.theme) { id in
            themes[id].map { ($0.prefLabel, $0.altLabels) } ?? (LocalizedText(both: id), [])
        }
        territories = values(.territory) { code in (LocalizedText(both: register[code]?.name ?? code), []) }
    }
}

extension [Completions.Value] {
    /// The first ones, some word of whose names begins so.
    fileprivate func named(_ key: String, _ limit: Int) -> [Completions.Value] {
        Array(lazy.filter { value in value.names.contains { $0.contains(" " + key) } }.prefix(limit))
    }
}
