import PraticarioCorpus
import PraticarioSystem

/// What of a sheet, of a text and of a knowledge base may leave the house: to whomever, never "Note interne".
extension Disclosure {
    /// A sheet as data: everything but internal notes.
    static func data(_ entry: Entry) -> Entry {
        var shown = entry
        shown.sections = entry.publicSections
        shown.body = SheetText.publicBody(of: entry)
        return shown
    }

    /// A sheet for a knowledge base that has only some of the others: without relations to those that it has not.
    /// `SheetText`, which writes it, leaves internal notes out.
    static func related(_ entry: Entry, _ isShown: (_ id: String) -> Bool) -> Entry {
        entry.keepingRelations(to: isShown)
    }

    /// A sheet as a document: also without what only those who keep the archive need, which is what is to be completed.
    /// `PublicMarkdown`, which writes its body, leaves internal notes out.
    static func document(_ entry: Entry, _ isShown: (_ id: String) -> Bool) -> Entry {
        var shown = related(entry, isShown)
        shown.isIncomplete = false
        return shown
    }

    /// The file of a collection, as it is but for internal notes and the entries of sheets that stay at home.
    ///
    /// - Throws: `ExportProblem.inseparable`.
    static func collection(_ bytes: [UInt8], path: String, _ isShown: (_ id: String) -> Bool) throws -> [UInt8] {
        // Another encoding than UTF-8 becomes it.
        let utf8 = Array(SourceText.decode(bytes, path: path).text.lines.joined(separator: "\n").utf8)
        guard var text = CollectionText(bytes, path: path) ?? CollectionText(utf8, path: path) else {
            preconditionFailure("decoded text is UTF-8")
        }
        let entries = CuratedCollection.read(text.bytes, path: path).collection?.entries ?? []
        text.removeInternalNotes()
        for id in Set(entries.map(\.id)) where !isShown(id) {
            // A name that cannot be taken out without harm must not leave the house.
            guard text.remove(id) != .unclear else { throw ExportProblem.inseparable(id, path: path) }
        }
        return text.bytes
    }

    /// Keeps exports away from where a knowledge base has its own files: what is written among the sheets would be read as
    /// sheets.
    ///
    /// - Throws: `ExportProblem.ownFolder`.
    static func keepOut(_ path: String, of folder: KnowledgeBaseFolder) throws {
        let place = Files.resolved(path)
        let own = [
            KnowledgeBaseFolder.sheetsFolder, KnowledgeBaseFolder.tablesFolder, KnowledgeBaseFolder.collectionsFolder,
            KnowledgeBaseFolder.originsFolder, KnowledgeBaseFolder.communitiesFolder,
            KnowledgeBaseFolder.privateFolder, "vocabolari", KnowledgeBaseFolder.settingsFile, Programme.file,
        ].map(folder.path)
        guard own.contains(where: { place == $0 || place.hasPrefix($0 + "/") }) else { return }
        throw ExportProblem.ownFolder(path)
    }
}
