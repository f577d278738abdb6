import Foundation
import GRDB
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// One update of an index, carried out by whoever holds the lock.
struct IndexUpdate {
    private let folder: KnowledgeBaseFolder
    private let location: IndexLocation
    private let survey: FolderSurvey
    private let today: PartialDate
    /// As many files as are parsed while as many others are stored: it bounds memory.
    private static let batch = 500

    init(_ folder: KnowledgeBaseFolder, _ location: IndexLocation, _ survey: FolderSurvey, today: PartialDate) {
        self.folder = folder
        self.location = location
        self.survey = survey
        self.today = today
    }

    func run(fromNothing: Bool, progress: @Sendable (Int, Int) -> Void) throws -> IndexReport {
        let beside = Files.temporaryName(beside: location.index)
        defer { Files.remove(beside) }
        let reused = try !fromNothing && copyUsableIndex(to: beside)
        let database = try IndexConnection.open(beside, readOnly: false)
        let report = try database.writeWithoutTransaction { db in
            var report: IndexReport?
            try db.inTransaction {
                report = try update(db, reused: reused, progress)
                return .commit
            }
            return report
        }
        try database.close()
        // Not flushed to the disk: after a power failure a damaged index is made anew, and waiting would cost more
        // than everything else.
        try Files.rename(beside, to: location.index)
        guard let report else { preconditionFailure("a transaction that committed has a report") }
        return report
    }

    /// Copies the standing index, if there is one that can be brought up to date: sources unchanged, not too many
    /// holes. A damaged one is not worth saving.
    private func copyUsableIndex(to beside: String) throws -> Bool {
        guard Files.type(of: location.index) == .file else { return false }
        do {
            let database = try IndexConnection.open(location.index, readOnly: true)
            let isUsable = try database.read { db in
                guard try IndexMeta.isCurrent(db),
                    try IndexedFiles(db).hasSameSources(in: folder)
                else { return false }
                let (count, last) =
                    try Row.fetchOne(db, sql: "SELECT count(*), coalesce(max(rowid), 0) FROM document")
                    .map { ($0[0] as Int, $0[1] as Int) } ?? (0, 0)
                return last <= 2 * count + 1_000
            }
            try database.close()
            guard isUsable else { return false }
            try Files.copy(location.index, to: beside)
            return true
        } catch is DatabaseError {
            Files.remove(beside)
            return false
        } catch is ArchiveProblem {
            return false
        } catch is RowDecodingError {
            Files.remove(beside)
            return false
        }
    }

    private func update(
        _ db: Database, reused: Bool, _ progress: @Sendable (Int, Int) -> Void
    ) throws -> IndexReport {
        let found = survey.files
        let changes: IndexedFiles.Changes
        let vocabularies: Vocabularies
        var diagnostics = found.diagnostics
        if reused {
            changes = try IndexedFiles(db).changes(to: found, in: folder)
            vocabularies = try StoredVocabularies.read(db)
            diagnostics += try StoredJSON.decode([Diagnostic].self, IndexMeta.read(.sources, db) ?? "[]")
        } else {
            let sources = SourceFiles(in: folder)
            changes = IndexedFiles.Changes(read: found.files)
            vocabularies = sources.vocabularies
            diagnostics += sources.diagnostics
            try IndexSchema.create(in: db, vocabularies.analyzer)
            try StoredVocabularies.write(sources, db)
            try IndexMeta.write(.sources, StoredJSON.encode(sources.diagnostics), db)
        }
        // Names are numbered when all of them are known.
        let numbering = FacetNumbering(FacetValues(vocabularies))
        let writer = IndexWriter(db, location.scope, isNew: !reused)
        for path in changes.removed + changes.read.map(\.path) { try writer.remove(path) }
        try read(changes.read, numbering, writer, progress)
        let outlines = try writer.outlines()
        let checks = CrossChecks(outlines, attached: found.attached, today: today)
        try writer.settle(location.scope.admits(outlines, accepted: checks.accepted), numbering)
        try writer.storeSpellings()
        try PackedDocuments.pack(
            writer.documents(), vocabularies, aliases: [.community: checks.communities.titles], in: db)
        diagnostics += checks.diagnostics
        try IndexMeta.write(.diagnostics, StoredJSON.encode(diagnostics), db)
        try IndexMeta.write(.folders, StoredJSON.encode(found.diagnostics), db)
        try IndexMeta.write(.attached, found.attached.fingerprint, db)
        try IndexMeta.write(.began, String(survey.began), db)
        try IndexMeta.write(.edition, UUID().uuidString, db)
        try IndexMeta.write(.today, today.iso8601, db)
        try IndexMeta.writeIdentity(vocabularies.analyzer, db)
        try countProblems(diagnostics, db)
        return try Self.report(reused ? .updated : .rebuilt, filesRead: changes.read.count, db)
    }

    private func read(
        _ files: [ContentFiles.File], _ numbering: FacetNumbering, _ writer: IndexWriter,
        _ progress: @Sendable (Int, Int) -> Void
    ) throws {
        try parallelMap(files, inBatchesOf: Self.batch, progress: progress) {
            StoredFile($0, in: folder, numbering, location.scope)
        } take: {
            try writer.store($0)
        }
    }

    /// Those of the files are counted where they stand; the others are given.
    private func countProblems(_ others: [Diagnostic], _ db: Database) throws {
        let row = try Row.fetchOne(db, sql: "SELECT coalesce(sum(errors), 0), coalesce(sum(warnings), 0) FROM file")
        let errors = others.count { $0.severity == .error }
        try IndexMeta.write(.errors, String(errors + (row?[0] ?? 0)), db)
        try IndexMeta.write(.warnings, String(others.count - errors + (row?[1] ?? 0)), db)
    }

    static func report(_ outcome: IndexReport.Outcome, filesRead: Int, _ db: Database) throws -> IndexReport {
        IndexReport(
            outcome, filesRead: filesRead,
            sheets: try Int.fetchOne(db, sql: "SELECT count(*) FROM document WHERE kind = 'sheet'") ?? 0,
            errors: try IndexMeta.read(.errors, db).flatMap { Int($0) } ?? 0,
            warnings: try IndexMeta.read(.warnings, db).flatMap { Int($0) } ?? 0)
    }
}
