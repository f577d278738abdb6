import ItalianText
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What forgetting a sheet took away.
public struct ForgottenSheet: Codable, Hashable, Sendable {
    /// Of the sheet.
    public var id: String
    /// The files that held it, relative to the knowledge base: its own or its table, and what an import remembered of it.
    public var files: [String]
    /// How many changes can no longer be undone, because what they kept held the sheet.
    public var edits: Int
    /// How many drafts of it that people had not saved, and changes of it that they proposed, are gone.
    public var writings: Int
    /// The spreadsheets and archives, by the names that they were sent under, that waited to be taken in with a row of it: all of
    /// each is gone.
    public var imports: [String]
    /// The sheets and collections that still refer to it.
    public var stillReferring: [String]
}

extension KnowledgeBase {
    /// Takes a sheet away for good: its file or row, what an import remembered of its row, the changes that kept its
    /// text so that they could be undone, what people typed of it or proposed, and spreadsheets that wait to be taken in with it. For a body that withdraws its consent. Nothing puts it back.
    ///
    /// What was given away is out of reach: copies in git, backups, exports, and the form from which the row came.
    /// - Throws: `SheetEditProblem.unknown` where neither a file nor what is kept holds it; `FileProblem`.
    public func forget(_ id: String) throws -> ForgottenSheet {
        var forgotten = ForgottenSheet(
            id: id, files: [], edits: 0, writings: 0, imports: [], stillReferring: [])
        let names = try names(of: id)
        var places = try places(of: names)
        if let entry = try entry(id) {
            places.formUnion(
                entry.origin.row == nil
                    ? [SheetFiles.place(of: entry.origin.path)]
                    : entry.files.map { SheetFiles.path($0, of: entry.origin) })
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
        forgotten.edits = try EditJournal(folder).forget { path, bytes in
            if places.contains(path) || places.contains(where: { path.hasPrefix($0 + "/") }) { return true }
            if isSheet(path) {
                return sheets(bytes, path).contains { names.contains($0.id) || names.contains(TextKey.slug($0.title)) }
            }
            return isTable(path) && names.contains { TableFileText.mentions($0, in: bytes) }
        }
        forgotten.writings = try PrivateWriting(folder).forget(names)
        forgotten.imports = try WaitingImports(folder).forget(names)
        let found =
            !forgotten.files.isEmpty || forgotten.edits > 0 || forgotten.writings > 0 || !forgotten.imports.isEmpty
        guard found else { _ = try deleting([id]); return forgotten }
        // Rows that were deleted may still lie in the pages of a database.
        try refresh(fromNothing: true)
        store.removeOtherArchives()
        return forgotten
    }

    /// The spreadsheets and archives that wait to be taken in and that `forget` would take away, by the names that they were sent
    /// under.
    package func importsNaming(_ id: String) throws -> [String] {
        try WaitingImports(folder).naming(try names(of: id))
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

    /// The ids that a sheet has had, as far as what is kept tells, and its titles as slugs: a sheet that was renamed is
    /// known again by its title.
    private func names(of id: String) throws -> Set<String> {
        var names: Set<String> = [id]
        if let entry = try entry(id) { names.insert(TextKey.slug(entry.title)) }
        let kept = try EditJournal(folder).kept().filter { isSheet($0.path) }.flatMap { sheets($0.bytes, $0.path) }
        var count = 0
        while count < names.count {
            count = names.count
            for sheet in kept where names.contains(sheet.id) || names.contains(TextKey.slug(sheet.title)) {
                names.formUnion([sheet.id, TextKey.slug(sheet.title)])
            }
        }
        return names.filter { !$0.isEmpty }
    }

    /// Where the files of sheets with these names stood, as far as what is kept tells.
    private func places(of names: Set<String>) throws -> Set<String> {
        let kept = try EditJournal(folder).kept().filter { isSheet($0.path) }
        return Set(
            kept.filter { file in sheets(file.bytes, file.path).contains { names.contains($0.id) } }
                .map { SheetFiles.place(of: $0.path) })
    }

    private func isSheet(_ path: String) -> Bool { path.hasPrefix(KnowledgeBaseFolder.sheetsFolder + "/") }

    /// Of a table nobody remembers the columns: there an id, or the slug of some cell, is enough to forget the copy.
    private func isTable(_ path: String) -> Bool {
        path.hasSuffix(".csv")
            && [KnowledgeBaseFolder.tablesFolder, KnowledgeBaseFolder.originsFolder].contains {
                path.hasPrefix($0 + "/")
            }
    }

    private func sheets(_ bytes: [UInt8], _ path: String) -> [Entry] {
        ParsedFile(bytes, path: path, vocabularies).sheets
    }
}
