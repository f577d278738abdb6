public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

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

    /// What a fact is about, in the order in which a reader wants them.
    public enum Subject: CaseIterable, Sendable {
        case kind, state, themes, territories, scope, targetGroups, needs, organization, partners, paInstrument, contact
        case years, verification, results, relations, adoptions, licence, updated

        var label: LocalizedText {
            switch self {
            case .kind: LocalizedText(it: "Tipo", en: "Kind")
            case .state: LocalizedText(it: "Stato della scheda", en: "State of the sheet")
            case .themes: LocalizedText(it: "Temi", en: "Themes")
            case .territories: LocalizedText(it: "Territori", en: "Territories")
            case .scope: LocalizedText(it: "Ambito", en: "Scope")
            case .targetGroups: LocalizedText(it: "Destinatari", en: "Target groups")
            case .needs: LocalizedText(it: "Bisogno", en: "Need")
            case .organization: LocalizedText(it: "Chi la fa", en: "Who runs it")
            case .partners: LocalizedText(it: "Con chi", en: "With whom")
            case .paInstrument: LocalizedText(it: "Strumento con la PA", en: "Instrument with the PA")
            case .contact: LocalizedText(it: "Contatto", en: "Contact")
            case .years: LocalizedText(it: "Anni", en: "Years")
            case .verification: LocalizedText(it: "Verifica", en: "Verification")
            case .results: LocalizedText(it: "Risultati", en: "Results")
            case .relations: LocalizedText(it: "Collegate", en: "Related")
            case .adoptions: LocalizedText(it: "Ripresa da", en: "Taken up by")
            case .licence: LocalizedText(it: "Licenza", en: "Licence")
            case .updated: LocalizedText(it: "Aggiornata", en: "Updated")
            }
        }

        /// What a short sheet says: what it is about, where, by whom, when.
        static let main: Set<Subject> = [.kind, .themes, .territories, .organization, .years]
    }

    public struct Fact: Sendable {
        public let subject: Subject
        public let label: String
        public let pieces: [Piece]

        /// As plain text, addresses between angle brackets.
        public var value: String {
            pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .address(let address): "<\(address)>"
                }
            }.joined()
        }
    }

    /// A stretch of a fact.
    public enum Piece: Hashable, Sendable {
        case text(String)
        case address(String)
    }

    /// None is empty.
    public var facts: [Fact] {
        Subject.allCases.compactMap { subject in
            let pieces = pieces(subject).filter { $0 != .text("") }
            return pieces.isEmpty ? nil : Fact(subject: subject, label: subject.label[language], pieces: pieces)
        }
    }

    /// Those that a document shows beside the text; the licence stands at its end.
    func facts(_ detail: ExportOptions.Detail) -> [Fact] {
        facts.filter { $0.subject != .licence && (detail == .full || Subject.main.contains($0.subject)) }
    }

    private func pieces(_ subject: Subject) -> [Piece] {
        switch subject {
        case .organization: entry.organization.map(pieces) ?? []
        case .partners: Array(entry.partners.map(pieces).joined(separator: [.text("; ")]))
        case .contact:
            Array(
                [
                    entry.contact?.role.map { Piece.text($0) }, entry.contact?.email.map { .text($0) },
                    entry.contact?.phone.map { .text($0) }, entry.contact?.url.map { .address($0) },
                ].compactMap { $0.map { [$0] } }.joined(separator: [.text(", ")]))
        default: [.text(text(subject))]
        }
    }

    private func text(_ subject: Subject) -> String {
        switch subject {
        case .kind: entry.kind.label[language]
        case .state: state
        case .themes: labels(entry.themes, .theme)
        case .territories: labels(entry.territories, .territory) + (entry.place.map { " – \($0)" } ?? "")
        case .scope: entry.scope?.label[language] ?? ""
        case .targetGroups: labels(entry.targetGroups, .targetGroup)
        case .needs: entry.needs ?? ""
        case .paInstrument: entry.paInstrument?.label[language] ?? ""
        case .years: years
        case .verification: VerificationLevel.labels[min(3, max(0, entry.verification))][language]
        case .results: results
        case .relations: entry.relations.map { "\($0.kind.label[language]) \($0.target)" }.joined(separator: "; ")
        case .adoptions: adoptions
        case .licence: entry.licence ?? language.say("uso interno", "internal use")
        case .updated: entry.updated?.text(in: language) ?? ""
        case .organization, .partners, .contact: ""
        }
    }

    private func labels(_ keys: [String], _ facet: Facet) -> String {
        keys.map { values.label(of: $0, in: facet)[language] }.joined(separator: ", ")
    }

    private var years: String {
        let years = [entry.start, entry.end].compactMap { $0?.text(in: language) }.joined(separator: " – ")
        let status = entry.status == .unknown ? "" : entry.status.label[language]
        return [years, status].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var state: String {
        var states = entry.publication == .published ? [] : [entry.publication.label[language]]
        if entry.isIncomplete {
            states.append(language.say("da completare: praticario check", "incomplete: praticario check"))
        }
        return states.joined(separator: ", ")
    }

    private func pieces(_ organization: Organization) -> [Piece] {
        let details = [
            organization.type.flatMap { $0 == .other ? nil : $0.label[language] }, organization.legalForm,
            organization.role,
        ].compactMap { $0 }
        let name = organization.name + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
        guard let url = organization.url else { return [.text(name)] }
        return [.text(name + " "), .address(url)]
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
            return adoption.by
                + ([place, adoption.date?.text(in: language)].compactMap { $0 }.map { ", \($0)" }).joined()
        }.joined(separator: "; ")
    }
}
