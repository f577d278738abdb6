/// What a person wrote about one practice, before anyone asked whether it makes sense: the fields of the
/// header with their places, and the Markdown body. A row of a table gives the same.
public struct Record: Sendable {
    public let origin: Origin
    /// The id of a sheet that states none.
    public let fallbackID: String
    /// What stands at a place, to be shown beneath a problem.
    let excerpt: @Sendable (Place) -> String?
    /// In the order of the file; keys as typed.
    public let fields: [RecordField]
    /// The Markdown after the header.
    public let body: String
    /// The line of the file on which the body begins.
    public let bodyLine: Int

    /// A diagnostic that points into this record's file and shows the line.
    public func diagnostic(_ code: DiagnosticCode, at place: Place?, _ message: LocalizedText) -> Diagnostic {
        Diagnostic(code, path: origin.path, at: place, message: message, excerpt: place.flatMap(excerpt))
    }
}

/// Where a sheet is written: in a file of its own, or in a row of a table.
public struct Origin: Codable, Hashable, Sendable, Comparable {
    /// Relative to the knowledge base, with `/` between folders.
    public let path: String
    /// From 1, the header being row 1; `nil` for a file of its own.
    public let row: Int?

    public init(path: String, row: Int? = nil) {
        self.path = path
        self.row = row
    }

    /// The beginning of the sheet.
    public var place: Place {
        row.map { Place(row: $0, column: 0) } ?? Place(line: 1, column: 1)
    }

    /// By the bytes of the paths, then by row.
    public static func < (a: Origin, b: Origin) -> Bool {
        a.path == b.path ? (a.row ?? 0) < (b.row ?? 0) : a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
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
