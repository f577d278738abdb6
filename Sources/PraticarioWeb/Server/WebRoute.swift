import HTTPTypes
import Hummingbird

/// An address, and who may ask there.
struct WebRoute: Sendable {
    typealias Answer = @Sendable (Request, WebContext) async throws -> Response

    let method: HTTPRequest.Method
    let path: String
    /// `nil` for whoever comes.
    let role: Role?
    let answer: Answer

    static let api = "/api/"

    /// `GET /schede/:id`.
    var name: String { "\(method.rawValue) \(path)" }

    static func get(_ path: String, _ answer: @escaping Answer) -> WebRoute {
        WebRoute(method: .get, path: path, role: nil, answer: answer)
    }

    static func get(_ path: String, for role: Role, _ answer: @escaping Answer) -> WebRoute {
        WebRoute(method: .get, path: path, role: role, answer: answer)
    }

    static func post(_ path: String, for role: Role, _ answer: @escaping Answer) -> WebRoute {
        WebRoute(method: .post, path: path, role: role, answer: answer)
    }

    static func patch(_ path: String, for role: Role, _ answer: @escaping Answer) -> WebRoute {
        WebRoute(method: .patch, path: path, role: role, answer: answer)
    }

    static func delete(_ path: String, for role: Role, _ answer: @escaping Answer) -> WebRoute {
        WebRoute(method: .delete, path: path, role: role, answer: answer)
    }

    /// Who may not ask hears what to do; where nobody can come in, there is nothing.
    func responder(_ access: Access) -> Answer {
        guard let role else { return answer }
        return { request, context in
            guard access.hasLogin else { throw WebProblem.notFound }
            guard context.viewer.person != nil else { throw WebProblem.noLogin }
            guard context.viewer.may(role) else { throw WebProblem.notAllowed(role) }
            return try await answer(request, context)
        }
    }
}
