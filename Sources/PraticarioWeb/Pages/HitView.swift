import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// A sheet in a list.
struct HitView: TemplateFields, Sendable {
    let address: String
    let title: MarkedText
    let kind: String
    let badges: [String]
    /// Where, of what, by whom; `nil` where the sheet says none of it.
    let facts: String?
    let summary: String?
    /// A stretch of the text with the words that were found; `nil` where there are none.
    let snippet: MarkedText?

    var fields: [String: TemplateValue] {
        [
            "address": .text(address), "title": .text(title.html), "kind": .text(kind),
            "badges": .list(badges.map { .text($0) }), "facts": TemplateValue(facts), "summary": TemplateValue(summary),
            "snippet": TemplateValue(snippet?.html),
        ]
    }

    init(_ hit: SearchHit, _ values: FacetValues, _ language: Language) {
        let found = hit.snippet.contains(where: \.isHighlighted)
        self.init(hit.head, title: hit.title, snippet: found ? hit.snippet : [], values, language)
    }

    init(_ head: EntryHead, _ values: FacetValues, _ language: Language) {
        self.init(head, title: [Fragment(head.title)], snippet: [], values, language)
    }

    private init(
        _ head: EntryHead, title: [Fragment], snippet: [Fragment], _ values: FacetValues, _ language: Language
    ) {
        address = SheetPage.address(of: head.id)
        self.title = MarkedText(fragments: title)
        self.snippet = snippet.isEmpty ? nil : MarkedText(fragments: snippet)
        kind = head.kind.label[language]
        summary = head.summary
        let places = head.territories.map { values.label(of: $0, in: .territory)[language] }
        let themes = head.themes.map { values.label(of: $0, in: .theme)[language] }
        let known = [Self.shortened(places), Self.shortened(themes), head.organization ?? ""].filter { !$0.isEmpty }
        facts = known.isEmpty ? nil : known.joined(separator: " · ")
        var badges: [String] = []
        if head.isExample { badges.append(language.say("esempio", "example")) }
        if head.publication != .published { badges.append(head.publication.label[language]) }
        if head.isIncomplete { badges.append(language.say("da completare", "incomplete")) }
        self.badges = badges
    }

    private static func shortened(_ names: [String]) -> String {
        names.count <= 4
            ? names.joined(separator: ", ") : names.prefix(3).joined(separator: ", ") + " +\(names.count - 3)"
    }
}

/// A text with the words that were found in it. Lists have hundreds of pieces of such texts.
struct MarkedText: ReadyHTML, Sendable {
    let fragments: [Fragment]

    var html: String {
        fragments.map { fragment in
            let text = HTMLText.escaped(fragment.text)
            return fragment.isHighlighted ? "<mark>\(text)</mark>" : text
        }.joined()
    }
}
