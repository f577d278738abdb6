/// What a person wrote about one practice, before anyone asked whether it makes sense: the fields of the
/// header with their places, and the Markdown body.
public struct Record: Sendable {
    /// Relative to the knowledge base, with `/` between folders.
    public let path: String
    public let source: SourceText
    /// In the order of the file; keys as typed.
    public let fields: [RecordField]
    /// The Markdown after the header.
    public let body: String
    /// The line of the file on which the body begins.
    public let bodyLine: Int

    /// A diagnostic that points into this record's file and shows the line.
    public func diagnostic(_ code: DiagnosticCode, at place: Place?, _ message: LocalizedText) -> Diagnostic {
        var excerpt: String?
        if let place, source.lines.indices.contains(place.line - 1) {
            excerpt = String(source.lines[place.line - 1])
        }
        return Diagnostic(code, path: path, at: place, message: message, excerpt: excerpt)
    }
}

/// A key of a header (or of a map within it) and what stands behind it.
public struct RecordField: Sendable {
    public let key: String
    public let keyPlace: Place
    public let value: RecordValue
}

/// A value as typed: every scalar is text, so that `NO`, `NA`, `1e3` and `2007` are what was written.
public struct RecordValue: Sendable {
    public indirect enum Content: Sendable {
        case text(String)
        case list([RecordValue])
        case map([RecordField])
    }

    public let content: Content
    public let place: Place

    /// Nothing was written behind the key: `key:` alone, `""`, `~`, `[]` or `{}`.
    public var isEmpty: Bool {
        switch content {
        case .text(let text): text.isEmpty
        case .list(let values): values.isEmpty
        case .map(let fields): fields.isEmpty
        }
    }
}

extension RecordValue {
    /// The text of a scalar that is not empty.
    var text: String? {
        if case .text(let text) = content, !text.isEmpty { text } else { nil }
    }

    /// The texts of a list of scalars, or the one scalar that stands where a list could.
    var texts: [String] {
        switch content {
        case .text(let text): text.isEmpty ? [] : [text]
        case .list(let values): values.compactMap(\.text)
        case .map: []
        }
    }

    subscript(key: String) -> RecordValue? {
        guard case .map(let fields) = content else { return nil }
        return fields.first { $0.key == key }?.value
    }
}
