import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A choice as a knowledge base of its own: what one network hands to another.
///
/// Its sheets are written anew, without internal notes and without relations to sheets that are not in it.
struct ArchiveBundle {
    private let choice: Choice
    private let edition: Edition
    private let sources: Sources

    /// Where the files of the knowledge base are that go along as they are.
    struct Sources: Sendable {
        let folder: KnowledgeBaseFolder
        /// Of the collection, relative to the folder; `nil` for a search.
        let collection: String?
    }

    init(_ choice: Choice, _ edition: Edition, _ sources: Sources) {
        self.choice = choice
        self.edition = edition
        self.sources = sources
    }

    func write(toFolder path: String) throws {
        let folder = try OutputFolder.forExport(path, mark: "bundle", replaces: false)
        let names = FileNames(choice.heads.map(\.id))
        func isPresent(_ id: String) -> Bool { names[id] != nil }
        let territories = edition.values.vocabularies.territories
        try choice.forEachSheet { entry, _ in
            guard let name = names[entry.id] else { return }
            var kept = Disclosure.related(entry, isPresent)
            let sent = try edition.writeFiles(of: entry, to: folder, "\(KnowledgeBaseFolder.sheetsFolder)/\(name)")
            kept.pictures.removeAll { !sent.contains($0.file) }
            kept.attachments.removeAll { !sent.contains($0.file) }
            let sheet = SheetText(kept, language: edition.settings.language) { territories[$0]?.qualifiedName }
            try folder.write(sheet.text, to: "\(KnowledgeBaseFolder.sheetsFolder)/\(name).md")
        }
        for file in [KnowledgeBaseFolder.settingsFile] + Vocabularies.File.allCases.map(\.rawValue) {
            let source = sources.folder.path(file)
            if Files.type(of: source) == .file { try folder.write(Files.read(source), to: file) }
        }
        if let logo = edition.settings.logo, edition.logo != nil {
            try folder.write(Files.read(sources.folder.path(logo)), to: logo)
        }
        if let collection = sources.collection {
            let bytes = try Files.read(sources.folder.path(collection))
            try folder.write(Disclosure.collection(bytes, path: collection, isPresent), to: collection)
        }
        try folder.close()
    }
}
