import ItalianText
package import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Sheets written whole, as a form does: only the lines of what was changed become others, and everything can be undone.
extension KnowledgeBase {
    /// What a sheet says as it is typed, in its file as it is now.
    ///
    /// - Throws: `SheetEditProblem`, `EditProblem`, `FileProblem`.
    package func content(of id: String) throws -> SheetContent {
        var edits = SheetEdits(folder, vocabularies, settings.language)
        let entry = try edits.current(existing(id))
        guard let record = try edits.record(of: entry.origin) else { throw SheetEditProblem.unclear(entry.origin.path) }
        return SheetContent(record)
    }

    /// A sheet as its file says it now, which the index may not know yet.
    ///
    /// - Throws: as ``content(of:)``.
    package func current(_ id: String) throws -> Entry {
        var edits = SheetEdits(folder, vocabularies, settings.language)
        return try edits.current(existing(id)).keepingRelations(to: snapshot().has)
    }

    /// What the sheet would be with what a content says in some parts.
    ///
    /// - Throws: as ``content(of:)``.
    package func trying(
        _ parts: [SheetContent.Part], of content: SheetContent, on id: String
    ) throws -> SheetTrial {
        var edits = SheetEdits(folder, vocabularies, settings.language)
        let entry = try edits.current(existing(id))
        guard let before = try edits.record(of: entry.origin) else {
            throw SheetEditProblem.unclear(entry.origin.path)
        }
        try edits.set(parts, to: content, of: entry)
        return try trial(edits, of: entry.origin, from: SheetContent(before))
    }

    /// What a new sheet would be.
    package func trying(new content: SheetContent) throws -> SheetTrial {
        var edits = SheetEdits(folder, vocabularies, settings.language)
        let ids = Set(try ids())
        let path = Self.freePath(for: content.text(.title), in: folder, besides: ids)
        try edits.begin(content, at: path)
        let trial = try trial(edits, of: Origin(path: path), from: SheetContent())
        // The first sheet of an id is the one that is found: a new one must not come before one that is there.
        if let id = trial.entry?.id, ids.contains(id) { throw SheetEditProblem.taken(id) }
        return trial
    }

    /// Writes what was tried.
    ///
    /// - Returns: the sheet as it is then.
    /// - Throws: `EditProblem.changedMeanwhile` where the file became another since; nothing is written then.
    @discardableResult
    package func write(_ trial: SheetTrial) throws -> Entry {
        guard let entry = trial.entry else { throw SheetEditProblem.unclear(trial.changes.first?.path ?? "") }
        try EditJournal(folder).carryOut(trial.changes)
        try refresh()
        return entry
    }

    private func trial(_ edits: SheetEdits, of origin: Origin, from base: SheetContent) throws -> SheetTrial {
        var edits = edits
        let file = try edits.file(at: origin.path)
        let own = file?.documents.first { $0.content.entry?.origin == origin }
        let places = try edits.record(of: origin).map { SheetPlaces($0) }
        var problems = (file?.diagnostics ?? []).filter { problem in
            origin.row == nil || problem.place?.isCell == true && problem.place?.line == origin.row
        }
        let ids = Set(try ids())
        for reference in own?.outline.references ?? [] where reference.kind == .sheet && !ids.contains(reference.target)
        {
            problems.append(CrossChecks.dangling(reference, path: origin.path, among: ids.sorted()))
        }
        if let own {
            problems += own.outline.files.compactMap { SheetFiles(folder).problem($0, of: origin) }
        }
        return SheetTrial(
            entry: own?.content.entry, base: base,
            problems: problems.map { problem in (problem.place.flatMap { places?.part(at: $0) }, problem) },
            changes: edits.changes)
    }

    func existing(_ id: String) throws -> Entry {
        guard let entry = try entry(id) else {
            throw SheetEditProblem.unknown(id, nearest: Suggestion.nearest(to: id, among: try ids()))
        }
        return entry
    }
}
