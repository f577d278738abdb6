import ItalianText
public import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Sheets, wherever they are written, a file or a row of a table; what is not said here stays byte for byte, and everything
/// can be undone by ``EditJournal``.
extension KnowledgeBase {
    /// Publishes sheets: all or none.
    ///
    /// A sheet without a licence gets the one that is given, else that of the settings.
    /// - Parameters:
    ///   - ids: of the sheets.
    ///   - organization: who allowed it; needed where the sheet does not say so already.
    ///   - date: when that was.
    ///   - licence: in place of what the sheets and the settings say.
    /// - Returns: the sheets as they are then.
    /// - Throws: `SheetEditProblem`, `EditProblem`, `FileProblem`.
    @discardableResult
    public func publish(
        _ ids: [String], by organization: String? = nil, on date: PartialDate = .today, licence: String? = nil
    ) throws -> [Entry] {
        let settings = settings
        return try change(ids) { entry in
            var edits = [FieldEdit.publication(.published, in: settings.language)]
            if let licence = licence ?? (entry.licence == nil ? settings.licence : nil) {
                edits.append(FieldEdit(.licence, .text(licence)))
            }
            if let organization {
                edits.append(.permission(by: organization, on: date))
            } else if entry.permission == nil {
                throw SheetEditProblem.noPermission(entry.id)
            }
            return edits
        } check: { entry, errors in
            guard let first = errors.first else { return }
            throw SheetEditProblem.incomplete(entry.id, first: first.message)
        }
    }

    /// Says of sheets how far they are on their way to the public, without asking anything: for taking them back. For
    /// publishing there is ``publish(_:by:on:licence:)``.
    ///
    /// - Returns: the sheets as they are then.
    /// - Throws: `SheetEditProblem`, `EditProblem`, `FileProblem`.
    @discardableResult
    public func setPublication(_ publication: Publication, of ids: [String]) throws -> [Entry] {
        let language = settings.language
        return try change(ids) { _ in [.publication(publication, in: language)] }
    }

    /// Deletes sheets: the file of one that has its own, the row of a table. What refers to them stays as it is.
    ///
    /// - Returns: the sheets, and the ids of the sheets and collections that still refer to them.
    /// - Throws: `SheetEditProblem`, `EditProblem`, `FileProblem`.
    @discardableResult
    public func delete(_ ids: [String]) throws -> (sheets: [Entry], stillReferring: [String]) {
        let (changes, sheets, referring) = try deleting(ids)
        try EditJournal(folder).carryOut(changes)
        try refresh()
        return (sheets, referring)
    }

    /// What deleting sheets comes to.
    func deleting(
        _ ids: [String]
    ) throws -> (changes: [FileChange], sheets: [Entry], stillReferring: [String]) {
        let chosen = try chosen(ids)
        var edits = SheetEdits(folder, vocabularies, settings.language)
        let current = try chosen.map { try edits.current($0) }
        // Rows below one that goes move up.
        for entry in current.sorted(by: { $1.origin < $0.origin }) { try edits.remove(entry) }
        let gone = Set(current.map(\.id))
        let snapshot = snapshot()
        let sheets = try Set(gone.flatMap { try snapshot.archive.referring(to: $0).map(\.id) }).subtracting(gone).sorted
        {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        let collections = collections().filter { collection in
            collection.entries.contains { gone.contains($0.id) } || collection.links.contains { gone.contains($0.id) }
        }
        return (edits.changes, current, sheets + collections.map(\.id))
    }

    /// Gives a sheet another id, everywhere: in its own file or row, in the sheets, tables, collections and communities
    /// that refer to it. A file that is called as the sheet is called as the sheet will be.
    ///
    /// - Returns: the sheet as it is then, and the files that were changed, relative to the knowledge base.
    /// - Throws: `SheetEditProblem`, `EditProblem`, `FileProblem`; nothing is changed then.
    @discardableResult
    public func rename(_ id: String, to new: String) throws -> (sheet: Entry, files: [String]) {
        let renaming = try renaming(id, to: new)
        try EditJournal(folder).carryOut(renaming.changes)
        try refresh()
        guard let sheet = try entry(new) else { throw SheetEditProblem.unclear(renaming.path) }
        return (sheet, renaming.files)
    }

    /// What `rename` would change, and changes nothing.
    ///
    /// - Returns: where the sheet would be, and the files that would be changed, relative to the knowledge base.
    /// - Throws: as `rename`.
    public func previewRename(_ id: String, to new: String) throws -> (path: String, files: [String]) {
        let renaming = try renaming(id, to: new)
        return (renaming.path, renaming.files)
    }

    private func renaming(_ id: String, to new: String) throws -> SheetRenaming {
        let slug = TextKey.slug(new)
        guard slug == new, !slug.isEmpty else {
            throw SheetEditProblem.malformedID(new, instead: slug.isEmpty ? nil : slug)
        }
        // Proposals are of a sheet by its id.
        guard try !PrivateWriting(folder).hasProposal(of: id) else { throw SheetEditProblem.proposed }
        guard try entry(new) == nil, !ContentFiles.isPassedOver(new + ".md") else { throw SheetEditProblem.taken(new) }
        var edits = SheetEdits(folder, vocabularies, settings.language)
        let current = try edits.current(chosen([id])[0])
        return try SheetRenaming(current, to: new, in: folder, vocabularies, settings.language)
    }

    private func change(
        _ ids: [String], _ fields: (Entry) throws -> [FieldEdit],
        check: (Entry, [Diagnostic]) throws -> Void = { _, _ in }
    ) throws -> [Entry] {
        var edits = SheetEdits(folder, vocabularies, settings.language)
        let current = try chosen(ids).map { try edits.current($0) }
        for entry in current {
            for edit in try fields(entry) { try edits.set(edit, of: entry) }
        }
        let results = try current.map { entry in
            let (result, errors) = try edits.result(entry)
            try check(result, errors)
            return result
        }
        try EditJournal(folder).carryOut(edits.changes)
        try refresh()
        return results
    }

    /// Each once.
    private func chosen(_ ids: [String]) throws -> [Entry] {
        var seen: Set<String> = []
        return try ids.filter { seen.insert($0).inserted }.map { id in
            guard let entry = try entry(id) else {
                throw SheetEditProblem.unknown(id, nearest: Suggestion.nearest(to: id, among: try self.ids()))
            }
            return entry
        }
    }
}
