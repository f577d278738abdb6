import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Takes what an editor decides on a proposal: what is accepted is one change of the sheet.
struct ProposalDeciding {
    let saving: SheetSaving

    enum Outcome: Sendable {
        case decided
        /// The sheet's form, with the proposal in it and what there is to say.
        case form(SheetFormState)
    }

    /// - Parameter action: `accogli`, `modulo`, `rifiuta`.
    func take(_ choice: ProposalChoice, _ action: String) throws -> Outcome {
        guard let proposal = saving.proposals.proposal(choice.proposal) else { throw WebProblem.notFound }
        guard proposal.decision == nil, proposal.version == choice.version else { throw WebProblem.otherProposal }
        if action == "rifiuta" {
            guard !choice.reason.isEmpty else { throw WebProblem.noReason }
            try saving.proposals.decide(choice.proposal, version: choice.version) { _ in
                Proposal.Decision(
                    name: saving.viewer.person?.name ?? "", date: .now, accepted: [], reason: choice.reason)
            }
            return .decided
        }
        guard action == "accogli" || action == "modulo" else { throw WebProblem.badValue(name: "azione") }
        guard proposal.parts.indices.contains(where: choice.parts.contains) else { throw WebProblem.nothingAccepted }
        let isWhole = proposal.parts.indices.allSatisfy(choice.parts.contains)
        guard isWhole || !choice.reason.isEmpty else { throw WebProblem.noReason }
        var state = SheetFormState(
            id: proposal.sheet, draft: DraftStore.name(of: proposal.sheet), content: SheetContent(),
            origin: SheetContent())
        let trial = try saving.trying(on: proposal.sheet, &state) { proposal.merged(choice.parts, into: $0) }
        state.kind = trial.entry?.kind ?? state.kind
        state.problems = trial.problems
        state.place = trial.entry.flatMap(SheetSaving.place)
        state.decided = choice
        guard action == "accogli", state.conflicts.isEmpty, let entry = trial.entry else { return .form(state) }
        if entry.publication == .published, trial.hasErrors {
            state.message = WebProblem.publishedWithErrors.message
            return .form(state)
        }
        let isChanged = state.content != state.origin
        try saving.proposals.decide(choice.proposal, version: choice.version) { proposal in
            if isChanged { try saving.base.write(trial) }
            return choice.decision(on: proposal, by: saving.viewer)
        }
        return .decided
    }
}
