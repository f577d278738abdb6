public import PraticarioSystem

/// One problem in something that people wrote: a sheet, a vocabulary, a query.
///
/// Content never throws: whatever reads it returns its value and a list of these.
public struct Diagnostic: Codable, Hashable, Sendable {
    /// How much a problem costs.
    public enum Severity: String, Codable, Sendable {
        /// It costs the value it points at, or the sheet.
        case error
        /// It costs nothing.
        case warning
    }

    /// Which problem it is.
    public var code: DiagnosticCode
    /// The file, relative to the knowledge base, with `/` between folders; `nil` for a query.
    public var path: String?
    /// Where in the file or the query; `nil` when the problem is the file as a whole.
    public var place: TextPlace?
    /// What is wrong and what to do, for the person who wrote it; without place and code.
    public var message: LocalizedText
    /// The line the place points into, without its line break; of a table the heading and the cell.
    public var excerpt: String?

    package init(
        _ code: DiagnosticCode, path: String? = nil, at place: TextPlace? = nil,
        message: LocalizedText, excerpt: String? = nil
    ) {
        self.code = code
        self.path = path
        self.place = place
        self.message = message
        self.excerpt = excerpt
    }

    /// That of the code.
    public var severity: Severity { code.severity }
}

extension Diagnostic {
    /// Vocabularies and settings first, whose mistakes have others in their wake; then by file, place, code: the order
    /// in which problems are shown.
    public static func inReadingOrder(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
        func isSource(_ diagnostic: Diagnostic) -> Bool {
            diagnostic.path?.hasPrefix("vocabolari/") == true || diagnostic.path == KnowledgeBaseFolder.settingsFile
        }
        if isSource(a) != isSource(b) { return isSource(a) }
        let first = (a.path ?? "", a.place ?? TextPlace(line: 0, column: 0), a.code.rawValue, a.message.it)
        let second = (b.path ?? "", b.place ?? TextPlace(line: 0, column: 0), b.code.rawValue, b.message.it)
        return first < second
    }

    /// `schede/x.md:4:9: errore: … [unknown-territory]`, then the line and a caret where they are known; of a table
    /// `tabelle/x.csv, riga 4, colonna C: …`, then the heading and the cell.
    ///
    /// The caret line is padded by scalars; tabs of the excerpt are kept so that it stays aligned.
    public func text(in language: Language) -> String {
        var head = path ?? ""
        if let place { head += (head.isEmpty ? "" : place.isCell ? ", " : ":") + place.text(in: language) }
        let kind =
            switch (severity, language) {
            case (.error, .italian): "errore"
            case (.error, .english): "error"
            case (.warning, .italian): "avviso"
            case (.warning, .english): "warning"
            }
        head += (head.isEmpty ? "" : ": ") + "\(kind): \(message[language]) [\(code.rawValue)]"
        guard let excerpt, let place else { return head }
        guard !place.isCell else { return "\(head)\n    \(Self.window(of: excerpt, around: 1).line)" }
        let (line, column) = Self.window(of: excerpt, around: place.column)
        let padding = String(
            String.UnicodeScalarView(line.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }))
        return "\(head)\n    \(line)\n    \(padding)^"
    }

    /// A long line is cut around the place, so that the caret stays on the screen.
    private static func window(of excerpt: String, around column: Int) -> (line: String, column: Int) {
        let scalars = Array(
            excerpt.unicodeScalars.map { $0.properties.generalCategory == .control && $0 != "\t" ? "\u{FFFD}" : $0 })
        let width = 76
        guard scalars.count > width else {
            return (String(String.UnicodeScalarView(scalars)), min(column, scalars.count + 1))
        }
        let start = max(0, min(column - 1 - width / 2, scalars.count - width))
        let slice = scalars[start..<min(start + width, scalars.count)]
        return (String(String.UnicodeScalarView(slice)), max(1, min(column - start, slice.count + 1)))
    }
}
