/// What one file gave, before the sheets are compared with each other: the expensive part of the work, which the
/// index keeps for files that did not change.
public struct ParsedSheet: Sendable {
    public var path: String
    /// `nil` when the sheet stays out, and the diagnostics say why.
    public var entry: Entry?
    public var outline: SheetOutline?
    public var diagnostics: [Diagnostic]

    public init(path: String, entry: Entry?, outline: SheetOutline?, diagnostics: [Diagnostic]) {
        self.path = path
        self.entry = entry
        self.outline = outline
        self.diagnostics = diagnostics
    }

    public init(_ bytes: [UInt8], path: String, _ vocabularies: Vocabularies) {
        let parsed = Record.parse(bytes, path: path)
        guard let record = parsed.record else {
            self.init(path: path, entry: nil, outline: nil, diagnostics: parsed.diagnostics)
            return
        }
        let (entry, outline, problems) = Entry.validate(record, vocabularies)
        let diagnostics = parsed.diagnostics + problems
        var complete = entry
        complete?.isIncomplete = diagnostics.contains { $0.severity == .error }
        self.init(path: path, entry: complete, outline: outline, diagnostics: diagnostics)
    }

    /// Reads the file; one that cannot be read is reported.
    public init(_ path: String, in folder: KnowledgeBaseFolder, _ vocabularies: Vocabularies) {
        do {
            self.init(try Files.read(folder.path(path)), path: path, vocabularies)
        } catch {
            self.init(unreadable: path, error)
        }
    }

    public init(unreadable path: String, _ problem: FileProblem) {
        self.init(path: path, entry: nil, outline: nil, diagnostics: [.unreadable(path, problem)])
    }
}
