import PraticarioSystem

/// The collections of a knowledge base: `raccolte/*.md`.
package struct CollectionFiles: Sendable {
    /// By the bytes of their paths; of a repeated id the first.
    package private(set) var collections: [CuratedCollection] = []
    /// About the files themselves; whether sheets exist and what searches find is checked elsewhere.
    package private(set) var diagnostics: [Diagnostic] = []

    package init(in folder: KnowledgeBaseFolder) {
        let relative = KnowledgeBaseFolder.collectionsFolder
        guard Files.type(of: folder.path(relative)) != nil else { return }
        do {
            for (name, type) in try Files.list(folder.path(relative)) where type != .folder {
                let lower = name.lowercased()
                if ContentFiles.isPassedOver(lower) { continue }
                if lower.hasSuffix(".md") {
                    read(relative + "/" + name, in: folder)
                } else {
                    diagnostics.append(
                        Diagnostic(
                            .unexpectedFile, path: relative + "/" + name,
                            message: LocalizedText(
                                it: "non è una raccolta: qui si leggono solo file .md",
                                en: "it is no collection: only .md files are read here")))
                }
            }
        } catch {
            diagnostics.append(.unreadable(relative, error))
        }
    }

    package subscript(id: String) -> CuratedCollection? {
        collections.first { $0.id == id }
    }

    private mutating func read(_ path: String, in folder: KnowledgeBaseFolder) {
        let collection: CuratedCollection?
        do {
            let read = CuratedCollection.read(try Files.read(folder.path(path)), path: path)
            collection = read.collection
            diagnostics += read.diagnostics
        } catch {
            diagnostics.append(.unreadable(path, error))
            return
        }
        guard let collection else { return }
        if let other = self[collection.id] {
            diagnostics.append(
                Diagnostic(
                    .duplicateID, path: path,
                    message: LocalizedText(
                        it: "l'id `\(collection.id)` è già di \(other.path), che resta: dalle un altro id",
                        en:
                            "the id `\(collection.id)` already belongs to \(other.path), which stays: give it another id"
                    )))
            return
        }
        collections.append(collection)
    }
}
