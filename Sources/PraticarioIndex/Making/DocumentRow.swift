import PraticarioCorpus
import PraticarioSearch

/// What a row of `document` holds: a search document, ready to be found and to be listed.
struct DocumentRow: Sendable {
    let id: String
    let kind: KnowledgeDocument.Kind
    let updated: String
    let titleKey: String
    let facets: FacetRows
    /// Its head, see `StoredHead`.
    let head: [UInt8]
    let texts: [String]
    /// Those of the texts.
    let terms: DocumentTerms

    init(_ content: KnowledgeDocument, _ numbering: FacetNumbering) {
        let vocabularies = numbering.values.vocabularies
        let document = SearchDocument(content, vocabularies)
        id = document.id
        kind = document.kind
        updated = document.updated?.iso8601 ?? ""
        titleKey = document.titleKey
        facets = FacetRows(document, numbering)
        head = StoredHead.encode(document.head)
        texts = document.text.fields
        terms = DocumentTerms(texts, vocabularies.analyzer)
    }

    var length: Int { terms.length }

    var order: HitOrder.Key { HitOrder.Key(id: id, updated: updated, titleKey: titleKey) }
}
