import ItalianText
package import PraticarioCorpus

/// What can be found, as a searcher sees it: made of each kind of document in one file of its own.
package struct SearchDocument: Sendable {
    package let id: String
    package let kind: KnowledgeDocument.Kind
    package let head: Head
    package let text: DocumentText
    /// What it says itself in each facet; what stands above is added by `FacetValues.row`.
    package let keys: [Facet: [String]]
    package let updated: PartialDate?

    /// What lists show of it.
    package enum Head: Codable, Hashable, Sendable {
        case sheet(EntryHead)
        case other(DocumentHead)
    }

    package var title: String {
        switch head {
        case .sheet(let head): head.title
        case .other(let head): head.title
        }
    }

    /// Under which it stands in the order of titles.
    package var titleKey: String { TextKey.folded(title) }

    /// Any document.
    package init(_ content: KnowledgeDocument, _ vocabularies: Vocabularies) {
        switch content {
        case .sheet(let entry): self.init(entry, vocabularies)
        case .community(let community): self.init(community, vocabularies)
        case .meeting(let part): self.init(part, vocabularies)
        case .outcome(let part): self.init(part, vocabularies)
        }
    }

    /// A sheet.
    package init(_ entry: Entry, _ vocabularies: Vocabularies) {
        id = entry.id
        kind = .sheet
        head = .sheet(EntryHead(entry))
        text = DocumentText { entry.texts(in: $0, vocabularies) }
        keys = Dictionary(uniqueKeysWithValues: Facet.allCases.map { ($0, $0.definition.keys(entry)) })
        updated = entry.updated
    }
}
