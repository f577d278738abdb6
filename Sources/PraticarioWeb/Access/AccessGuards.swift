import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Knows who asks.
struct SessionGuard: RouterMiddleware {
    let access: Access

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if request.uri.path.hasPrefix(WebRoute.api), let key = request.bearer {
            context.viewer = access.viewer(key: key)
        } else {
            context.viewer = access.viewer(request.cookies[access.cookieName]?.value)
        }
        let viewer = context.viewer
        var response = try await next(request, context)
        // What others may keep must not hold anybody's session.
        if let person = viewer.person, access.isToRenew(viewer), response.headers[.setCookie] == nil,
            response.isForOneReader
        {
            response.setCookie(access.cookie(for: person, session: viewer.session, isSecure: request.isSecure))
        }
        return response
    }
}

/// Where one's own machine serves who opened the knowledge base, nobody else sees anything.
struct DoorGuard: RouterMiddleware {
    let access: Access

    static let path = "/entra"

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if case .owner = access.visitors, context.viewer.person == nil, request.uri.path != Self.path {
            throw WebProblem.noKey
        }
        return try await next(request, context)
    }
}

/// Takes only forms that this server wrote for who sends them, and reads them.
struct FormGuard: RouterMiddleware {
    let access: Access

    /// In bytes: of a form, and of one with a file.
    static let limits = (ofStranger: 1 << 14, ofForm: 8 << 20, ofFile: 24 << 20, fields: 20_000)

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        var (context, request) = (context, request)
        let isForProgram = request.uri.path.hasPrefix(WebRoute.api)
        // Programs send a key of theirs, which no browser sends by itself.
        if isForProgram, request.bearer == nil { throw WebProblem.noLogin }
        if !isForProgram, !request.isFromOurPages { throw WebProblem.otherOrigin }
        // Whoever is not in sends only what lets in; what a visit that ended sends is not even read.
        if !isForProgram, context.viewer.person == nil, request.uri.path != DoorGuard.path {
            throw access.hasLogin ? WebProblem.noLogin : .notFound
        }
        let type = request.headers[.contentType] ?? ""
        let isMultipart = type.lowercased().hasPrefix("multipart/form-data")
        let limit =
            context.viewer.person == nil
            ? Self.limits.ofStranger : isMultipart ? Self.limits.ofFile : Self.limits.ofForm
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw WebProblem.tooLarge }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            bytes += buffer.readableBytesView
            guard bytes.count <= limit else { throw WebProblem.tooLarge }
        }
        if isForProgram {
            context.body = bytes
            return try await next(request, context)
        }
        // Far more than a form of ours has.
        guard isMultipart || bytes.count(where: { $0 == UInt8(ascii: "&") }) <= Self.limits.fields else {
            throw WebProblem.tooLarge
        }
        context.form = isMultipart ? try SentForm(multipart: bytes, type: type) : SentForm(encoded: bytes)
        guard let sent = context.form.fields["modulo"], Secrets.isSame(sent, context.viewer.formToken) else {
            throw WebProblem.oldForm
        }
        return try await next(request, context)
    }
}

extension Request {
    /// The key of a program (RFC 6750).
    var bearer: String? {
        guard let field = headers[.authorization], field.lowercased().hasPrefix("bearer ") else { return nil }
        return String(field.dropFirst("bearer ".count)).trimmingCharacters(in: .whitespaces)
    }

    /// Whether the connection of who asks is encrypted, as a proxy before us says.
    var isSecure: Bool { HTTPFieldNames.forwardedProto.flatMap { headers[$0] } == "https" }

    /// Whether a browser says that it sends this from a page of this server; all browsers say where a form comes from.
    var isFromOurPages: Bool {
        if let origin = headers[.origin] {
            guard let slashes = origin.firstRange(of: "://") else { return false }
            return origin[slashes.upperBound...] == head.authority ?? ""
        }
        return HTTPFieldNames.fetchSite.flatMap { headers[$0] } == "same-origin"
    }
}
