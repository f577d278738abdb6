import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Writing sheets.
extension WebLibrary {
    func drafts(_ context: WebContext) -> DraftStore {
        DraftStore(whole.folder, of: context.viewer.person ?? Access.keeper)
    }

    @Sendable func write(_ request: Request, _ context: WebContext) async throws -> Response {
        let (drafts, proposals) = (drafts(context), ProposalStore(whole.folder))
        let person = context.viewer.person
        let (all, own) = try await Background.run {
            (drafts.all(), proposals.all().filter { $0.proposal.person == person?.id })
        }
        return try await respond(request, context) { _ in
            WritePage(all, own, done: request.fields["fatto"], context.language)
        }
    }

    @Sendable func newSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let drafts = drafts(context)
        let fields = request.fields
        let name = fields["bozza"].flatMap { DraftStore.isName($0) ? $0 : nil } ?? DraftStore.newName()
        let left = try await Background.run { drafts.draft(name) }
        return try await respond(request, context) { snapshot in
            var state = SheetFormState(draft: name, content: SheetContent(), origin: SheetContent())
            if let left {
                state.content = SheetFormFields.content(of: FormFields(encoded: left.fields))
            } else {
                state.kind = fields["tipo"].flatMap(EntryKind.init(rawValue:)) ?? .practice
                state.content[.field(.kind)] = .text(state.kind.label[snapshot.settings.language])
            }
            return SheetFormPage(state, snapshot, context.language)
        }
    }

    @Sendable func editSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, drafts, proposals, whole) = (
            context.part("id"), drafts(context), ProposalStore(whole.folder), whole
        )
        let name = DraftStore.name(of: id)
        let takesUp = request.fields["bozza"] == name
        let state = try await Background.run { [viewer = context.viewer] in
            guard let entry = try whole.entry(id) else { throw WebProblem.notFound }
            let current = SheetFormFields.roundTrip(try whole.content(of: id))
            var state = SheetFormState(id: id, kind: entry.kind, draft: name, content: current, origin: current)
            state.place = SheetSaving.place(of: entry)
            state.isProposal = SheetSaving.isToPropose(by: viewer, on: entry)
            let waiting = state.isProposal ? viewer.person.flatMap { proposals.waiting(by: $0, on: id) } : nil
            state.waiting = waiting?.name
            let left = drafts.draft(name)
            if takesUp, let left {
                let fields = FormFields(encoded: left.fields)
                state.content = SheetFormFields.content(of: fields)
                state.origin = SheetFormState.origin(sent: fields["origine"]) ?? current
                state.decided = ProposalChoice(fields)
            } else {
                state.leftDraft = left?.saved
                if let waiting {
                    let saving = SheetSaving(base: whole, drafts: drafts, proposals: proposals, viewer: viewer)
                    state.problems = try saving.trying(on: id, &state) { theirs in
                        waiting.proposal.merged(Array(waiting.proposal.parts.indices), into: theirs)
                    }.problems
                } else {
                    state.problems = try whole.trying([], of: current, on: id).problems
                }
            }
            return state
        }
        return try await respond(request, context) { SheetFormPage(state, $0, context.language) }
    }

    @Sendable func saveNewSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        try await save(nil, request, context)
    }

    @Sendable func saveSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        try await save(context.part("id"), request, context)
    }

    private func save(_ id: String?, _ request: Request, _ context: WebContext) async throws -> Response {
        let (fields, drafts, proposals) = (context.form.fields, drafts(context), ProposalStore(whole.folder))
        let name = id ?? fields[SheetFormFields.name(.title)] ?? ""
        let decided = ProposalChoice(fields)
        let proposer = try await Background.run { decided.flatMap { proposals.proposal($0.proposal)?.name } }
        let command =
            proposer.map { "accoglie la proposta di \($0), scheda «\(name)»" }
            ?? (id == nil ? "scheda nuova «\(name)»" : "modifica la scheda «\(name)»")
        let (viewer, whole) = (context.viewer, whole)
        @Sendable func take(_ base: KnowledgeBase) throws -> SheetSaving.Outcome {
            try SheetSaving(base: base, drafts: drafts, proposals: proposals, viewer: viewer).take(fields, id: id)
        }
        let outcome =
            if (fields["azione"] ?? SheetSaving.save) == SheetSaving.save {
                try await write(context, as: command, take)
            } else {
                // Looking at it waits for nobody who writes.
                try await Background.run { try take(whole) }
            }
        switch outcome {
        case .saved(let id, let isChanged):
            if let decided { return .redirect(to: ProposalPage.address(of: decided.proposal) + "?fatto=decisa") }
            return .redirect(to: SheetPage.address(of: id) + "?fatto=" + (isChanged ? "salvata" : "uguale"))
        case .proposed(let name):
            guard let name else { return .redirect(to: SheetPage.address(of: id ?? "") + "?fatto=uguale") }
            return .redirect(to: ProposalPage.address(of: name) + "?fatto=proposta")
        case .form(let state):
            let status: HTTPResponse.Status =
                !state.conflicts.isEmpty ? .conflict : state.message == nil ? .ok : .unprocessableContent
            return try await respond(request, context, status: status) { SheetFormPage(state, $0, context.language) }
        }
    }

    /// What the script of the page sends while one types.
    @Sendable func keepDraft(_ request: Request, _ context: WebContext) async throws -> Response {
        let (name, fields, drafts) = (context.part("name"), context.form.fields, drafts(context))
        try await Background.run { try drafts.save(fields, as: name) }
        return Response(status: .noContent)
    }

    @Sendable func discardDraft(_ request: Request, _ context: WebContext) async throws -> Response {
        let (name, drafts) = (context.part("name"), drafts(context))
        try await Background.run { drafts.remove(name) }
        return .redirect(to: "/scrivi")
    }
}
