import PraticarioCorpus
import PraticarioSearch

/// What a row of `document` holds: a search document, ready to be found and to be listed.
struct DocumentRow: Sendable {
    let id: String
    let kind: KnowledgeDocument.Kind
    let length: Int
    let updated: String
    let titleKey: String
    let facets: FacetRows
    /// Its head, as JSON.
    let head: String
    let texts: [String]
    let spellings: Set<String>

    init(_ content: KnowledgeDocument, _ numbering: FacetNumbering) {
        let document = SearchDocument(content, numbering.values.vocabularies)
        id = document.id
        kind = document.kind
        length = document.text.length
        updated = document.updated?.iso8601 ?? ""
        titleKey = document.titleKey
        facets = FacetRows(document, numbering)
        head = StoredJSON.encode(document.head)
        texts = document.text.fields
        spellings = document.text.spellings
    }

    var order: HitOrder.Key { HitOrder.Key(id: id, updated: updated, titleKey: titleKey) }
}
