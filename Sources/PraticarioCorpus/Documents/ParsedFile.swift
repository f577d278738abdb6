package import PraticarioSystem

/// One document, before documents are compared with each other.
package struct ParsedDocument: Sendable {
    package var content: KnowledgeDocument
    package var outline: DocumentOutline
}

/// What one file gave on its own: the expensive part of the work, which the index keeps for files that did not change.
/// A sheet's file gives one document at most, a table one for each row, a community one for each of its parts.
package struct ParsedFile: Sendable {
    package let path: String
    package private(set) var documents: [ParsedDocument] = []
    package private(set) var diagnostics: [Diagnostic]

    /// The sheets among its documents.
    package var sheets: [Entry] { documents.compactMap(\.content.entry) }

    /// Whoever corrects a table goes through its rows, so that more of them are told than of a sheet.
    private static let problemsOfTable = 1_000

    /// A sheet in a file of its own.
    package init(_ bytes: [UInt8], path: String, _ vocabularies: Vocabularies) {
        self.path = path
        let parsed = Record.parse(bytes, path: path)
        diagnostics = parsed.diagnostics
        if let record = parsed.record { take(record, vocabularies) }
    }

    /// A table, and the file that says which column is what; `nil` where there is none.
    package init(table bytes: [UInt8], map: [UInt8]?, path: String, _ vocabularies: Vocabularies) {
        self.path = path
        let table = SheetTable.read(bytes, map: map, path: path)
        diagnostics = table.diagnostics
        for record in table.records { take(record, vocabularies) }
        var told = ProblemList(limit: Self.problemsOfTable)
        for problem in diagnostics { told.append(problem.code) { problem } }
        diagnostics = told.diagnostics(path: path)
    }

    /// A community, with its meetings and outcomes.
    package init(community bytes: [UInt8], path: String, _ vocabularies: Vocabularies) {
        self.path = path
        (documents, diagnostics) = Community.read(bytes, path: path, vocabularies)
    }

    package init(unreadable path: String, _ problem: FileProblem) {
        self.path = path
        diagnostics = [.unreadable(path, problem)]
    }

    /// Reads the file; one that cannot be read is reported.
    package init(_ file: ContentFiles.File, in folder: KnowledgeBaseFolder, _ vocabularies: Vocabularies) {
        do {
            self.init(try file.content(in: folder), of: file, vocabularies)
        } catch {
            self.init(unreadable: file.path, error)
        }
    }

    /// Reads what was already fetched from the disk.
    package init(_ content: ContentFiles.Content, of file: ContentFiles.File, _ vocabularies: Vocabularies) {
        switch file.kind {
        case .sheet: self.init(content.bytes, path: file.path, vocabularies)
        case .community: self.init(community: content.bytes, path: file.path, vocabularies)
        case .table: self.init(table: content.bytes, map: content.map, path: file.path, vocabularies)
        }
    }

    private mutating func take(_ record: Record, _ vocabularies: Vocabularies) {
        let (entry, outline, problems) = Entry.validate(record, vocabularies)
        // A mistake in the file as a whole makes the one sheet of it incomplete, not every row of a table.
        let own = record.origin.row == nil ? diagnostics + problems : problems
        diagnostics += problems
        guard var entry, let outline else { return }
        entry.isIncomplete = entry.isIncomplete || own.contains { $0.severity == .error }
        documents.append(ParsedDocument(content: .sheet(entry), outline: outline))
    }
}
