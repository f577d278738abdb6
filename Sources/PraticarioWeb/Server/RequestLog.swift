import Foundation
import HTTPTypes
import Hummingbird

/// A line of JSON for each request on the standard error output: what was asked for and how it went. Neither who asked nor
/// what was searched.
struct RequestLog: RouterMiddleware {
    let isOn: Bool

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard isOn else { return try await next(request, context) }
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let took = (clock.now - start).components
        let line = Line(
            time: Date.now.formatted(.iso8601), request: "\(RequestID())", method: request.method.rawValue,
            route: context.endpointPath ?? "-", status: response.status.code,
            milliseconds: Int(took.seconds * 1_000 + took.attoseconds / 1_000_000_000_000_000))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let data = try? encoder.encode(line) { try? FileHandle.standardError.write(contentsOf: data + [10]) }
        return response
    }

    private struct Line: Encodable {
        let time: String
        let request: String
        let method: String
        let route: String
        let status: Int
        let milliseconds: Int
    }
}
