import Praticario
import PraticarioPublishing
import PraticarioSystem

/// What an export left out, for people.
struct LeftOutReport {
    let leftOut: [KnowledgeBase.LeftOut]
    let audience: Audience
    let language: Language

    /// Of each reason as many ids as are read at a glance.
    private static let limit = 20

    /// A sentence for each reason, then the ids.
    var lines: [String] {
        KnowledgeBase.LeftOut.Reason.allCases.flatMap { reason -> [String] in
            let ids = leftOut.filter { $0.reason == reason }.map(\.id)
            guard !ids.isEmpty else { return [] }
            let sentence =
                language.say("Lasciate fuori ", "Left out ") + text(reason)[language] + ": "
                + language.sheets(ids.count)
            return [sentence] + ids.prefix(Self.limit).map { "  \($0)" } + (ids.count > Self.limit ? ["  …"] : [])
        }
    }

    private func text(_ reason: KnowledgeBase.LeftOut.Reason) -> LocalizedText {
        switch reason {
        case .missing: LocalizedText(it: "perché nessuna scheda ha questo id", en: "because no sheet has this id")
        case .unpublished where audience == .readers:
            LocalizedText(
                it: "perché non pubblicate (--drafts le comprende)",
                en: "because not published (--drafts includes them)")
        case .unpublished: LocalizedText(it: "perché non pubblicate", en: "because not published")
        case .example: LocalizedText(it: "perché sono esempi inventati", en: "because invented, as examples")
        case .noLicence:
            LocalizedText(
                it: "perché senza licenza, a uso interno", en: "because without a licence, for internal use")
        case .elsewhere: LocalizedText(it: "perché parlano di altro", en: "because on something else")
        case .closedLicence:
            LocalizedText(it: "perché la loro licenza non è aperta", en: "because their licence is not open")
        }
    }
}

extension Language {
    func sheets(_ count: Int) -> String {
        self == .english ? counted(count, "sheet", "sheets") : counted(count, "scheda", "schede")
    }
}
