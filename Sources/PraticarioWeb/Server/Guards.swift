import Foundation
import HTTPTypes
import Hummingbird
import PraticarioSystem

/// What browsers are told to allow and to forbid: no script of others, no frame around us, no guessing of types.
struct SecurityHeaders: RouterMiddleware {
    static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let fixed: [(HTTPField.Name?, String)] = [
            (.contentSecurityPolicy, Self.policy), (.xContentTypeOptions, "nosniff"),
            (HTTPField.Name("Referrer-Policy"), "same-origin"),
            (HTTPField.Name("Cross-Origin-Opener-Policy"), "same-origin"),
            (HTTPField.Name("Cross-Origin-Resource-Policy"), "same-origin"),
            (HTTPField.Name("Permissions-Policy"), "camera=(), geolocation=(), microphone=()"),
        ]
        for case (let name?, let value) in fixed where response.headers[name] == nil { response.headers[name] = value }
        return response
    }
}

/// What says nothing else of itself is for who asked, and asked for again the next time: drafts are in it for some.
struct PrivateByDefault: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = "private, no-cache"
            response.headers[.vary] = "Cookie, Accept-Language"
        }
        return response
    }
}

/// Answers only to names that we have.
struct HostGuard: RouterMiddleware {
    let names: [String]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard names.isEmpty || names.contains(Self.name(request.head.authority ?? "")) else {
            throw WebProblem.otherHost
        }
        return try await next(request, context)
    }

    /// Without the port.
    private static func name(_ authority: String) -> String {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            return String(authority[authority.index(after: authority.startIndex)..<end])
        }
        return String(authority.prefix { $0 != ":" }).lowercased()
    }
}

/// In which language pages are written: as was chosen, else as the browser wants it, else Italian.
struct ReaderLanguage: RouterMiddleware {
    static let cookie = "lingua"

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = Self.language(
            chosen: request.cookies[Self.cookie]?.value, accepted: request.headers[.acceptLanguage])
        return try await next(request, context)
    }

    /// Who reads Italian at all gets Italian, in which the sheets are.
    static func language(chosen: String?, accepted: String?) -> Language {
        if let language = chosen.flatMap(Language.init(rawValue:)) { return language }
        let wanted = (accepted ?? "").lowercased().split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces).prefix(2)
        }
        return wanted.contains("en") && !wanted.contains("it") ? .english : .italian
    }
}
