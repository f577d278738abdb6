import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioPublishing
import PraticarioSystem

/// Tells what went wrong as who asks can read it: a page for people, `application/problem+json` (RFC 9457) for programs.
struct ProblemPages: RouterMiddleware {
    let library: WebLibrary

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as WebProblem {
            return try await answer(problem.status, problem.message, request, context)
        } catch let problem as any ExplainedError {
            return try await answer(Self.status(of: problem), problem.message, request, context)
        } catch let problem as any HTTPResponseError {
            let known: WebProblem = problem.status == .notFound ? .notFound : .failed
            return try await answer(problem.status, known.message, request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return try await answer(.internalServerError, WebProblem.failed.message, request, context)
        }
    }

    private static func status(of problem: any ExplainedError) -> HTTPResponse.Status {
        switch problem {
        case CollectionProblem.unknown, ExportProblem.nothingToPublish, is CommunityProblem: .notFound
        case is ProgramProblem: .notImplemented
        default: .internalServerError
        }
    }

    private func answer(
        _ status: HTTPResponse.Status, _ message: LocalizedText, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let text = message[context.language]
        if status == .unauthorized, !request.uri.path.hasPrefix(WebRoute.api) {
            // A page that is asked for is shown after the door; what was sent must be sent again.
            var fields = FormFields()
            fields.append("da", request.method == .get ? request.uri.string : "/")
            if request.method != .get { fields.append("inviato", "1") }
            return .redirect(to: SearchState.address(DoorGuard.path, fields))
        }
        guard !request.uri.path.hasPrefix(WebRoute.api) else {
            var response = JSONResponse.of(
                Details(title: status.reasonPhrase, status: status.code, detail: text), status: status)
            response.headers[.contentType] = "application/problem+json"
            if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
            return response
        }
        // Who may see nothing is shown no page around it.
        let isStranger = if case .owner = library.access.visitors { context.viewer.person == nil } else { false }
        guard !isStranger, status.code != 421 else {
            return Response.html(library.pages.plain(text, in: context.language), status: status)
        }
        return try await library.respond(request, context, status: status) { _ in
            ProblemPage(text: text, isMissing: status == .notFound, language: context.language)
        }
    }

    private struct Details: Encodable {
        let title: String
        let status: Int
        let detail: String
    }
}
