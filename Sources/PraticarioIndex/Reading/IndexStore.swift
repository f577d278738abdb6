import Foundation
import GRDB
package import PraticarioCorpus
package import PraticarioSearch
import PraticarioSystem

/// The index of one knowledge base: makes it, keeps it fresh, opens it.
///
/// An update makes a new file beside the old one, under a lock, and renames it into place: mostly a small segment of what
/// changed since the base was made (`RecentUpdate`). Killed at any moment it leaves the old index as it was; readers keep the
/// files they opened.
package struct IndexStore: ArchiveStore {
    package let folder: KnowledgeBaseFolder
    private let location: IndexLocation

    package init(
        _ folder: KnowledgeBaseFolder, environment: [String: String], scope: ArchiveScope = .everything
    ) {
        self.folder = folder
        location = IndexLocation(folder, environment: environment, scope)
    }

    /// Brings the index up to date with the files.
    ///
    /// - Parameters:
    ///   - waiting: whether to wait for another process that is at it; otherwise the outcome is `busy`, unless
    ///     there is no index at all yet.
    ///   - fromNothing: make the index anew even where nothing changed.
    ///   - progress: hears, from any thread, how many files of how many are read.
    /// - Throws: `FileProblem` when the disk does not let us.
    package func refresh(
        today: PartialDate, waiting: Bool = true, fromNothing: Bool = false,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> IndexReport {
        try refresh(
            FolderSurvey(folder), today: today, waiting: waiting, fromNothing: fromNothing, progress: progress)
    }

    private func refresh(
        _ survey: FolderSurvey, today: PartialDate, waiting: Bool, fromNothing: Bool = false,
        progress: @Sendable (Int, Int) -> Void
    ) throws -> IndexReport {
        let seen = location.files.stamps
        var survey = survey
        if !fromNothing, let report = currentReport(survey, today: today) { return report }
        try Files.makeFolder(location.folder)
        let mayLeave = !waiting && location.files.exist
        guard let lock = try FileLock(location.lock, waiting: !mayLeave) else { return IndexReport(.busy) }
        defer { withExtendedLifetime(lock) {} }
        // Another process may have done the work while this one waited.
        if location.files.stamps != seen {
            survey = FolderSurvey(folder)
            if !fromNothing, let report = currentReport(survey, today: today) { return report }
        }
        removeLeftovers()
        try location.ignoreInGit()
        let update = IndexUpdate(folder, location, survey, today: today)
        do {
            do {
                return try update.run(fromNothing: fromNothing, progress: progress)
            } catch let problem as DatabaseError where !fromNothing && problem.isDamage {
                return try update.run(fromNothing: true, progress: progress)
            } catch is RowDecodingError where !fromNothing {
                return try update.run(fromNothing: true, progress: progress)
            } catch ArchiveProblem.damaged where !fromNothing {
                return try update.run(fromNothing: true, progress: progress)
            }
        } catch let problem as DatabaseError {
            throw FileProblem(path: location.files.base, reason: problem.message ?? "\(problem)")
        }
    }

    /// `nil` when the index does not exist, is unusable, or is not what the files say.
    private func currentReport(_ survey: FolderSurvey, today: PartialDate) -> IndexReport? {
        guard location.files.exist else { return nil }
        // Whatever cannot be read is made anew.
        return try? currentReport(survey, today: today, ReadConnections(location.files))
    }

    private func currentReport(
        _ survey: FolderSurvey, today: PartialDate, _ connections: ReadConnections
    ) throws -> IndexReport? {
        try connections.read { db in
            guard try IndexMeta.isCurrent(db),
                try IndexMeta.read(.today, db) == today.iso8601
            else { return nil }
            let files = try IndexedFiles(db, connections.recent)
            guard try files.hasSameSources(in: folder),
                try files.changes(to: survey.files, in: folder, limit: 1).isEmpty
            else { return nil }
            return try IndexUpdate.report(.current, filesRead: 0, db)
        }
    }

    /// What a killed process left behind; only the holder of the lock makes such files.
    private func removeLeftovers() {
        let own = [location.files.base, location.files.recent].compactMap { $0 }
        for item in (try? Files.list(location.folder)) ?? [] where item.name.hasSuffix(".tmp") {
            let path = location.folder + "/" + item.name
            if own.contains(where: path.hasPrefix) { Files.remove(path) }
        }
    }

    /// Mostly nothing changed: then the index is opened once, to see that and to answer.
    package func open(
        today: PartialDate, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> (archive: any Archive, report: IndexReport) {
        let survey = FolderSurvey(folder)
        if let searcher = try? IndexSearcher(location.files),
            let report = try? currentReport(survey, today: today, searcher.connections)
        {
            return (searcher, report)
        }
        let report: IndexReport
        do {
            report = try refresh(survey, today: today, waiting: false, progress: progress)
        } catch let problem as FileProblem {
            guard location.files.exist, let old = try? IndexSearcher(location.files) else {
                throw problem
            }
            return (old, IndexReport(.stale))
        }
        return (try openAsItStands(today: today), report)
    }

    package func refresh(
        today: PartialDate, fromNothing: Bool, progress: @Sendable (Int, Int) -> Void
    ) throws -> (archive: any Archive, report: IndexReport) {
        let report = try refresh(today: today, waiting: true, fromNothing: fromNothing, progress: progress)
        return (try openAsItStands(today: today), report)
    }

    /// One that cannot be used is made anew first.
    package func openAsItStands(today: PartialDate) throws -> IndexSearcher {
        do {
            return try IndexSearcher(location.files)
        } catch ArchiveProblem.damaged {
            _ = try refresh(today: today, fromNothing: true)
            return try IndexSearcher(location.files)
        }
    }

    package func removeOtherArchives() {
        for scope in ArchiveScope.allCases where scope != location.scope { removeArchive(of: scope) }
    }

    private func removeArchive(of scope: ArchiveScope) {
        // Whoever is making it may have read what must go.
        let lock = try? FileLock(location.lock(of: scope), waiting: true)
        defer { withExtendedLifetime(lock) {} }
        location.files(of: scope).remove()
    }

    /// Changes collections while no other process does. Without a folder for the lock it is done all the same.
    package func editingCollections<Result>(_ work: () throws -> Result) throws -> Result {
        try? Files.makeFolder(location.folder)
        let lock = try? FileLock(location.collectionsLock, waiting: true)
        defer { withExtendedLifetime(lock) {} }
        return try work()
    }
}

/// The files of a knowledge base at one moment.
struct FolderSurvey {
    /// When it was begun, in nanoseconds since 1970: a file as young as this may have changed since.
    let began: Int64
    let files: ContentFiles

    init(_ folder: KnowledgeBaseFolder) {
        began = Int64(Date().timeIntervalSince1970 * 1_000_000_000)
        files = ContentFiles(in: folder)
    }
}
