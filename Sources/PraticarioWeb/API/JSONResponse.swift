import Hummingbird
import Praticario

/// An answer for programs, in the form of `praticario … --format json`.
enum JSONResponse {
    static func of(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        of(text: JSONText.of(value), status: status)
    }

    /// - Parameter text: JSON.
    static func of(text: String, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.text(text + "\n", "application/json", status: status)
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }
}
