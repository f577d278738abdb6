import ItalianText
package import PraticarioCorpus

/// What can be found: a sheet, as a searcher sees it. Whatever else shall be found one day makes such a document, too.
package struct SearchDocument: Sendable {
    package enum Kind: String, Codable, CaseIterable, Sendable {
        case sheet
    }

    package let id: String
    package let kind: Kind
    package let title: String
    package let text: DocumentText
    /// What it says itself in each facet; what stands above is added by `FacetValues.row`.
    package let keys: [Facet: [String]]
    package let updated: PartialDate?

    /// Under which it stands in the order of titles.
    package var titleKey: String { TextKey.folded(title) }
}

extension SearchDocument {
    /// A sheet.
    package init(_ entry: Entry, _ vocabularies: Vocabularies) {
        id = entry.id
        kind = .sheet
        title = entry.title
        text = DocumentText(vocabularies.analyzer) { entry.texts(in: $0, vocabularies) }
        keys = Dictionary(uniqueKeysWithValues: Facet.allCases.map { ($0, $0.definition.keys(entry)) })
        updated = entry.updated
    }
}
