import PraticarioCorpus
import PraticarioSearch

/// What a row of `document` holds: a search document, ready to be found and to be listed.
struct DocumentRow: Sendable {
    let id: String
    let kind: SearchDocument.Kind
    let length: Int
    let updated: String
    let titleKey: String
    let facets: FacetRows
    /// The head of the sheet, as JSON.
    let head: String
    let texts: [String]
    let spellings: Set<String>

    init(_ entry: Entry, _ numbering: FacetNumbering) {
        let document = SearchDocument(entry, numbering.values.vocabularies)
        id = document.id
        kind = document.kind
        length = document.text.length
        updated = document.updated?.iso8601 ?? ""
        titleKey = document.titleKey
        facets = FacetRows(document, numbering)
        head = StoredJSON.encode(EntryHead(entry))
        texts = document.text.fields
        spellings = document.text.spellings
    }

    var order: HitOrder.Key { HitOrder.Key(id: id, updated: updated, titleKey: titleKey) }
}
