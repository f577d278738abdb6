public import PraticarioCorpus
public import PraticarioSearch

/// What a sheet says in its fields, as label and value for readers.
public struct SheetFacts {
    private let entry: Entry
    private let values: FacetValues
    private let language: Language

    public init(_ entry: Entry, _ values: FacetValues, language: Language) {
        self.entry = entry
        self.values = values
        self.language = language
    }

    private func say(_ it: String, _ en: String) -> String {
        language == .english ? en : it
    }

    /// Label and value, in the order in which a reader wants them; none is empty.
    public var facts: [(label: String, value: String)] {
        all.filter { !$0.value.isEmpty }
    }

    /// Those that a page of its own design does not already show: no kind, theme, territory, organization, year, licence.
    var furtherFacts: [(label: String, value: String)] {
        let shown = [
            say("Tipo", "Kind"), say("Temi", "Themes"), say("Territori", "Territories"),
            say("Chi la fa", "Who runs it"),
            say("Anni", "Years"), say("Licenza", "Licence"),
        ]
        return facts.filter { !shown.contains($0.label) }
    }

    private var all: [(label: String, value: String)] {
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
