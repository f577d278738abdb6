import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Changes that are proposed, and what becomes of them.
extension WebLibrary {
    @Sendable func proposal(_ request: Request, _ context: WebContext) async throws -> Response {
        try await proposalPage(FormFields(), problem: nil, request, context)
    }

    /// For editors, and for who proposed.
    private func proposalPage(
        _ fields: FormFields, problem: (any ExplainedError)?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (name, whole, viewer) = (context.part("name"), whole, context.viewer)
        let done = request.fields["fatto"]
        let (proposal, current) = try await Background.run {
            guard let proposal = ProposalStore(whole.folder).proposal(name),
                viewer.may(.editor) || proposal.person == viewer.person?.id
            else { throw WebProblem.notFound }
            let current = try whole.entry(proposal.sheet).map { try whole.content(of: $0.id) }
            return (proposal, current.map(SheetFormFields.roundTrip))
        }
        let status = problem.map { ($0 as? WebProblem)?.status ?? .unprocessableContent } ?? .ok
        return try await respond(request, context, status: status) { _ in
            ProposalPage(
                name, proposal, current: current, for: viewer, fields, problem: problem?.message, done: done,
                context.language)
        }
    }

    @Sendable func decideProposal(_ request: Request, _ context: WebContext) async throws -> Response {
        let (name, fields) = (context.part("name"), context.form.fields)
        let (drafts, proposals) = (drafts(context), ProposalStore(whole.folder))
        let proposal = try await Background.run { proposals.proposal(name) }
        guard let proposal else { throw WebProblem.notFound }
        let outcome: ProposalDeciding.Outcome
        do {
            outcome = try await write(
                context, as: "accoglie la proposta di \(proposal.name), scheda «\(proposal.sheet)»"
            ) { base in
                let saving = SheetSaving(base: base, drafts: drafts, proposals: proposals, viewer: context.viewer)
                return try ProposalDeciding(saving: saving).take(ProposalChoice(name, fields), fields["azione"] ?? "")
            }
        } catch let problem as any ExplainedError {
            return try await proposalPage(fields, problem: problem, request, context)
        }
        switch outcome {
        case .decided: return .redirect(to: ProposalPage.address(of: name) + "?fatto=decisa")
        case .form(let state):
            let status: HTTPResponse.Status =
                !state.conflicts.isEmpty ? .conflict : state.message == nil ? .ok : .unprocessableContent
            return try await respond(request, context, status: status) { SheetFormPage(state, $0, context.language) }
        }
    }

    @Sendable func withdrawProposal(_ request: Request, _ context: WebContext) async throws -> Response {
        let (name, proposals) = (context.part("name"), ProposalStore(whole.folder))
        let person = context.viewer.person ?? Access.keeper
        let isGone = try await Background.run { try proposals.withdraw(name, by: person) }
        guard isGone else { throw WebProblem.notFound }
        return .redirect(to: "/scrivi?fatto=ripresa")
    }
}
