package import PraticarioCorpus

/// How much of a knowledge base an archive holds.
///
/// What is out of scope is not in the archive at all, so that no count, no suggestion and no similar sheet can tell of it.
public enum ArchiveScope: String, Codable, CaseIterable, Sendable {
    /// All that the files hold: for those who keep the knowledge base.
    case everything
    /// Published sheets without their internal notes: for anybody.
    case published

    /// Those of the documents that were let in which are in scope.
    package func admits(_ outlines: [DocumentOutline], accepted: Set<Origin>) -> Set<Origin> {
        self == .everything ? accepted : accepted.intersection(outlines.lazy.filter(admits).map(\.origin))
    }

    /// Whether a document that was let in is in scope.
    package func admits(_ outline: DocumentOutline) -> Bool {
        self == .everything || outline.isPublic
    }

    /// What of a document is in scope.
    package func content(_ document: KnowledgeDocument) -> KnowledgeDocument {
        guard self == .published, case .sheet(var entry) = document else { return document }
        entry.body = SheetText.publicBody(of: entry)
        entry.sections = entry.publicSections
        return .sheet(entry)
    }
}

extension Corpus {
    /// What of it is in scope.
    func within(_ scope: ArchiveScope) -> Corpus {
        guard scope == .published else { return self }
        return with(documents.filter { $0.entry?.publication == .published }.map(scope.content))
    }
}
