package import PraticarioCorpus

/// Everything that is asked of a knowledge base at one moment: the one seam of the design.
///
/// Values cross it by their keys, so that an archive may number them as it likes. Every archive gives the same answers, in
/// matches, totals, facets, order and texts; `LinearSearcher` defines them.
package protocol Archive: Sendable {
    /// The vocabularies, and the names that filters may name.
    var values: FacetValues { get }
    var settings: KnowledgeBaseSettings { get }
    /// Tells this making of the archive from others: two archives of one store that have the same answer the same.
    var edition: String { get }

    /// Answers questions, each as its request wants it but for what `answer` adds: offers, highlights, whole sheets.
    /// What has the words is gathered once for questions that follow each other and have the same words.
    ///
    /// Throws only when the archive itself fails, or `CancellationError`; no question is wrong.
    func search(_ tasks: [SearchTask]) throws -> [SearchResults]

    /// What kinds of documents there are.
    var kinds: Set<KnowledgeDocument.Kind> { get }

    /// The texts from which snippets are cut, of the documents with these ids, which exist.
    func passages(of ids: [String]) throws -> [[String]]

    /// Whether some sheet has the term, in any form of its words.
    func isKnown(_ term: QueryTerm) throws -> Bool

    /// The words of the sheets that may be suggested and are as near to a word as `Spelling.isNear` says, with how many
    /// sheets have them, in any order.
    ///
    /// - Parameter edits: 1 or 2.
    func spellings(near word: String, within edits: Int) throws -> [Spelling.Candidate]

    /// The ids of all sheets, by their bytes.
    func ids() throws -> [String]

    /// The ids of the sheets that are related to one, as they say themselves, by their bytes.
    func ids(relatedTo id: String) throws -> [String]

    /// The sheets with these ids, in this order; those that do not exist left out. Relations to what is not there are
    /// left out, too.
    func entries(_ ids: [String]) throws -> [Entry]

    /// As `entries`, heads only.
    func heads(_ ids: [String]) throws -> [EntryHead]

    /// All documents of a kind, whole, in the order of their origins.
    func documents(of kind: KnowledgeDocument.Kind) throws -> [KnowledgeDocument]

    /// Everything that is wrong with the files, in reading order.
    func diagnostics() throws -> [Diagnostic]
}

/// A question and what is wanted of its answer.
package struct SearchTask: Sendable {
    package var query: ResolvedQuery
    package var request: SearchRequest
    /// Among which documents it is asked: what is found of sheets are the hits of the answer, all else stands apart.
    package var kinds: Set<KnowledgeDocument.Kind>

    package init(
        _ query: ResolvedQuery, _ request: SearchRequest, among kinds: Set<KnowledgeDocument.Kind> = [.sheet]
    ) {
        self.query = query
        self.request = request
        self.kinds = kinds
    }
}

/// Why an archive does not answer.
package enum ArchiveProblem: Error {
    /// What it keeps is damaged, or made by another version: it must be made anew from the files.
    case damaged
}

extension Archive {
    package func search(_ query: ResolvedQuery, _ request: SearchRequest) throws -> SearchResults {
        try search([SearchTask(query, request)])[0]
    }

    package func entry(id: String) throws -> Entry? {
        try entries([id]).first
    }
}
