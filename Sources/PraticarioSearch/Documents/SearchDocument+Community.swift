package import PraticarioCorpus
import PraticarioSystem

/// Communities, meetings and outcomes, as a searcher sees them.
extension SearchDocument {
    /// A community: found by what it is about, who takes part and what it wants to know.
    package init(_ community: Community, _ vocabularies: Vocabularies) {
        let names = ([community.facilitator] + community.members.map(\.name)).compactMap { $0 }
        let labels = vocabularies.labels(themes: community.themes, territories: community.territories)
        self.init(
            .community,
            DocumentHead(
                id: community.id, kind: Self.communityLabel, title: community.title, summary: community.summary,
                date: community.meetings.compactMap(\.date).min { $0.isBefore($1) },
                isExample: community.isExample ?? false, origin: community.origin),
            DocumentText { field in
                switch field {
                case .title: [community.title]
                case .summary: [community.summary].compactMap { $0 }
                case .labels: labels
                case .names: names
                case .details: []
                case .body: community.questions.map(\.question)
                }
            },
            keys: [
                .theme: community.themes, .territory: community.territories, .organization: names,
                .community: [community.title],
            ])
    }

    /// A meeting: found by what was talked about and agreed.
    package init(_ part: CommunityPart<Meeting>, _ vocabularies: Vocabularies) {
        let meeting = part.content
        let number = meeting.number.map { " \($0)" } ?? ""
        self.init(
            .meeting,
            DocumentHead(
                id: part.id, kind: LocalizedText(it: "incontro", en: "meeting"),
                title: "Incontro\(number), \(part.communityTitle)",
                summary: meeting.topics.isEmpty ? nil : meeting.topics.joined(separator: "; "), date: meeting.date,
                isExample: part.isExample, origin: part.origin),
            DocumentText { field in
                switch field {
                case .title: ["Incontro\(number)"]
                case .summary: meeting.topics
                // A community's themes are found with the community, and not once more with each of its meetings.
                case .labels: []
                case .names: meeting.organizations + [meeting.place].compactMap { $0 }
                case .details: []
                case .body: meeting.decisions
                }
            },
            keys: [
                .theme: part.themes, .territory: part.territories, .organization: meeting.organizations,
                .community: [part.communityTitle],
            ])
    }

    /// An outcome: found by what it is called, who did it and where it can be seen.
    package init(_ part: CommunityPart<Outcome>, _ vocabularies: Vocabularies) {
        let outcome = part.content
        let names = ([outcome.by].compactMap { $0 }) + outcome.parties
        let labels = vocabularies.labels(
            themes: [], targetGroups: outcome.targetGroups, territories: outcome.territories)
        self.init(
            .outcome,
            DocumentHead(
                id: part.id, kind: outcome.kind.label, title: outcome.title, summary: nil, date: outcome.date,
                isExample: part.isExample, origin: part.origin),
            DocumentText { field in
                switch field {
                case .title: [outcome.title]
                case .summary: []
                case .labels: labels
                case .names: names
                case .details: [outcome.kind.label.it, outcome.what?.label.it].compactMap { $0 }
                case .body: [outcome.evidence].compactMap { $0 }
                }
            },
            keys: [
                .theme: part.themes, .targetGroup: outcome.targetGroups, .territory: part.territories,
                .organization: names, .community: [part.communityTitle],
            ])
    }

    private static let communityLabel = LocalizedText(it: "comunità di pratica", en: "community of practice")

    private init(
        _ kind: KnowledgeDocument.Kind, _ head: DocumentHead, _ text: DocumentText, keys: [Facet: [String]]
    ) {
        id = head.id
        self.kind = kind
        self.head = .other(head)
        self.text = text
        self.keys = Dictionary(uniqueKeysWithValues: Facet.allCases.map { ($0, keys[$0] ?? []) })
        updated = head.date
    }
}
