import Foundation
import Hummingbird
import PraticarioSystem

/// Coming in and going out.
extension WebLibrary {
    @Sendable func door(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = request.fields
        if case .owner = access.visitors {
            // Who only asks whether there is a page has not come in.
            if request.method == .get, let key = fields["chiave"], let person = access.useToken(key) {
                return entered(person, request, to: "/")
            }
            // Whoever reloads the address is in already.
            guard context.viewer.person != nil else { throw WebProblem.noKey }
            return .redirect(to: "/")
        }
        guard access.hasLogin else { throw WebProblem.notFound }
        let next = Self.ownPath(fields["da"])
        return try await respond(request, context) { _ in
            DoorPage(
                link: fields["codice"], next: next, wasSending: fields["inviato"] != nil, context.language)
        }
    }

    @Sendable func enter(_ request: Request, _ context: WebContext) async throws -> Response {
        guard access.visitors == .people else { throw WebProblem.notFound }
        let (fields, access) = (context.form.fields, access)
        let next = Self.ownPath(fields["da"])
        if let link = fields["codice"] {
            let person = try await Background.run { try access.use(link: link) }
            if let person { return entered(person, request, to: person.hasPassword ? next : "/io") }
            return try await respond(request, context, status: .forbidden) { _ in
                DoorPage(problem: WebProblem.usedLink.message, context.language)
            }
        }
        let (id, password) = (fields["nome"] ?? "", fields.whole("password") ?? "")
        if let person = try await Background.password({ try access.person(id, password: password) }) {
            return entered(person, request, to: next)
        }
        return try await respond(request, context, status: .forbidden) { _ in
            DoorPage(id: id, problem: WebProblem.wrongPassword.message, next: next, context.language)
        }
    }

    private func entered(_ person: Person, _ request: Request, to path: String) -> Response {
        var response = Response.redirect(to: path)
        response.setCookie(access.cookie(for: person, isSecure: request.isSecure))
        return response
    }

    @Sendable func leave(_ request: Request, _ context: WebContext) async throws -> Response {
        let (access, viewer) = (access, context.viewer)
        try await Background.run { access.end(viewer) }
        var response = Response.redirect(to: "/")
        response.setCookie(access.endedCookie)
        return response
    }

    @Sendable func account(_ request: Request, _ context: WebContext) async throws -> Response {
        let (person, isChanged) = (context.viewer.person ?? Access.keeper, request.fields["fatto"] != nil)
        return try await respond(request, context) { _ in
            AccountPage(person, isChanged: isChanged, context.language)
        }
    }

    @Sendable func changePassword(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let person = context.viewer.person, person.id != Access.keeper.id else { throw WebProblem.notFound }
        let password = context.form.fields.whole("nuova") ?? ""
        guard (PasswordHash.shortest...PasswordHash.longest).contains(password.count) else {
            return try await respond(request, context, status: .unprocessableContent) { _ in
                AccountPage(person, problem: WebProblem.weakPassword.message, context.language)
            }
        }
        let access = access
        let changed = try await Background.password {
            try access.people.setPassword(password, of: person.id)
            try access.reload()
            return try access.people.all().first { $0.id == person.id }
        }
        // By the new password all sessions of the old one are over, this one, too.
        return entered(changed ?? person, request, to: "/io?fatto=password")
    }
}
