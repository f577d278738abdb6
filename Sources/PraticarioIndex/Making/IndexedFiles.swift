import GRDB
import PraticarioCorpus
import PraticarioSystem

/// What an index knows of the files it was made from, and how the files on disk differ from it.
struct IndexedFiles: Sendable {
    private let sources: [String: (stamp: Files.Stamp, digest: Int64)]
    private let sheets: [String: (stamp: Files.Stamp, digest: Int64)]
    private let foldersDiagnostics: [Diagnostic]
    private let attached: String?
    private let began: Int64

    init(_ db: Database) throws {
        func stamps(_ table: String) throws -> [String: (stamp: Files.Stamp, digest: Int64)] {
            var stamps: [String: (stamp: Files.Stamp, digest: Int64)] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT path, size, modified, changed, inode, digest FROM \(table)")
            while let row = try rows.next() {
                stamps[try row.decode(String.self, forColumn: "path")] = (
                    try Files.Stamp(row), try row.decode(Int64.self, forColumn: "digest")
                )
            }
            return stamps
        }
        sources = try stamps("source")
        sheets = try stamps("file")
        began = Int64(try IndexMeta.read(.began, db) ?? "") ?? 0
        attached = try IndexMeta.read(.attached, db)
        foldersDiagnostics = try StoredJSON.decode([Diagnostic].self, IndexMeta.read(.folders, db) ?? "[]")
    }

    /// Whether the vocabularies and the settings are still what they were.
    func hasSameSources(in folder: KnowledgeBaseFolder) -> Bool {
        SourceFiles.paths.allSatisfy { path in
            let stamp = Files.stamp(folder.path(path))
            guard let stamp, let known = sources[path] else { return stamp == nil && sources[path] == nil }
            return isSame(stamp, known, digest: { try? Digest.of(Files.read(folder.path(path))) })
        }
    }

    struct Changes: Sendable {
        var read: [ContentFiles.File] = []
        var removed: [String] = []
        var foldersChanged = false

        var isEmpty: Bool { read.isEmpty && removed.isEmpty && !foldersChanged }
    }

    func changes(to found: ContentFiles, in folder: KnowledgeBaseFolder) -> Changes {
        var changes = Changes(
            foldersChanged: found.diagnostics != foldersDiagnostics || found.attached.fingerprint != attached)
        var gone = Set(sheets.keys)
        for file in found.files {
            gone.remove(file.path)
            if let known = sheets[file.path],
                isSame(file.stamp, known, digest: { try? file.content(in: folder).digest })
            {
                continue
            }
            changes.read.append(file)
        }
        changes.removed = gone.sorted()
        return changes
    }

    /// The same stamp means the same content, unless the file is as young as the index: then it may have been
    /// written again within the same tick of the clock, and its content decides.
    private func isSame(
        _ stamp: Files.Stamp, _ known: (stamp: Files.Stamp, digest: Int64), digest: () -> Int64?
    ) -> Bool {
        guard stamp == known.stamp else { return false }
        let tick: Int64 = 20_000_000
        guard max(stamp.modified, stamp.changed) >= began - tick else { return true }
        return digest() == known.digest
    }
}
