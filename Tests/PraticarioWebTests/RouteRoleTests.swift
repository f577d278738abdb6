import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSearch
@testable import PraticarioWeb
import TestSupport
import Testing

/// Who may ask what: every address, by everybody.
@Suite struct RouteRoleTests {
    /// By the least role that may; what is not here is for whoever comes.
    private static let table: [(role: Role, routes: [String])] = [
        (
            .reader,
            [
                "GET /comunita", "GET /comunita/:id", "GET /api/v1/communities", "GET /api/v1/communities/:id",
                "GET /rapporto/:format", "GET /comunita/incontri.ics", "GET /comunita/:id/incontri.ics",
                "GET /comunita/:id/verbale/:number/:format", "POST /esci", "GET /io", "POST /io/password",
            ]
        ),
        (
            .member,
            [
                "POST /api/v1/sheets", "GET /api/v1/sheets/:id/content", "PATCH /api/v1/sheets/:id/content",
                "GET /scrivi", "GET /scrivi/nuova", "POST /scrivi/nuova", "GET /schede/:id/modifica",
                "POST /schede/:id/modifica", "POST /bozze/:name", "POST /bozze/:name/butta",
                "GET /revisione", "GET /schede/:id/allegati", "POST /schede/:id/allegati/immagine",
                "POST /schede/:id/allegati/documento", "POST /schede/:id/allegati/cambia",
                "POST /schede/:id/allegati/togli",
                "GET /proposte/:name", "POST /proposte/:name/ritira",
            ]
        ),
        (
            .editor,
            [
                "POST /api/v1/sheets/:id/publication", "DELETE /api/v1/sheets/:id",
                "GET /schede/:id/stato", "POST /schede/:id/stato/pubblica", "POST /schede/:id/stato/ritira",
                "POST /schede/:id/stato/archivia", "POST /schede/:id/stato/elimina", "POST /schede/:id/stato/rinomina",
                "POST /revisione/pubblica",
                "POST /proposte/:name",
                "GET /scrivi/raccolta", "POST /scrivi/raccolta", "GET /raccolte/:id/cura", "POST /raccolte/:id/cura",
                "GET /scrivi/comunita", "POST /scrivi/comunita", "GET /comunita/:id/dati", "POST /comunita/:id/dati",
                "GET /comunita/:id/scrivi/:list/:name", "POST /comunita/:id/scrivi/:list/:name",
                "POST /comunita/:id/scrivi/:list/:name/togli", "GET /programma", "POST /programma",
                "POST /schede/:id/raccolta", "GET /comunita/:id/scrivi", "POST /comunita/:id/scrivi",
                "GET /senza-risposta", "POST /senza-risposta", "GET /comunita/:id/questionario",
                "POST /comunita/:id/questionario",
                "GET /schede/:id/storia", "POST /schede/:id/storia", "GET /modifiche", "POST /modifiche/annulla",
                "GET /importa", "POST /importa", "GET /importa/:token",
                "POST /importa/:token", "GET /importa/:token/da-correggere",
                "GET /importa/:token/righe/:row", "POST /importa/:token/righe/:row",
            ]
        ),
        (.owner, ["GET /persone", "POST /persone", "GET /schede/:id/dimentica", "POST /schede/:id/dimentica"]),
    ]

    private static let open: Set<String> = [
        "GET /", "GET /cerca", "GET /cerca/scarica/:format", "GET /novita.atom", "GET /schede/:id",
        "GET /schede/:id/scarica/:format", "GET /schede/:id/file/:name", "GET /raccolte", "GET /raccolte/:id",
        "GET /raccolte/:id/scarica/:format",
        "GET /temi", "GET /territori", "GET /lingua/:code", "GET /stile.css", "GET /pagine.js", "GET /logo",
        "GET /entra", "POST /entra", "GET /api/v1/search", "GET /api/v1/sheets/:id", "GET /api/v1/sheets/:id/similar",
        "GET /api/v1/collections", "GET /api/v1/collections/:id", "GET /api/v1/themes", "GET /api/v1/target-groups",
        "GET /api/v1/suggestions", "GET /api/v1/catalog.ttl", "GET /api/v1/openapi.json", "GET /api/v1/health",
    ]

    private static func role(of route: WebRoute) -> Role? {
        table.first { $0.routes.contains(route.name) }?.role
    }

