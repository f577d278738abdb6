import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Collections put together, communities written down.
extension WebLibrary {
    // MARK: Collections

    @Sendable func newCollection(_ request: Request, _ context: WebContext) async throws -> Response {
        try await newCollectionPage(FormFields(), problem: nil, request, context)
    }

    private func newCollectionPage(
        _ fields: FormFields, problem: LocalizedText?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        try await respond(request, context, status: problem == nil ? .ok : .unprocessableContent) { _ in
            NewCollectionPage(fields, problem: problem, context.language)
        }
    }

    @Sendable func makeCollection(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = context.form.fields
        let title = fields["titolo"] ?? ""
        do {
            let path = try await write(context, as: "raccolta nuova «\(title)»") { base in
                try base.newCollection(title, curator: fields["cura"])
            }
            let id = String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
            return .redirect(to: CollectionWritePage.address(of: id))
        } catch let problem as any ExplainedError {
            return try await newCollectionPage(fields, problem: problem.message, request, context)
        }
    }

    @Sendable func curate(_ request: Request, _ context: WebContext) async throws -> Response {
        try await curatePage(FormFields(), problem: nil, request, context)
    }

    private static func status(of problem: (any ExplainedError)?) -> HTTPResponse.Status {
        guard let problem else { return .ok }
        return (problem as? WebProblem)?.status == .conflict ? .conflict : .unprocessableContent
    }

    private func curatePage(
        _ fields: FormFields, problem: (any ExplainedError)?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (id, sent, whole, language) = (context.part("id"), request.fields, whole, context.language)
        let question = fields["q"] ?? sent["q"] ?? ""
        let seen = (problem as? WebProblem)?.status == .conflict ? fields["ordine"] : nil
        let letter = try await Background.run { try whole.letter(of: id) }
        return try await respond(request, context, status: Self.status(of: problem)) { snapshot in
            let collection = try snapshot.existingCollection(id)
            let changes = seen.map { CollectionOrder.changes(of: collection, since: $0, in: whole, language) }
            return try CollectionWritePage(
                collection, letter: letter, snapshot, question: question, fields, problem: problem?.message,
                changes: changes ?? [],
                done: sent["fatto"], context.language)
        }
    }

    @Sendable func curateCollection(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, fields) = (context.part("id"), context.form.fields)
        if fields["azione"] == CollectionWritePage.previewAction {
            return try await curatePage(fields, problem: nil, request, context)
        }
        do {
            let what = CollectionWriting.what(fields["azione"] ?? "")
            let (done, entry) = try await write(context, as: "raccolta «\(id)»: \(what)") {
                try CollectionWriting(base: $0, collection: id).take(fields)
            }
            var answer = FormFields()
            answer.append("fatto", done)
            if let question = fields["q"] { answer.append("q", question) }
            let place =
                entry.map { "#voce-" + ($0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "") } ?? ""
            return .redirect(to: SearchState.address(CollectionWritePage.address(of: id), answer) + place)
        } catch let problem as any ExplainedError {
            if case CollectionProblem.unknown = problem { throw problem }
            return try await curatePage(fields, problem: problem, request, context)
        }
    }

    /// Adds a sheet to a collection from the sheet's own page.
    @Sendable func collectSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, collection) = (context.part("id"), context.form.fields["raccolta"] ?? "")
        try await write(context, as: "raccolta «\(collection)»: \(CollectionWriting.what("aggiungi"))") { base in
            guard try base.entry(id) != nil else { throw WebProblem.notFound }
            try base.add([id], to: collection)
        }
        return .redirect(to: SheetPage.address(of: id) + "?fatto=raccolta")
    }

    // MARK: Communities

    @Sendable func writeCommunity(_ request: Request, _ context: WebContext) async throws -> Response {
        try await communityPage(typed: nil, problem: nil, request, context)
    }

    private func communityPage(
        typed: (key: String, fields: FormFields)?, problem: LocalizedText?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (id, done, whole) = (context.part("id"), request.fields["fatto"], whole)
        let items = try await Background.run { try whole.typedItems(of: id) }
        return try await respond(request, context, status: problem == nil ? .ok : .unprocessableContent) { snapshot in
            CommunityWritePage(
                try snapshot.existingCommunity(id), items, snapshot, typed: typed, problem: problem, done: done,
                context.language)
        }
    }

    @Sendable func logCommunity(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, fields) = (context.part("id"), context.form.fields)
        let key = fields["azione"] ?? ""
        do {
            try await write(context, as: "comunità «\(id)»: \(key)") {
                try CommunityWriting(base: $0, community: id).take(key, fields)
            }
        } catch let problem as any ExplainedError {
            if case CommunityProblem.unknown = problem { throw problem }
            return try await communityPage(typed: (key, fields), problem: problem.message, request, context)
        }
        return .redirect(to: CommunityWritePage.address(of: id) + "?fatto=salvata")
    }
}

/// Where a collection begins.
struct NewCollectionPage: Page {
    static let template = "newcollection"

    let title: String
    let name: String
    let curator: String
    let problem: String?

    init(_ fields: FormFields, problem: LocalizedText?, _ language: Language) {
        title = language.say("Raccolta nuova", "New collection")
        name = fields.whole("titolo") ?? ""
        curator = fields.whole("cura") ?? ""
        self.problem = problem?[language]
    }
}
