import Praticario

/// A sheet as a person reads it on a terminal.
struct EntryReport {
    private let entry: Entry
    private let values: FacetValues
    private let language: Language

    init(_ entry: Entry, _ values: FacetValues, language: Language) {
        self.entry = entry
        self.values = values
        self.language = language
    }

    func text(width: Int, style: Style) -> String {
        var lines = Paragraph.lines(entry.title, width: width, indent: 0).map(style.title)
        if entry.isExample {
            lines += Paragraph.lines(
                say(
                    "[esempio] Scheda inventata, per mostrare come si scrive.",
                    "[example] Invented, to show how a sheet is written."),
                width: width, indent: 0)
        }
        if let summary = entry.summary { lines += [""] + Paragraph.lines(summary, width: width, indent: 0) }
        lines += [""]
        let facts = facts.filter { !$0.value.isEmpty }
        let column = (facts.map { Paragraph.columns(of: $0.label) }.max() ?? 0) + 2
        for (label, value) in facts {
            var block = Paragraph.lines(value, width: width, indent: column)
            let padding = String(repeating: " ", count: column - Paragraph.columns(of: label))
            if let first = block.first { block[0] = style.faint(label) + padding + first.dropFirst(column) }
            lines += block
        }
        for section in entry.sections {
            lines += section.title.isEmpty ? [""] : ["", style.title(Paragraph.harmless(section.title))]
            for paragraph in section.text.split(separator: "\n") {
                lines += Paragraph.lines(String(paragraph), width: width, indent: section.title.isEmpty ? 0 : 2)
            }
        }
        if !entry.sources.isEmpty {
            lines += ["", style.title(say("Fonti", "Sources"))]
            for source in entry.sources {
                let accessed =
                    source.accessed.map { say(" (consultata \($0.iso8601))", " (accessed \($0.iso8601))") } ?? ""
                let address = source.url.map { $0 == source.title ? "" : " <\($0)>" } ?? ""
                lines += Paragraph.lines(source.title + address + accessed, width: width, indent: 2)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func say(_ it: String, _ en: String) -> String {
        language == .english ? en : it
    }

    private var facts: [(label: String, value: String)] {
        func labels(_ keys: [String], _ facet: Facet) -> String {
            keys.map { values.label(of: $0, in: facet)[language] }.joined(separator: ", ")
        }
        let territories = labels(entry.territories, .territory) + (entry.place.map { " – \($0)" } ?? "")
        let years = [entry.start?.iso8601, entry.end?.iso8601].compactMap { $0 }.joined(separator: " – ")
        let status = entry.status == .unknown ? "" : entry.status.label[language]
        return [
            (say("Tipo", "Kind"), entry.kind.label[language]),
            (say("Stato della scheda", "State of the sheet"), state),
            (say("Temi", "Themes"), labels(entry.themes, .theme)),
            (say("Territori", "Territories"), territories),
            (say("Ambito", "Scope"), entry.scope?.label[language] ?? ""),
            (say("Destinatari", "Target groups"), labels(entry.targetGroups, .targetGroup)),
            (say("Bisogno", "Need"), entry.needs ?? ""),
            (say("Chi la fa", "Who runs it"), entry.organization.map(text) ?? ""),
            (say("Con chi", "With whom"), entry.partners.map(text).joined(separator: "; ")),
            (say("Strumento con la PA", "Instrument with the PA"), entry.paInstrument?.label[language] ?? ""),
            (say("Contatto", "Contact"), contact),
            (say("Anni", "Years"), [years, status].filter { !$0.isEmpty }.joined(separator: ", ")),
            (
                say("Verifica", "Verification"),
                values.label(of: String(entry.verification), in: .verification)[language]
            ),
            (say("Risultati", "Results"), results),
            (
                say("Collegate", "Related"),
                entry.relations.map { "\($0.kind.label[language]) \($0.target)" }.joined(separator: "; ")
            ),
            (say("Ripresa da", "Taken up by"), adoptions),
            (say("Licenza", "Licence"), entry.licence ?? say("uso interno", "internal use")),
            (say("Aggiornata", "Updated"), entry.updated?.iso8601 ?? ""),
            ("id", entry.id),
        ]
    }

    private var state: String {
        var states = entry.publication == .published ? [] : [entry.publication.label[language]]
        if entry.isIncomplete { states.append(say("da completare: praticario check", "incomplete: praticario check")) }
        return states.joined(separator: ", ")
    }

    private func text(_ organization: Organization) -> String {
        let details = [organization.type?.label[language], organization.legalForm, organization.role].compactMap { $0 }
        return organization.name + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
            + (organization.url.map { " <\($0)>" } ?? "")
    }

    private var contact: String {
        guard let contact = entry.contact else { return "" }
        return [contact.role, contact.email, contact.phone, contact.url].compactMap { $0 }.joined(separator: ", ")
    }

    private var results: String {
        let indicators = (entry.results?.indicators ?? []).map { indicator in
            "\(indicator.name): \(indicator.value)" + (indicator.unit.map { " \($0)" } ?? "")
        }
        return ([entry.results?.text].compactMap { $0 } + indicators).joined(separator: "; ")
    }

    private var adoptions: String {
        entry.adoptions.map { adoption in
            let place = adoption.territory.map { values.label(of: $0, in: .territory)[language] }
            return adoption.by + ([place, adoption.date?.iso8601].compactMap { $0 }.map { ", \($0)" }).joined()
        }.joined(separator: "; ")
    }
}
