import Foundation

/// What a form sent: its fields, and files.
struct SentForm: Sendable {
    var fields = FormFields()
    var files: [String: File] = [:]

    struct File: Sendable {
        /// As the browser says, without folders.
        let name: String
        let bytes: [UInt8]
    }

    init() {}

    init(encoded bytes: [UInt8]) {
        fields = FormFields(encoded: String(decoding: bytes, as: UTF8.self))
    }

    /// `multipart/form-data` (RFC 7578).
    ///
    /// - Throws: `WebProblem.badValue` for what is none.
    init(multipart bytes: [UInt8], type: String) throws {
        guard let boundary = Self.parameter("boundary", of: type), !boundary.isEmpty, boundary.utf8.count <= 100 else {
            throw WebProblem.badValue(name: "Content-Type")
        }
        let data = Data(bytes)
        let delimiter = Data("--\(boundary)".utf8)
        var position = data.startIndex
        guard let first = data.range(of: delimiter, in: position..<data.endIndex) else {
            throw WebProblem.badValue(name: "multipart")
        }
        position = first.upperBound
        let (line, blank, next) = (Data("\r\n".utf8), Data("\r\n\r\n".utf8), Data("\r\n--\(boundary)".utf8))
        var parts = 0
        while data[position...].starts(with: line) {
            parts += 1
            guard parts <= 2_000, let head = data.range(of: blank, in: position..<data.endIndex),
                let end = data.range(of: next, in: (head.upperBound - 2)..<data.endIndex)
            else { throw WebProblem.badValue(name: "multipart") }
            let content = head.upperBound <= end.lowerBound ? data[head.upperBound..<end.lowerBound] : Data()
            take(String(decoding: data[position..<head.lowerBound], as: UTF8.self), Array(content))
            position = end.upperBound
        }
    }

    private mutating func take(_ head: String, _ content: [UInt8]) {
        let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = Self.parameter("name", of: String(disposition)) else { return }
        if let file = Self.parameter("filename", of: String(disposition)) {
            let last = file.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
            if !last.isEmpty || !content.isEmpty { files[name] = File(name: last, bytes: content) }
        } else {
            fields.append(name, String(decoding: content, as: UTF8.self))
        }
    }

    /// `name="x"` or `name=x`.
    private static func parameter(_ name: String, of text: String) -> String? {
        for part in text.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, pair[0].trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
            return pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        }
        return nil
    }
}
