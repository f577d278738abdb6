import Hummingbird
import PraticarioSystem

/// Who may come in.
extension WebLibrary {
    @Sendable func people(_ request: Request, _ context: WebContext) async throws -> Response {
        let access = access
        let all = try await Background.run { try access.people.all() }
        return try await respond(request, context) { _ in PeoplePage(all, FormFields(), context.language) }
    }

    @Sendable func changePeople(_ request: Request, _ context: WebContext) async throws -> Response {
        let (fields, access, origin) = (context.form.fields, access, Self.origin(request))
        let link: (person: String, address: String)?
        do {
            link = try await Background.run {
                let made = try Self.change(access.people, fields)
                try? access.reload()
                return made.map { ($0.person, "\(origin)\(DoorGuard.path)?codice=\($0.token)") }
            }
        } catch let problem as any ExplainedError {
            let all = try await Background.run { try access.people.all() }
            return try await respond(request, context, status: .unprocessableContent) { _ in
                PeoplePage(all, fields, problem: problem.message, context.language)
            }
        }
        guard let link else { return .redirect(to: "/persone") }
        let all = try await Background.run { try access.people.all() }
        var response = try await respond(request, context) { _ in
            PeoplePage(all, FormFields(), link: link, context.language)
        }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// - Returns: the token of a new link, and whose it is.
    private static func change(
        _ people: People, _ fields: FormFields
    ) throws -> (person: String, token: String)? {
        let id = fields["persona"] ?? ""
        switch fields["azione"] {
        case "aggiungi":
            guard let name = fields["nome"] else { throw WebProblem.missing("il nome", "the name") }
            guard let role = fields["ruolo"].flatMap(Role.init(rawValue:)) else {
                throw WebProblem.missing("il ruolo", "the role")
            }
            let (person, token) = try people.add(name, role: role)
            return (person.id, token)
        case "link": return (id, try people.newLink(for: id))
        case "togli":
            try people.remove(id)
            return nil
        default: throw WebProblem.badValue(name: "azione")
        }
    }
}
