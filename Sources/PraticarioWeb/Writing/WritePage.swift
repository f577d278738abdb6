import Foundation
import PraticarioCorpus
import PraticarioSystem

/// Where one begins to write, or goes on.
struct WritePage: Page {
    static let template = "write"

    let title: String
    let kinds: [Kind]
    let drafts: [Draft]
    let proposals: [ProposalLine]
    let done: String?

    struct Kind: Sendable {
        let link: PageLink
        let explanation: String
    }

    struct Draft: Sendable {
        let link: PageLink
        let saved: String
        let discard: String
    }

    init(
        _ drafts: [(name: String, draft: DraftStore.Draft)], _ proposals: [(name: String, proposal: Proposal)],
        done: String? = nil, _ language: Language
    ) {
        self.done = DoneWords.sentence(done, language)
        self.proposals = proposals.map { ProposalLine($0.name, $0.proposal, language) }
        title = language.say("Scrivi una scheda", "Write a sheet")
        kinds = EntryKind.allCases.map { kind in
            Kind(
                link: PageLink(
                    label: kind.label[language], address: "/scrivi/nuova?tipo=\(kind.rawValue)"),
                explanation: Self.explanation(kind)[language])
        }
        self.drafts = drafts.map { name, draft in
            let label = draft.title.isEmpty ? language.say("Senza titolo", "Without a title") : draft.title
            let address =
                name.hasPrefix("scheda-")
                ? SheetFormPage.address(of: String(name.dropFirst("scheda-".count))) : "/scrivi/nuova"
            return Draft(
                link: PageLink(label: label, address: "\(address)?bozza=\(name)"),
                saved: draft.saved.moment(in: language), discard: "/bozze/\(name)/butta")
        }
    }

    private static func explanation(_ kind: EntryKind) -> LocalizedText {
        switch kind {
        case .practice:
            LocalizedText(it: "descritta perché altri possano rifarla", en: "described so that others can do it again")
        case .experience: LocalizedText(it: "raccontata da chi l'ha fatta", en: "told by those who did it")
        case .idea: LocalizedText(it: "non ancora provata", en: "not tried yet")
        case .solution: LocalizedText(it: "progettata per un bisogno", en: "designed for a need")
        }
    }
}
