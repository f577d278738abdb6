package import PraticarioCorpus
package import PraticarioSearch
import Synchronization

/// A store without a database: every archive is made from the files, in memory. What another engine would be, in one type.
package final class LinearStore: ArchiveStore {
    private let folder: KnowledgeBaseFolder

    private let scope: ArchiveScope

    package init(_ folder: KnowledgeBaseFolder, scope: ArchiveScope = .everything) {
        self.folder = folder
        self.scope = scope
    }

    /// How often archives were made.
    package var made: Int { count.withLock { $0 } }
    private let count = Mutex(0)

    package func open(
        today: PartialDate, progress: @Sendable (Int, Int) -> Void
    ) throws -> (archive: any Archive, report: IndexReport) {
        try refresh(today: today, fromNothing: false, progress: progress)
    }

    package func refresh(
        today: PartialDate, fromNothing: Bool, progress: @Sendable (Int, Int) -> Void
    ) throws -> (archive: any Archive, report: IndexReport) {
        count.withLock { $0 += 1 }
        let corpus = Corpus.load(folder, today: today, progress: progress)
        let report = IndexReport(.rebuilt, filesRead: corpus.entries.count, sheets: corpus.entries.count)
        return (LinearSearcher(corpus, scope), report)
    }

    package func removeOtherArchives() {}

    package func editingCollections<Result>(_ work: () throws -> Result) throws -> Result {
        try work()
    }
}
