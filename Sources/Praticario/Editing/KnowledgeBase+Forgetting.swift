public import PraticarioCorpus
import PraticarioSystem

/// What forgetting a sheet took away.
public struct ForgottenSheet: Codable, Hashable, Sendable {
    /// Of the sheet.
    public var id: String
    /// The files that held it, relative to the knowledge base: its own or its table, and what an import remembered of it.
    public var files: [String]
    /// How many changes can no longer be undone, because what they kept held the sheet.
    public var edits: Int
    /// The sheets and collections that still refer to it.
    public var stillReferring: [String]
}

extension KnowledgeBase {
    /// Takes a sheet away for good: its file or row, what an import remembered of its row, and the changes that kept its
    /// text so that they could be undone. For a body that withdraws its consent. Nothing puts it back.
    ///
    /// What was given away is out of reach: copies in git, backups, exports, and the form from which the row came.
    /// - Throws: `SheetEditProblem.unknown` where neither a file nor what is kept holds it; `FileProblem`.
    public func forget(_ id: String) throws -> ForgottenSheet {
        var forgotten = ForgottenSheet(id: id, files: [], edits: 0, stillReferring: [])
        if try entry(id) != nil {
            let (changes, sheets, referring) = try deleting([id])
            forgotten.stillReferring = referring
            for change in changes where change.before != change.after {
                try FileChange.put(change.after, at: change.path, in: folder)
                forgotten.files.append(change.path)
            }
            if let sheet = sheets.first { forgotten.files += try forgetOrigin(of: id, table: sheet.origin.path) }
        } else {
            for table in ContentFiles(in: folder).files where table.kind == .table {
                forgotten.files += try forgetOrigin(of: id, table: table.path)
            }
        }
        forgotten.edits = try EditJournal(folder).forget { path, bytes in holds(id, bytes, path: path) }
        guard !forgotten.files.isEmpty || forgotten.edits > 0 else { _ = try deleting([id]); return forgotten }
        // Rows that were deleted may still lie in the pages of a database.
        try refresh(fromNothing: true)
        return forgotten
    }

    /// The row of a sheet in what an import remembers.
    private func forgetOrigin(of id: String, table: String) throws -> [String] {
        guard table.hasPrefix(KnowledgeBaseFolder.tablesFolder + "/") else { return [] }
        let path = KnowledgeBaseFolder.originsFolder + table.dropFirst(KnowledgeBaseFolder.tablesFolder.count)
        guard Files.type(of: folder.path(path)) == .file else { return [] }
        let map = folder.path(ContentFiles.File.mapPath(ofTable: table))
        let columns = Files.type(of: map) == .file ? try Files.read(map) : nil
        guard var text = TableFileText(try Files.read(folder.path(path)), map: columns, path: path) else {
            throw SheetEditProblem.encoding(path)
        }
        guard let row = text.row(of: id) else { return [] }
        guard text.remove(row: row) else { throw SheetEditProblem.unclear(path) }
        try Files.write(text.bytes, to: folder.path(path))
        return [path]
    }

    /// Whether bytes that were kept of a file hold a sheet. Of a table nobody remembers the columns: there the id, or the
    /// slug of some cell, is enough to forget the copy.
    private func holds(_ id: String, _ bytes: [UInt8], path: String) -> Bool {
        if path.hasPrefix(KnowledgeBaseFolder.sheetsFolder + "/") {
            return ParsedFile(bytes, path: path, vocabularies).sheets.contains { $0.id == id }
        }
        let isTable = [KnowledgeBaseFolder.tablesFolder, KnowledgeBaseFolder.originsFolder].contains {
            path.hasPrefix($0 + "/")
        }
        return isTable && path.hasSuffix(".csv") && TableFileText.mentions(id, in: bytes)
    }
}