    @Test func `each route asks for the role that the table says`() throws {
        let world = try World()
        for route in world.library.routes {
            #expect(route.role == Self.role(of: route), "\(route.name)")
            #expect(Self.role(of: route) != nil || Self.open.contains(route.name), "\(route.name)")
        }
        #expect(
            world.library.routes.count == Self.open.count + Self.table.reduce(0) { $0 + $1.routes.count },
            "the table names what there is")
    }

    @Test func `everybody gets just what their role allows`() async throws {
        let world = try World()
        try await RunningServer.withPeople(world.base) { client in
            for route in world.library.routes where route.path != "/entra" {
                let needed = Self.role(of: route)
                for visitor in Visitor.allCases {
                    let answer = try await world.ask(route, as: visitor, client)
                    let seen = Outcome(answer)
                    let expected: Outcome =
                        if needed == nil || visitor.role.map({ $0 >= needed! }) == true {
                            .answered
                        } else {
                            visitor.role == nil ? .sentToTheDoor : .refused
                        }
                    #expect(seen == expected, "\(route.name) as \(visitor): \(answer.status)")
                }
                guard !route.name.hasPrefix("GET"), !route.path.hasPrefix(WebRoute.api) else { continue }
                for wrong in ["", world.token(of: .reader), "0"] {
                    let answer = try await world.ask(route, as: .owner, client, token: wrong)
                    #expect(answer.status == 403, "\(route.name) with another's token")
                }
                let elsewhere = client.with("Origin", "https://altrove.example")
                let answer = try await world.ask(route, as: .owner, elsewhere)
                #expect(answer.status == 403, "\(route.name) from another site")
            }
        }
    }

    private enum Outcome {
        case answered, refused, sentToTheDoor

        init(_ answer: WebClient.Answer) {
            let isAtDoor = answer.status == 303 && answer.headers["location"]?.hasPrefix("/entra") == true
            self = answer.status == 401 || isAtDoor ? .sentToTheDoor : answer.status == 403 ? .refused : .answered
        }
    }

    private enum Visitor: CaseIterable {
        case nobody, forger, removed, reader, member, editor, owner

        var role: Role? {
            switch self {
            case .nobody, .forger, .removed: nil
            case .reader: .reader
            case .member: .member
            case .editor: .editor
            case .owner: .owner
            }
        }
    }

    /// A knowledge base with a person of each role.
    private struct World: Sendable {
        let base: TemporaryBase
        let library: WebLibrary
        let people: [Role: Person]
        /// Of programs, one of each role.
        let keys: [Role: String]
        private let other: Access

        init() throws {
            base = try TemporaryBase()
            try base.write(
                "---\ntitolo: Uno\ntipo: idea\nterritori: Bari\ntemi: sport\npubblicazione: pubblicata\n---\n",
                to: "schede/uno.md")
            try base.write("---\ntitolo: Uno\n---\n- [Uno](scheda:uno)\n", to: "raccolte/uno.md")
            try base.write("titolo: Uno\n", to: "comunita/uno.yaml")
            let file = People(base.folder)
            for role in Role.allCases { _ = try file.add(role.rawValue, role: role) }
            keys = Dictionary(
                uniqueKeysWithValues: try Role.allCases.map { role in
                    (role, try file.addKey("prova", scope: role, for: role.rawValue))
                })
            people = Dictionary(uniqueKeysWithValues: try file.all().map { ($0.role, $0) })
            var options = WebOptions()
            options.visitors = .people
            let open = try KnowledgeBase.open(base.folder.root, environment: [:], scope: .published)
            let whole = try KnowledgeBase.open(base.folder.root, environment: [:])
            library = try WebLibrary(open, whole: whole, options)
            // Its key is another one.
            let elsewhere = try TemporaryBase()
            _ = try People(elsewhere.folder).add("owner", role: .owner)
            other = try Access(elsewhere.folder, .people)
        }

        /// - Parameter session: one that nobody has ended.
        private func cookie(of visitor: Visitor, _ session: String) -> String? {
            let owner = people[.owner]!
            let name = library.access.cookieName
            switch visitor {
            case .nobody: return nil
            case .forger: return "\(name)=\(other.signed(owner, session: session))"
            case .removed:
                return "\(name)=\(library.access.signed(Person(id: "via", name: "", role: .owner), session: session))"
            case .reader, .member, .editor, .owner:
                let person = people[visitor.role!]!
                return "\(name)=\(library.access.signed(person, session: session))"
            }
        }

        func token(of visitor: Visitor, _ session: String = "altra") -> String {
            let value = cookie(of: visitor, session)?.split(separator: "=", maxSplits: 1).last.map(String.init)
            return library.access.viewer(value).formToken
        }

        func ask(
            _ route: WebRoute, as visitor: Visitor, _ client: WebClient, token: String? = nil
        ) async throws -> WebClient.Answer {
            let path = route.path.split(separator: "/").map { part in
                [":code": "it", ":format": "json"][String(part)] ?? (part.hasPrefix(":") ? "uno" : String(part))
            }
            var client = client
            let session = Secrets.token()
            if let cookie = cookie(of: visitor, session) { client = client.with("Cookie", cookie) }
            let address = "/" + path.joined(separator: "/")
            if route.path.hasPrefix(WebRoute.api), let method = route.name.split(separator: " ").first, method != "GET"
            {
                let key = visitor.role.flatMap { keys[$0] } ?? (visitor == .nobody ? nil : Secrets.token())
                if let key { client = client.with("Authorization", "Bearer \(key)") }
                return try await client.get(address, method: String(method), body: Array("{}".utf8))
            }
            guard !route.name.hasPrefix("GET") else { return try await client.get(address) }
            return try await client.post(address, token: token ?? self.token(of: visitor, session))
        }
    }
}
