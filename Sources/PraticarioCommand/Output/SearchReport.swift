import Praticario
import PraticarioSystem
import PraticarioSearch
import PraticarioCorpus

/// An answer as a person reads it on a terminal.
struct SearchReport {
    private let results: SearchResults
    private let values: FacetValues
    private let question: String
    private let offset: Int
    private let language: Language

    init(_ results: SearchResults, _ values: FacetValues, question: String, offset: Int, language: Language) {
        self.results = results
        self.values = values
        self.question = question
        self.offset = offset
        self.language = language
    }

    func text(width: Int, style: Style) -> String {
        var lines = heading(width)
        for (index, hit) in results.hits.enumerated() {
            lines += [""] + list.lines(of: hit, number: offset + index + 1, width, style)
        }
        if results.hits.isEmpty, results.total > 0 {
            lines += [
                "",
                language.say(
                    "Con --offset \(offset) si è oltre l'ultima.", "With --offset \(offset) you are past the last one."),
            ]
        }
        let next = offset + results.hits.count
        if next < results.total, !results.hits.isEmpty {
            lines += [
                "",
                style.faint(
                    language.say(
                        "Ancora \(results.total - next): aggiungi --offset \(next)",
                        "\(results.total - next) more: add --offset \(next)")),
            ]
        }
        for offer in results.offered {
            lines += ["", style.title(offer.label[language])]
            for hit in offer.hits {
                let places = list.shortened(
                    hit.head.territories.map { values.label(of: $0, in: .territory)[language] })
                let facts = ([hit.head.title] + list.badges(hit.head) + [places, hit.id]).joined(separator: " · ")
                lines += Paragraph.lines(facts, width: width, indent: 4).enumerated().map { index, line in
                    index == 0 ? "  · " + line.dropFirst(4) : line
                }
            }
        }
        lines += documents(width, style)
        lines += recognized(width)
        lines += facets(width, style)
        return lines.joined(separator: "\n")
    }

    /// What is no sheet stands apart, so that nobody takes an announced meeting for a practice.
    private func documents(_ width: Int, _ style: Style) -> [String] {
        guard !results.documents.isEmpty, offset == 0 else { return [] }
        var lines = ["", style.title(language.say("Dalle comunità di pratica", "From communities of practice"))]
        for hit in results.documents {
            let facts = [
                hit.head.title, hit.head.kind[language], hit.head.date.map { $0.text(in: language) },
                hit.head.isExample ? language.say("[esempio]", "[example]") : nil, hit.id,
            ].compactMap { $0 }.joined(separator: " · ")
            lines += Paragraph.lines(facts, width: width, indent: 4).enumerated().map { index, line in
                index == 0 ? "  · " + line.dropFirst(4) : line
            }
        }
        let more = results.totalDocuments - results.documents.count
        if more > 0 { lines.append(style.faint(language.say("  e altri \(more)", "  and \(more) more"))) }
        return lines
    }

    private var list: HitList { HitList(values, language: language) }

    private func heading(_ width: Int) -> [String] {
        var lines: [String] = []
        let words = AnswerWords(results)
        for remark in words.remarks { lines += Paragraph.lines("! " + remark[language], width: width, indent: 0) }
        for (correction, text) in zip(results.query.corrections, words.corrections) {
            let insist = language.say("per insistere", "to insist")
            lines += Paragraph.lines(
                "! \(text[language]); \(insist): '\"\(correction.typed)\"'", width: width, indent: 0)
        }
        if let absent = words.absent { lines += Paragraph.lines("! " + absent[language], width: width, indent: 0) }
        var head = words.count[language]
        let asked = question.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(
            "\u{2212}", with: "-")
        if !asked.isEmpty { head += language.say(" per: ", " for: ") + asked }
        lines += Paragraph.lines(head, width: width, indent: 0)
        if results.total == 0, !results.proposals.isEmpty {
            let filters = results.proposals.map(\.filter).joined(separator: " · ")
            lines += Paragraph.lines(language.say("Forse cercavi: ", "Perhaps: ") + filters, width: width, indent: 0)
        } else if results.total == 0 {
            lines += Paragraph.lines(
                language.say(
                    (results.query.wordCount > 1
                        ? "Prova con meno parole, con un territorio più grande"
                        : "Prova con un'altra parola, con un territorio più grande")
                        + " (regione), o sfoglia: praticario themes, praticario territories",
                    (results.query.wordCount > 1
                        ? "Try fewer words, a larger territory" : "Try another word, a larger territory")
                        + " (region), or browse: praticario themes, praticario territories"),
                width: width, indent: 0)
        }
        return lines
    }

    private func isCountry(_ code: String) -> Bool {
        values.vocabularies.territories[code]?.level == .country
    }

    /// The filters for the territories and themes among the words.
    private func recognized(_ width: Int) -> [String] {
        let filters = results.query.recognized.compactMap { found -> String? in
            guard !results.query.filteredFacets.contains(found.facet) else { return nil }
            let counts = (results.facets[found.facet] ?? []).filter { found.keys.contains($0.key) }
            guard let count = counts.map(\.count).max(), count < results.total else { return nil }
            return "\(found.filter) (\(count))"
        }
        guard !filters.isEmpty else { return [] }
        let label = language.say("Solo quello che hai nominato: ", "Only what you named: ")
        return [""] + Paragraph.lines(label + filters.joined(separator: " · "), width: width, indent: 0)
    }

    /// Those that a person is told of, in this order.
    static let narrowingFacets = [Facet.kind, .theme, .territory, .targetGroup, .status]

    /// For each facet that can still narrow the answer, the filter to type and its commonest values.
    private func facets(_ width: Int, _ style: Style) -> [String] {
        guard results.total > 1 else { return [] }
        var lines: [String] = []
        for facet in Self.narrowingFacets {
            let useful = (results.facets[facet] ?? []).filter { count in
                guard !(facet == .territory && isCountry(count.key)) else { return false }
                return count.count < results.total || results.query.filteredFacets.contains(facet)
            }
            guard !useful.isEmpty else { continue }
            let named = useful.prefix(6).map { "\(values.label(of: $0.key, in: facet)[language]) \($0.count)" }
            let name = facet.filters[0].name(in: language) + ":"
            let label = "  " + name + String(repeating: " ", count: max(1, 14 - name.count))
            var block = Paragraph.lines(named.joined(separator: " · "), width: width, indent: label.count)
            if let first = block.first { block[0] = style.faint(label) + first.dropFirst(label.count) }
            lines += block
        }
        return lines.isEmpty
            ? [] : ["", language.say("Per restringere, aggiungi un filtro:", "To narrow, add a filter:")] + lines
    }
}
