import Foundation
import PraticarioSystem
@testable import PraticarioWeb

/// Asks a server as a browser would, over a socket; what is sent is just what a test says.
struct WebClient: Sendable {
    let port: Int
    var headers: [String: String] = [:]

    struct Answer: Sendable {
        let status: Int
        /// By their names in small letters; of a name that comes twice the last.
        let headers: [String: String]
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    enum Problem: Error {
        case noConnection, noAnswer
    }

    init(_ address: String) {
        port = address.split(separator: ":").last.flatMap { Int($0) } ?? 0
    }

    /// The same, with a field sent along.
    func with(_ name: String, _ value: String) -> WebClient {
        var client = self
        client.headers[name] = value
        return client
    }

    /// The same, with the cookie that an answer sets.
    func keeping(_ answer: Answer) -> WebClient {
        with("Cookie", String((answer.headers["set-cookie"] ?? "").prefix { $0 != ";" }))
    }

    func get(_ path: String, method: String = "GET", body: [UInt8]? = nil) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: those of Dispatch are the server's, which runs in the same process.
            Thread.detachNewThread { continuation.resume(with: Result { try ask(method, path, body) }) }
        }
    }

    /// Sends a form as a browser does from a page of the server.
    ///
    /// - Parameter token: that of the form; by default the one that `page` has, with what else travels along there: what
    ///   the page was made from.
    func post(
        _ path: String, _ fields: [(String, String)] = [], from page: String = "/entra", token: String? = nil
    ) async throws -> Answer {
        var form = FormFields(fields.map { (name: $0.0, value: $0.1) })
        if let token {
            form.append("modulo", token)
        } else {
            let text = try await get(page).text
            for field in text.matches(of: #/name="(modulo|ordine|visto[^"]*|prima\.[^"]*)" value="([^"]*)"/#)
            where form.whole(String(field.output.1)) == nil {
                form.append(String(field.output.1), String(field.output.2))
            }
        }
        return try await submitting("application/x-www-form-urlencoded")
            .get(path, method: "POST", body: Array(form.encoded.utf8))
    }

    /// Sends a form with a file.
    func upload(
        _ path: String, file: String, _ bytes: [UInt8], as name: String, _ fields: [(String, String)] = [],
        from page: String
    ) async throws -> Answer {
        var body: [UInt8] = []
        let all = fields + [("modulo", try await token(page))]
        for (field, value) in all {
            body += Array("--confine\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--confine\r\nContent-Disposition: form-data; name=\"\(file)\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += bytes + Array("\r\n--confine--\r\n".utf8)
        return try await submitting("multipart/form-data; boundary=confine").get(path, method: "POST", body: body)
    }

    private func token(_ page: String) async throws -> String {
        let text = try await get(page).text
        return text.firstMatch(of: #/name="modulo" value="([^"]*)"/#).map { String($0.output.1) } ?? ""
    }

    private func submitting(_ type: String) -> WebClient {
        let client = with("Content-Type", type)
        return headers["Origin"] == nil ? client.with("Origin", "http://127.0.0.1:\(port)") : client
    }

    private func ask(_ method: String, _ path: String, _ body: [UInt8]?) throws -> Answer {
        var fields = headers
        if fields["Host"] == nil { fields["Host"] = "127.0.0.1:\(port)" }
        if let body { fields["Content-Length"] = String(body.count) }
        let lines =
            ["\(method) \(path) HTTP/1.1"] + fields.map { "\($0.key): \($0.value)" } + ["Connection: close", "", ""]
        return try Self.answer(in: exchange(Array(lines.joined(separator: "\r\n").utf8) + (body ?? [])))
    }

    private func exchange(_ request: [UInt8]) throws -> [UInt8] {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Problem.noConnection }
        // Who is refused may be answered before all is sent.
        var sent = 0
        while sent < request.count {
            let count = request.withUnsafeBytes {
                send(handle, $0.baseAddress! + sent, request.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(handle, &buffer, buffer.count, 0), count > 0 { received += buffer[..<count] }
        return received
    }

    private static func answer(in bytes: [UInt8]) throws -> Answer {
        let separator = Array("\r\n\r\n".utf8)
        guard let end = bytes.firstRange(of: separator) else { throw Problem.noAnswer }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Answer(status: status, headers: headers, body: Array(bytes[end.upperBound...]))
    }
}
