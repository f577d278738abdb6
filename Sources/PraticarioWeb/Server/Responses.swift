import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PraticarioSystem

extension Response {
    /// A text of ours.
    static func text(_ text: String, _ type: String, status: HTTPResponse.Status = .ok) -> Response {
        bytes(Array(text.utf8), type, status: status)
    }

    static func bytes(_ bytes: [UInt8], _ type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .eTag: "\"\(String(UInt64(bitPattern: Digest.of(bytes)), radix: 36))\""],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A page, which may be another one the next time, and for others.
    static func html(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        var response = text(html, "text/html; charset=utf-8", status: status)
        response.headers[.cacheControl] = "private, no-cache"
        response.headers[.vary] = "Cookie, Accept-Language"
        return response
    }

    /// Whether nobody may keep it but who asked.
    var isForOneReader: Bool {
        let control = headers[.cacheControl] ?? ""
        return control.contains("private") || control.contains("no-store")
    }

    /// To another page of this server.
    static func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }

    /// As it is, or that nothing changed since who asks saw it last (RFC 9110, 13.1.2).
    func answering(_ request: Request) -> Response {
        guard status == .ok, let tag = headers[.eTag], let known = request.headers[.ifNoneMatch],
            known == "*" || known.split(separator: ",").contains(where: { Self.isSame($0, tag) })
        else { return self }
        var headers = headers
        headers[.contentLength] = nil
        return Response(status: .notModified, headers: headers)
    }

    private static func isSame(_ sent: Substring, _ tag: String) -> Bool {
        let sent = sent.trimmingCharacters(in: .whitespaces)
        return (sent.hasPrefix("W/") ? String(sent.dropFirst(2)) : sent) == tag
    }
}

extension Request {
    /// What stands behind the `?`.
    var fields: FormFields { FormFields(encoded: uri.query ?? "") }
}

extension WebContext {
    /// A part of the path, decoded.
    func part(_ name: String) -> String {
        parameters.get(name).map { $0.removingPercentEncoding ?? $0 } ?? ""
    }
}

/// Fields that the library has no name for.
enum HTTPFieldNames {
    /// What a proxy before the server says of the connection to it.
    static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")
    static let link = HTTPField.Name("Link")
    /// Whether a browser sends something from a page of the same server.
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")
}
