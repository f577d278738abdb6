import GRDB
import PraticarioCorpus
import PraticarioSystem

/// What an index knows of the files it was made from, and how the files on disk differ from it.
struct IndexedFiles {
    private let db: Database
    private let began: Int64

    /// A file as the index knows it.
    private typealias Known = (stamp: Files.Stamp, digest: Int64)

    init(_ db: Database) throws {
        self.db = db
        began = Int64(try IndexMeta.read(.began, db) ?? "") ?? 0
    }

    /// Whether the vocabularies and the settings are still what they were.
    func hasSameSources(in folder: KnowledgeBaseFolder) throws -> Bool {
        var sources: [String: Known] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT \(Self.columns) FROM source")
        while let row = try rows.next() { sources[try row.decode(String.self, atIndex: 0)] = try Self.known(row) }
        return SourceFiles.paths.allSatisfy { path in
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

    /// - Parameter limit: as many changes are enough to know.
    func changes(
        to found: ContentFiles, in folder: KnowledgeBaseFolder, limit: Int = .max
    ) throws -> Changes {
        let folders = try StoredJSON.decode([Diagnostic].self, IndexMeta.read(.folders, db) ?? "[]")
        var changes = Changes(
            foldersChanged: try found.diagnostics != folders
                || found.attached.fingerprint != IndexMeta.read(.attached, db))
        // Both are in the order of the bytes of their paths: one walk over both sees what only one of them has.
        let rows = try Row.fetchCursor(db, sql: "SELECT \(Self.columns) FROM file ORDER BY path")
        var row = try rows.next()
        var path = try row?.decode(String.self, atIndex: 0)
        func advance() throws {
            row = try rows.next()
            path = try row?.decode(String.self, atIndex: 0)
        }
        for file in found.files {
            while let known = path, known.utf8.lexicographicallyPrecedes(file.path.utf8) {
                changes.removed.append(known)
                try advance()
            }
            var isKnown = false
            if let standing = row, path == file.path {
                isKnown = isSame(
                    file.stamp, try Self.known(standing), digest: { try? file.content(in: folder).digest })
                try advance()
            }
            if !isKnown { changes.read.append(file) }
            if changes.read.count + changes.removed.count >= limit { return changes }
        }
        while let known = path {
            changes.removed.append(known)
            try advance()
        }
        return changes
    }

    private static let columns = "path, size, modified, changed, inode, digest"

    private static func known(_ row: Row) throws -> Known {
        func number(_ index: Int) throws -> Int64 { try row.decode(Int64.self, atIndex: index) }
        let stamp = Files.Stamp(
            size: try number(1), modified: try number(2), changed: try number(3),
            inode: UInt64(bitPattern: try number(4)))
        return (stamp, try number(5))
    }

    /// The same stamp means the same content, unless the file is as young as the index: then it may have been
    /// written again within the same tick of the clock, and its content decides.
    private func isSame(_ stamp: Files.Stamp, _ known: Known, digest: () -> Int64?) -> Bool {
        guard stamp == known.stamp else { return false }
        let tick: Int64 = 20_000_000
        guard max(stamp.modified, stamp.changed) >= began - tick else { return true }
        return digest() == known.digest
    }
}
