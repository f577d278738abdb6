import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A parsed file in the form in which the index keeps it; making it is the work that all cores share.
struct StoredFile: Sendable {
    let file: ContentFiles.File
    let digest: Int64
    let documents: [StoredDocument]
    let diagnosticsJSON: String?
    let errors: Int
    let warnings: Int

    init(_ file: ContentFiles.File, in folder: KnowledgeBaseFolder, _ numbering: FacetNumbering, _ scope: ArchiveScope)
    {
        self.file = file
        let parsed: ParsedFile
        do {
            let content = try file.content(in: folder)
            digest = content.digest
            parsed = ParsedFile(content, of: file, numbering.values.vocabularies)
        } catch {
            digest = 0
            parsed = ParsedFile(unreadable: file.path, error)
        }
        documents = parsed.documents.map { StoredDocument($0, numbering, scope) }
        errors = parsed.diagnostics.count { $0.severity == .error }
        warnings = parsed.diagnostics.count - errors
        diagnosticsJSON = parsed.diagnostics.isEmpty ? nil : StoredJSON.encode(parsed.diagnostics)
    }
}

/// One document of a file: what the checks between documents look at, the document itself, and the row that it makes
/// when it is let in.
struct StoredDocument: Sendable {
    let outline: DocumentOutline
    let payload: String
    let row: DocumentRow

    init(_ document: ParsedDocument, _ numbering: FacetNumbering, _ scope: ArchiveScope) {
        outline = document.outline
        let content = scope.content(document.content)
        payload = StoredContent.encode(content)
        row = DocumentRow(content, numbering)
    }
}

extension ContentFiles.Content {
    var digest: Int64 {
        Digest.of(bytes) &* 31 &+ Digest.of(map ?? [])
    }
}

extension Origin {
    /// For how many parts that begin on one line there is room.
    private static let bits = 16

    /// 0 for a file of its own; below 0 the line of a part, and how many come before it there.
    var storedRow: Int { row ?? line.map { -($0 << Self.bits | (before ?? 0)) } ?? 0 }

    init(path: String, storedRow: Int) {
        self.init(
            path: path, row: storedRow > 0 ? storedRow : nil, line: storedRow < 0 ? -storedRow >> Self.bits : nil,
            before: storedRow < 0 ? -storedRow & (1 << Self.bits - 1) : 0)
    }

    /// A place of this document, as the index stored it.
    func place(line: Int, column: Int) -> TextPlace {
        row == nil ? TextPlace(line: line, column: column) : TextPlace(row: line, column: column)
    }
}
