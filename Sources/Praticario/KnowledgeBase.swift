package import PraticarioIndex
import Synchronization

public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// A folder of sheets that can be searched.
///
/// ```swift
/// let base = try KnowledgeBase.open("corpus")
/// for hit in try base.search("anziani soli territorio:lazio").hits {
///     print(hit.entry.title)
/// }
/// ```
///
/// Opening brings the index up to date with the files. The object answers from the index it opened; `refresh()`
/// takes later changes in. It may be used from any number of threads.
public final class KnowledgeBase: Sendable {
    public let folder: KnowledgeBaseFolder
    /// What opening, or the last refresh, did to the index.
    public var report: IndexReport { state.withLock { $0.report } }

    let store: IndexStore
    private let state: Mutex<State>

    private struct State {
        var searcher: IndexSearcher
        var report: IndexReport
    }

    /// Opens the knowledge base in or above a folder.
    ///
    /// - Parameters:
    ///   - path: a folder with `praticario.yaml`; by default `PRATICARIO_KB`, else the nearest one from the current
    ///     folder upwards.
    ///   - environment: where `PRATICARIO_KB`, `HOME` and `XDG_CACHE_HOME` are looked up, by default this process's own.
    ///   - progress: hears, from any thread, how many changed sheets of how many are read.
    /// - Throws: `KnowledgeBaseProblem.notFound`, or `FileProblem` when the index cannot be written anywhere.
    public static func open(
        _ path: String? = nil, environment: [String: String]? = nil,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> KnowledgeBase {
        let environment = environment ?? ProcessEnvironment.variables
        guard let folder = KnowledgeBaseFolder.find(explicit: path, environment: environment) else {
            throw KnowledgeBaseProblem.notFound(path ?? environment["PRATICARIO_KB"])
        }
        let store = IndexStore(folder, environment: environment)
        let (searcher, report) = try store.openCurrent(today: .today, progress: progress)
        let state = State(searcher: searcher, report: report)
        return KnowledgeBase(folder: folder, store: store, state: state)
    }

    private init(folder: KnowledgeBaseFolder, store: IndexStore, state: consuming State) {
        self.folder = folder
        self.store = store
        self.state = Mutex(state)
    }

    /// Takes in what changed on disk since the index was opened.
    ///
    /// - Parameters:
    ///   - fromNothing: makes the index anew even where nothing changed.
    ///   - progress: hears, from any thread, how many changed sheets of how many are read.
    @discardableResult
    public func refresh(
        fromNothing: Bool = false, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> IndexReport {
        let report = try store.refresh(today: .today, fromNothing: fromNothing, progress: progress)
        let searcher = try store.open(today: .today)
        state.withLock { $0 = State(searcher: searcher, report: report) }
        return report
    }

    /// Answers what a person typed, in the query language: words, `"phrases"`, `prefix*`, `-excluded`, `filter:value`.
    ///
    /// No question is wrong: what is not understood is searched as words and told in the results.
    public func search(
        _ text: String, limit: Int = 20, offset: Int = 0, sort: ResultOrder = .relevance
    ) throws -> SearchResults {
        try search(text, SearchOptions(limit: limit, offset: offset, sort: sort))
    }

    /// As above, with all options.
    public func search(_ text: String, _ options: SearchOptions) throws -> SearchResults {
        try answering { try $0.answer(text, options, collections: sheets(inCollection:)) }
    }

    /// The sheets most like one, best first; empty where there is no sheet with this id.
    public func similar(to id: String, limit: Int = 5) throws -> [SearchHit] {
        try answering { searcher in try searcher.entry(id: id).map { try searcher.similar(to: $0, limit: limit) } ?? []
        }
    }

    /// The sheet with this id; `nil` when there is none.
    public func entry(_ id: String) throws -> Entry? {
        try answering { try $0.entry(id: id) }
    }

    /// The sheets with these ids, in this order; those that do not exist left out.
    public func entries(_ ids: [String]) throws -> [Entry] {
        try answering { try $0.entries(ids) }
    }

    /// The ids of all sheets, by their bytes.
    public func ids() throws -> [String] {
        try answering { try $0.ids() }
    }

    /// What is wrong with the sheets and vocabularies, as of the last update, and with the collections as they stand, in
    /// reading order.
    public func diagnostics() throws -> [Diagnostic] {
        try (answering { try $0.diagnostics() } + collectionDiagnostics() + settings.logoDiagnostics(in: folder))
            .sorted(by: Diagnostic.inReadingOrder)
    }

    public var vocabularies: Vocabularies { values.vocabularies }

    /// The values of all facets, with their labels.
    public var values: FacetValues { state.withLock { $0.searcher.values } }

    public var settings: KnowledgeBaseSettings { state.withLock { $0.searcher.settings } }

    /// An index that fails while it is read is damaged: it is made anew, once, and asked again.
    package func answering<Answer>(_ ask: (IndexSearcher) throws -> Answer) throws -> Answer {
        do {
            return try ask(state.withLock { $0.searcher })
        } catch {
            try refresh(fromNothing: true)
            return try ask(state.withLock { $0.searcher })
        }
    }
}
