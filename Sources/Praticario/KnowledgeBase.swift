import Foundation
public import PraticarioCorpus
import PraticarioIndex
public import PraticarioSearch
import PraticarioSystem
import Synchronization

/// A folder of sheets that can be searched.
///
/// ```swift
/// let base = try KnowledgeBase.open("corpus")
/// for hit in try base.search("anziani soli territorio:lazio").hits {
///     print(hit.head.title)
/// }
/// ```
///
/// Opening brings the index up to date with the files. The object answers from the index it opened; `refresh()`
/// takes later changes in. It may be used from any number of threads, which search at the same time; what belongs
/// together is asked of one ``Snapshot``, and from asynchronous code through ``read(_:)``.
public final class KnowledgeBase: Sendable {
    /// Where the files are.
    public let folder: KnowledgeBaseFolder
    /// What opening, or the last refresh, did to the index.
    public var report: IndexReport { state.withLock { $0.report } }

    package let store: any ArchiveStore
    private let state: Mutex<State>
    private let listeners = Listeners<IndexReport>()
    /// One refresh at a time: what one has found is not put back by another that looked before.
    private let refreshing = Mutex<Void>(())

    private struct State {
        var archive: any Archive
        var report: IndexReport
        /// Counts the archives that were opened: tells a damaged one from the one that took its place.
        var generation = 0
    }

    /// Opens the knowledge base in or above a folder.
    ///
    /// - Parameters:
    ///   - path: a folder with `praticario.yaml`; by default `PRATICARIO_KB`, else the nearest one from the current
    ///     folder upwards.
    ///   - environment: where `PRATICARIO_KB`, `HOME` and `XDG_CACHE_HOME` are looked up, by default this process's own.
    ///   - scope: what may be found; drafts and internal notes are not even in an index of what is published.
    ///   - progress: hears, from any thread, how many changed sheets of how many are read.
    /// - Throws: `KnowledgeBaseProblem.notFound`, or `FileProblem` when the index cannot be written anywhere.
    public static func open(
        _ path: String? = nil, environment: [String: String]? = nil, scope: ArchiveScope = .everything,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> KnowledgeBase {
        let environment = environment ?? ProcessEnvironment.variables
        guard let folder = KnowledgeBaseFolder.find(explicit: path, environment: environment) else {
            throw KnowledgeBaseProblem.notFound(path ?? environment["PRATICARIO_KB"])
        }
        return try KnowledgeBase(folder, IndexStore(folder, environment: environment, scope: scope), progress: progress)
    }

    /// A knowledge base whose archive is kept in any way.
    package init(
        _ folder: KnowledgeBaseFolder, _ store: any ArchiveStore,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws {
        self.folder = folder
        self.store = store
        let (archive, report) = try store.open(today: .today, progress: progress)
        state = Mutex(State(archive: archive, report: report))
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
        let (report, hasChanged) = try refreshing.withLock { _ in
            let (archive, report) = try store.refresh(today: .today, fromNothing: fromNothing, progress: progress)
            let hasChanged = state.withLock { state in
                state.report = report
                // The one that stands says the same, and has at hand what is asked for most.
                guard state.archive.edition != archive.edition else { return false }
                state.archive = archive
                state.generation += 1
                return true
            }
            return (report, hasChanged)
        }
        guard hasChanged else { return report }
        ProcessMemory.giveBack()
        listeners.tell(report)
        return report
    }

    /// The refreshes that brought something new, from now on, until the loop that hears them ends; also what another
    /// process has taken into the index meanwhile.
    ///
    /// ```swift
    /// for await report in base.changes() { print(report.sheets) }
    /// ```
    public func changes() -> AsyncStream<IndexReport> {
        listeners.stream()
    }

    /// The knowledge base as it is now: what is asked of it is answered from one moment.
    public func snapshot() -> Snapshot {
        Snapshot(folder, state.withLock { $0.archive })
    }

    /// Reads on a thread of its own, so that no search keeps asynchronous code waiting that has nothing to do with it.
    ///
    /// ```swift
    /// let results = try await base.read { try $0.search("tema:carcere") }
    /// ```
    ///
    /// When the task is cancelled, so is the search, with a `CancellationError`.
    public func read<Value: Sendable>(_ work: @escaping @Sendable (Snapshot) throws -> Value) async throws -> Value {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                Self.readers.addOperation {
                    continuation.resume(
                        with: Result {
                            try Cancellation.$current.withValue(cancellation) {
                                try Cancellation.check()
                                return try self.answering(work)
                            }
                        })
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// As many at once as there are processors, in the order in which they came: more would only keep each other waiting, also
    /// for the connections of an index, and each takes memory.
    private static let readers: OperationQueue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = max(2, ProcessInfo.processInfo.activeProcessorCount)
        return queue
    }()

    /// A damaged index is made anew, once, and asked again.
    package func answering<Answer>(_ ask: (Snapshot) throws -> Answer) throws -> Answer {
        let (archive, generation) = state.withLock { ($0.archive, $0.generation) }
        do {
            return try ask(Snapshot(folder, archive))
        } catch ArchiveProblem.damaged {
            // Another thread may have met the damage first.
            if state.withLock({ $0.generation }) == generation { try refresh(fromNothing: true) }
            return try ask(snapshot())
        }
    }
}
