import PraticarioCorpus
import PraticarioSystem

/// A sheet that is no more, as a chronicle remembers it.
package struct GoneSheet: Sendable {
    package let place: SheetPlace
    /// By which it went.
    package let step: FileStep
    /// What its files held before that.
    let files: [String: [UInt8]]
    /// The sheet that it was then.
    private let entry: Entry

    /// - Returns: `nil` where there is a sheet of this id, or nothing is known of any.
    package init?(_ id: String, in base: KnowledgeBase, by chronicle: some FileChronicle) throws {
        guard try base.entry(id) == nil else { return nil }
        for step in chronicle.losses(of: id) {
            for path in step.files.keys.sorted() {
                let files = step.before(of: [path, ContentFiles.File.mapPath(ofTable: path)], in: base.folder)
                guard let entry = SheetPlace.all(in: path, files, base.vocabularies).first(where: { $0.id == id })
                else { continue }
                let place = SheetPlace(path: path, id: id)
                let own = files.filter { place.paths.contains($0.key) }
                (self.place, self.step, self.files, self.entry) = (place, step, own, entry)
                return
            }
        }
        return nil
    }

    /// The id that it has now, where it was given another one: that of a sheet of its title in the files that were changed
    /// with it, or of what that one became.
    ///
    /// - Parameter depth: as many names are followed.
    package func successor(
        in base: KnowledgeBase, by chronicle: some FileChronicle, depth: Int = 20
    ) throws -> String? {
        for path in step.paths {
            let files = FileHistory<SheetState>.files(
                [path, ContentFiles.File.mapPath(ofTable: path)], in: base.folder)
            let sheets = SheetPlace.all(in: path, files, base.vocabularies)
            if let found = sheets.first(where: { $0.title == entry.title }) { return found.id }
        }
        for path in step.paths where depth > 0 && step.files[path]?.before == nil {
            guard let name = path.split(separator: "/").last, name.hasSuffix(".md"),
                let next = try GoneSheet(String(name.dropLast(".md".count)), in: base, by: chronicle),
                next.entry.title == entry.title
            else { continue }
            return try next.successor(in: base, by: chronicle, depth: depth - 1)
        }
        return nil
    }
}

extension KnowledgeBase {
    /// Puts a sheet back that is no more, as it was once, with the pictures and papers that went with it. It comes back as a
    /// draft: whoever reads the public archive does not see it before somebody publishes it again. A row comes back as a
    /// sheet with a file of its own.
    ///
    /// - Throws: `SheetEditProblem`, `EditProblem`, `FileProblem`.
    package func restore(_ state: SheetState, of gone: GoneSheet) throws {
        let (id, language) = (gone.place.id, settings.language)
        guard try entry(id) == nil else { throw SheetEditProblem.taken(id) }
        let path: String
        var bytes: [UInt8]
        if let file = state.file {
            (path, bytes) = (gone.place.path, file)
        } else {
            path = "\(KnowledgeBaseFolder.sheetsFolder)/\(id).md"
            bytes = SheetFileText.new(state.content, in: language)
        }
        guard var text = SheetFileText(bytes, path: path) else { throw SheetEditProblem.encoding(path) }
        guard text.set(.publication(.draft, in: language), in: language) else { throw SheetEditProblem.unclear(path) }
        bytes = text.bytes
        guard ParsedFile(bytes, path: path, vocabularies).sheets.first?.id == id else {
            throw SheetEditProblem.unclear(path)
        }
        var changes = [FileChange(path, from: nil, to: bytes)]
        let (old, new) = (SheetFiles.place(of: gone.place.path), SheetFiles.place(of: path))
        for (file, content) in gone.step.files.sorted(by: { $0.key < $1.key })
        where file.hasPrefix(old + "/") && !ContentFiles.isDocument(file) {
            let beside = new + file.dropFirst(old.count)
            guard case .some(nil) = content.after, let before = content.before,
                Files.type(of: folder.path(beside)) == nil
            else { continue }
            changes.append(FileChange(beside, from: nil, to: before))
        }
        try EditJournal(folder).carryOut(changes)
        try refresh()
    }
}
