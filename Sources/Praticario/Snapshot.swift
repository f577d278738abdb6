public import PraticarioCorpus
public import PraticarioSearch
import PraticarioSystem

/// A knowledge base at one moment: answers, counts, labels and settings that belong together.
///
/// It stays as it is while the knowledge base is refreshed; collections are read from their files when they are named.
public struct Snapshot: Sendable {
    package let folder: KnowledgeBaseFolder
    package let archive: any Archive

    init(_ folder: KnowledgeBaseFolder, _ archive: any Archive) {
        self.folder = folder
        self.archive = archive
    }

    /// Another one when the index is another one.
    package var edition: String { archive.edition }

    /// The values of all facets, with their labels.
    public var values: FacetValues { archive.values }

    /// Themes, target groups, territories.
    public var vocabularies: Vocabularies { values.vocabularies }

    /// What `praticario.yaml` says.
    public var settings: KnowledgeBaseSettings { archive.settings }

    /// Answers what a person typed, in the query language: words, `"phrases"`, `prefix*`, `-excluded`, `filter:value`.
    ///
    /// No question is wrong: what is not understood is searched as words and told in the results.
    public func search(_ text: String, _ request: SearchRequest = SearchRequest()) throws -> SearchResults {
        try archive.answer(text, request, collections: sheets(inCollection:))
    }

    /// Answers a question that was built.
    public func search(_ question: Question, _ request: SearchRequest = SearchRequest()) throws -> SearchResults {
        try search(question.text, request)
    }

    /// How many sheets each value of a facet has, over the whole knowledge base, by key.
    public func counts(of facet: Facet) throws -> [String: Int] {
        let counts = try search("", .counts(of: [facet])).facets[facet] ?? []
        return Dictionary(counts.map { ($0.key, $0.count) }) { first, _ in first }
    }

    /// The sheets most like one, best first; empty where there is no sheet with this id.
    public func similar(to id: String, limit: Int = 5) throws -> [SearchHit] {
        try entry(id).map { try archive.similar(to: $0, limit: limit) } ?? []
    }

    /// The sheet with this id; `nil` when there is none.
    public func entry(_ id: String) throws -> Entry? {
        try archive.entry(id: id)
    }

    /// The sheets with these ids, in this order; those that do not exist left out.
    public func entries(_ ids: [String]) throws -> [Entry] {
        try archive.entries(ids)
    }

    /// The sheets that are related to one, as they say themselves, by the bytes of their ids.
    package func entries(relatedTo id: String) throws -> [Entry] {
        try archive.referring(to: id)
    }

    /// Whether there is a sheet with this id.
    package func has(_ id: String) -> Bool {
        (try? heads([id]).isEmpty) == false
    }

    /// As `entries`, without their texts.
    public func heads(_ ids: [String]) throws -> [EntryHead] {
        try archive.heads(ids)
    }

    /// The ids of all sheets, by their bytes.
    public func ids() throws -> [String] {
        try archive.ids()
    }

    /// What is wrong with the sheets and vocabularies, as of the last update, and with the collections and the programme as
    /// they stand, in reading order.
    public func diagnostics() throws -> [Diagnostic] {
        let beside = try FolderCheck.diagnostics(
            in: folder, settings, ids: Set(ids()), communities: communities()
        ) { archive }
        return try (archive.diagnostics() + beside).sorted(by: Diagnostic.inReadingOrder)
    }
}
