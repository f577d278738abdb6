import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem

/// Pages to read.
extension WebLibrary {
    @Sendable func home(_ request: Request, _ context: WebContext) async throws -> Response {
        try await respond(request, context) { try HomePage($0, context.language, for: context.viewer) }
    }

    @Sendable func search(_ request: Request, _ context: WebContext) async throws -> Response {
        let state = SearchState(request.fields)
        let unmet = UnmetQuestions(of: whole.folder)
        return try await respond(request, context) {
            try SearchPage(state, $0, context.language, isOwner: context.viewer.seesEverything) { results in
                guard state.isFirst else { return }
                // What cannot be noted is no reason not to answer.
                try? unmet.note(state.text, results, on: .today)
            }
        }
    }

    @Sendable func sheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let done = request.fields["fatto"]
        // What one's own machine serves nobody else can open.
        let isOwn = if case .owner = access.visitors { true } else { false }
        let origin = isOwn ? nil : Self.origin(request)
        do {
            return try await respond(request, context) {
                try SheetPage(
                    id, $0, context.language, for: context.viewer, done: done, origin: origin, last: lastEdits.edit)
            }
        } catch WebProblem.notFound where context.viewer.may(.editor) {
            guard try await isRemembered(id) else { throw WebProblem.notFound }
            return .redirect(to: SheetHistoryPage.address(of: id))
        }
    }

    @Sendable func collections(_ request: Request, _ context: WebContext) async throws -> Response {
        try await respond(request, context) { try CollectionsPage($0, context.language, for: context.viewer) }
    }

    @Sendable func collection(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        return try await respond(request, context) { try CollectionPage(id, $0, context.language, for: context.viewer) }
    }

    @Sendable func themes(_ request: Request, _ context: WebContext) async throws -> Response {
        try await respond(request, context) { try ThemesPage($0, context.language) }
    }

    @Sendable func territories(_ request: Request, _ context: WebContext) async throws -> Response {
        let state = SearchState(request.fields)
        return try await respond(request, context) { try TerritoriesPage(state, $0, context.language) }
    }

    @Sendable func communities(_ request: Request, _ context: WebContext) async throws -> Response {
        try await respond(request, context) { try CommunitiesPage($0, context.language, for: context.viewer) }
    }

    @Sendable func community(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let done = request.fields["fatto"]
        return try await respond(request, context) {
            try CommunityPage(id, $0, context.language, for: context.viewer, done: done)
        }
    }

    /// Remembers the language and goes back to where one was, which is a page of this server.
    @Sendable func language(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let language = Language(rawValue: context.part("code")) else { throw WebProblem.notFound }
        var response = Response.redirect(to: Self.ownPath(request.fields["da"]))
        response.setCookie(
            Cookie(
                name: ReaderLanguage.cookie, value: language.rawValue, maxAge: 31_536_000, path: "/", httpOnly: true,
                sameSite: .lax))
        return response
    }

    /// A page of this server, whatever an address says.
    static func ownPath(_ wanted: String?) -> String {
        guard let wanted else { return "/" }
        // `//altrove` and `/\altrove` are other servers to a browser.
        let isOurs =
            wanted.hasPrefix("/") && !wanted.dropFirst().hasPrefix("/")
            && wanted.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        return isOurs ? wanted : "/"
    }

    // MARK: Files

    @Sendable func style(_ request: Request, _ context: WebContext) async throws -> Response {
        Self.file(HTMLFragments.style + Templates.text("pagine.css"), "text/css; charset=utf-8").answering(request)
    }

    @Sendable func script(_ request: Request, _ context: WebContext) async throws -> Response {
        Self.file(Templates.text("pagine.js"), "text/javascript; charset=utf-8").answering(request)
    }

    @Sendable func logo(_ request: Request, _ context: WebContext) async throws -> Response {
        let edition = open.edition(for: .readers, language: context.language)
        guard let logo = edition.logo else { throw WebProblem.notFound }
        return Response.bytes(logo.bytes, "image/\(logo.kind.rawValue)").answering(request)
    }

    private static func file(_ text: String, _ type: String) -> Response {
        var response = Response.text(text, type)
        response.headers[.cacheControl] = "max-age=300"
        return response
    }
}
