import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A selection as a knowledge base of its own: what one network hands to another.
///
/// Its sheets are written anew, without internal notes and without relations to sheets that are not in it.
struct ArchiveBundle {
    private let selection: Selection
    private let sources: Sources

    /// Where the files of the knowledge base are that go along as they are.
    struct Sources: Sendable {
        let folder: KnowledgeBaseFolder
        /// Of the collection, relative to the folder; `nil` for a search.
        let collection: String?
    }

    init(_ selection: Selection, _ sources: Sources) {
        self.selection = selection
        self.sources = sources
    }

    func write(toFolder path: String) throws {
        let folder = try OutputFolder.forExport(path, mark: "bundle", replaces: false)
        let names = FileNames(selection.items.map(\.id))
        let present = Set(selection.items.map(\.id))
        let territories = selection.values.vocabularies.territories
        try selection.forEachSheet { _, entry in
            let kept = entry.keepingRelations(to: present.contains)
            let sheet = SheetText(kept, language: selection.settings.language) { territories[$0]?.qualifiedName }
            try folder.write(sheet.text, to: "\(KnowledgeBaseFolder.sheetsFolder)/\(names.name(of: entry.id)).md")
        }
        for file in [KnowledgeBaseFolder.settingsFile] + Vocabularies.File.allCases.map(\.rawValue) {
            let source = sources.folder.path(file)
            if Files.type(of: source) == .file { try folder.write(Files.read(source), to: file) }
        }
        if let logo = selection.settings.logo, selection.logo != nil {
            try folder.write(Files.read(sources.folder.path(logo)), to: logo)
        }
        if let collection = sources.collection {
            try folder.write(collectionText(collection, present), to: collection)
        }
        try folder.close()
    }

    /// As it is, without entries of sheets that stay at home.
    private func collectionText(_ path: String, _ present: Set<String>) throws -> [UInt8] {
        let bytes = try Files.read(sources.folder.path(path))
        // Another encoding than UTF-8 becomes it.
        let utf8 = Array(SourceText.decode(bytes, path: path).text.lines.joined(separator: "\n").utf8)
        guard var text = CollectionText(bytes, path: path) ?? CollectionText(utf8, path: path) else {
            preconditionFailure("decoded text is UTF-8")
        }
        let entries = CuratedCollection.read(text.bytes, path: path).collection?.entries ?? []
        text.removeInternalNotes()
        for id in Set(entries.map(\.id)).subtracting(present) {
            // A name that cannot be taken out without harm must not leave the house.
            guard text.remove(id) != .unclear else { throw ExportProblem.inseparable(id, path: path) }
        }
        return text.bytes
    }
}
