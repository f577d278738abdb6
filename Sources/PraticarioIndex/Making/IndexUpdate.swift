import Foundation
import GRDB
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// One update of an index, carried out by whoever holds the lock: where little changed since the base was made, of the recent
/// segment alone (`RecentUpdate`); else the base is made anew, from a copy of itself or from nothing.
struct IndexUpdate {
    let folder: KnowledgeBaseFolder
    let location: IndexLocation
    let survey: FolderSurvey
    let today: PartialDate
    /// As many files as are parsed while as many others are stored: it bounds memory.
    private static let batch = 500

    init(_ folder: KnowledgeBaseFolder, _ location: IndexLocation, _ survey: FolderSurvey, today: PartialDate) {
        self.folder = folder
        self.location = location
        self.survey = survey
        self.today = today
    }

    func run(fromNothing: Bool, progress: @Sendable (Int, Int) -> Void) throws -> IndexReport {
        if !fromNothing, let report = try RecentUpdate(update: self).run(progress) { return report }
        let report = try Self.make(location.files.base) { beside in
            try !fromNothing && copyUsableIndex(to: beside)
        } filling: { db, reused in
            try fill(db, reused: reused, progress)
        }
        // It belonged to the base that was there.
        location.files.removeRecent()
        return report
    }

    /// Makes a file beside where it is to stand, and renames it into place.
    static func make<Prepared, Result>(
        _ path: String, preparing: (String) throws -> Prepared, filling: (Database, Prepared) throws -> Result
    ) throws -> Result {
        let beside = Files.temporaryName(beside: path)
        defer { Files.remove(beside) }
        let prepared = try preparing(beside)
        let database = try IndexConnection.making(beside)
        let result = try database.writeWithoutTransaction { db in
            var result: Result?
            try db.inTransaction {
                result = try filling(db, prepared)
                return .commit
            }
            return result
        }
        try database.close()
        // Not flushed to the disk: after a power failure a damaged index is made anew, and waiting would cost more
        // than everything else.
        try Files.rename(beside, to: path)
        guard let result else { preconditionFailure("a transaction that committed has a result") }
        return result
    }

    /// Copies the standing index, if there is one that can be brought up to date: sources unchanged, not too many
    /// holes. A damaged one is not worth saving.
    private func copyUsableIndex(to beside: String) throws -> Bool {
        let base = location.files.base
        guard Files.type(of: base) == .file else { return false }
        do {
            let database = try IndexConnection.reading(IndexFiles(base: base, recent: nil)).connection
            let isUsable = try database.read { db in
                guard try IndexMeta.isCurrent(db),
                    try IndexedFiles(db, nil).hasSameSources(in: folder)
                else { return false }
                let (count, last) =
                    try Row.fetchOne(db, sql: "SELECT count(*), coalesce(max(rowid), 0) FROM document")
                    .map { ($0[0] as Int, $0[1] as Int) } ?? (0, 0)
                return last <= 2 * count + 1_000
            }
            try database.close()
            guard isUsable else { return false }
            try Files.copy(base, to: beside)
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

    private func fill(
        _ db: Database, reused: Bool, _ progress: @Sendable (Int, Int) -> Void
    ) throws -> IndexReport {
        let found = survey.files
        let changes: IndexedFiles.Changes
        let vocabularies: Vocabularies
        var diagnostics = found.diagnostics
        if reused {
            changes = try IndexedFiles(db, nil).changes(to: found, in: folder)
            vocabularies = try StoredVocabularies.read(db).vocabularies
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
        let writer = IndexWriter(db, location.scope, reused ? .change : .base)
        for path in changes.removed + changes.read.map(\.path) { try writer.remove(path) }
        try read(changes.read, numbering, writer, progress)
        let outlines = try writer.outlines()
        let checks = CrossChecks(outlines, attached: found.attached, today: today)
        try writer.store(checks)
        try IndexedFiles.store(found.list, db)
        try writer.settle(location.scope.admits(outlines, accepted: checks.accepted), numbering)
        try writer.storeSpellings()
        let documents = try writer.documents()
        try PackedDocuments.pack(documents, vocabularies, aliases: [.community: checks.communities.titles], in: db)
        try writeMeta(
            diagnostics + checks.diagnostics, sheets: documents.count { $0.kind == .sheet },
            problems: FileProblems(counted: db), vocabularies, db)
        return try Self.report(reused ? .updated : .rebuilt, filesRead: changes.read.count, db)
    }

    /// - Parameters:
    ///   - diagnostics: those that are not a single file's.
    ///   - problems: those of the files.
    func writeMeta(
        _ diagnostics: [Diagnostic], sheets: Int, problems: FileProblems, _ vocabularies: Vocabularies, _ db: Database
    ) throws {
        let errors = diagnostics.count { $0.severity == .error }
        for (key, value) in [
            (IndexMeta.Key.ownErrors, String(problems.errors)), (.ownWarnings, String(problems.warnings)),
            (.diagnostics, StoredJSON.encode(diagnostics)),
            (.folders, StoredJSON.encode(survey.files.diagnostics)), (.attached, survey.files.attached.fingerprint),
            (.began, String(survey.began)), (.edition, UUID().uuidString), (.today, today.iso8601),
            (.sheets, String(sheets)), (.errors, String(errors + problems.errors)),
            (.warnings, String(diagnostics.count - errors + problems.warnings)),
        ] {
            try IndexMeta.write(key, value, db)
        }
        try IndexMeta.writeIdentity(vocabularies.analyzer, db)
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

    static func report(_ outcome: IndexReport.Outcome, filesRead: Int, _ db: Database) throws -> IndexReport {
        IndexReport(
            outcome, filesRead: filesRead,
            sheets: try IndexMeta.number(.sheets, db), errors: try IndexMeta.number(.errors, db),
            warnings: try IndexMeta.number(.warnings, db))
    }
}

/// How many problems the files have each on its own.
struct FileProblems {
    var errors = 0
    var warnings = 0

    /// Those that files have.
    init(counted db: Database) throws {
        let row = try Row.fetchOne(db, sql: "SELECT coalesce(sum(errors), 0), coalesce(sum(warnings), 0) FROM file")
        if let row {
            errors = try row.decode(Int.self, atIndex: 0)
            warnings = try row.decode(Int.self, atIndex: 1)
        }
    }

    /// What was counted when the index was made.
    init(stored db: Database) throws {
        errors = try IndexMeta.number(.ownErrors, db)
        warnings = try IndexMeta.number(.ownWarnings, db)
    }

    /// Takes those of a file out.
    mutating func remove(_ path: String, _ db: Database) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT errors, warnings FROM file WHERE path = ?"), arguments: [path])
        guard let row else { return }
        errors -= try row.decode(Int.self, atIndex: 0)
        warnings -= try row.decode(Int.self, atIndex: 1)
    }

    mutating func add(_ file: StoredFile) {
        errors += file.errors
        warnings += file.warnings
    }
}
