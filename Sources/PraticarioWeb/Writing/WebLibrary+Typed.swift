import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Communities and the programme, written field by field.
extension WebLibrary {
    @Sendable func newCommunity(_ request: Request, _ context: WebContext) async throws -> Response {
        try await typedForm(.newCommunity, request, context)
    }

    @Sendable func makeCommunity(_ request: Request, _ context: WebContext) async throws -> Response {
        let title = context.form.fields["f.title"] ?? ""
        return try await save(.newCommunity, as: "comunità nuova «\(title)»", request, context) {
            CommunityPage.address(of: $0)
        }
    }

    @Sendable func communityData(_ request: Request, _ context: WebContext) async throws -> Response {
        try await typedForm(.community(context.part("id")), request, context)
    }

    @Sendable func saveCommunityData(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        return try await save(.community(id), as: "comunità «\(id)»", request, context) {
            CommunityPage.address(of: $0)
        }
    }

    @Sendable func programme(_ request: Request, _ context: WebContext) async throws -> Response {
        try await typedForm(.programme, request, context)
    }

    @Sendable func saveProgramme(_ request: Request, _ context: WebContext) async throws -> Response {
        try await save(.programme, as: "programma", request, context) { _ in "/programma" }
    }

    @Sendable func communityItem(_ request: Request, _ context: WebContext) async throws -> Response {
        try await typedForm(Self.item(context), request, context)
    }

    @Sendable func saveCommunityItem(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, name) = (context.part("id"), context.part("name"))
        return try await save(try Self.item(context), as: "comunità «\(id)»: \(name)", request, context) { _ in
            CommunityWritePage.address(of: id)
        }
    }

    @Sendable func removeCommunityItem(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, name, fields) = (context.part("id"), context.part("name"), context.form.fields)
        let target = try Self.item(context)
        let outcome = try await write(context, as: "comunità «\(id)»: toglie \(name)") { base in
            try Self.told { try TypedSaving(base: base, target: target).remove(fields) }
        }
        return try await answer(outcome, "tolta", request, context) { _ in CommunityWritePage.address(of: id) }
    }

    private static func item(_ context: WebContext) throws -> TypedTarget {
        guard let list = TypedFormPage.list(named: context.part("list")) else { throw WebProblem.notFound }
        return .item(context.part("id"), list, context.part("name"))
    }

    // MARK: Forms

    private func typedForm(
        _ target: TypedTarget, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (whole, done) = (whole, request.fields["fatto"])
        let state = try await Background.run { try Self.told { try TypedSaving(base: whole, target: target).state() } }
        return try await respond(request, context) { TypedFormPage(state, $0, done: done, context.language) }
    }

    private func save(
        _ target: TypedTarget, as command: String, _ request: Request, _ context: WebContext,
        to address: (String) -> String
    ) async throws -> Response {
        let fields = context.form.fields
        let outcome = try await write(context, as: command) { base in
            try Self.told { try TypedSaving(base: base, target: target).take(fields) }
        }
        return try await answer(outcome, "salvata", request, context, to: address)
    }

    private func answer(
        _ outcome: TypedSaving.Outcome, _ done: String, _ request: Request, _ context: WebContext,
        to address: (String) -> String
    ) async throws -> Response {
        switch outcome {
        case .saved(let id): return .redirect(to: address(id) + "?fatto=\(done)")
        case .form(let state):
            let status: HTTPResponse.Status =
                !state.conflicts.isEmpty ? .conflict : state.message == nil ? .ok : .unprocessableContent
            return try await respond(request, context, status: status) { TypedFormPage(state, $0, context.language) }
        }
    }

    /// What is not there is no page.
    private static func told<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let problem as CommunityProblem {
            switch problem {
            case .unknown, .unknownItem: throw WebProblem.notFound
            default: throw problem
            }
        }
    }
}
