import Foundation
import GRDB
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What an index knows of the files it was made from, and how the files on disk differ from it.
struct IndexedFiles {
    private let db: Database
    private let began: Int64
    private let recent: RecentSegment?

    /// A source as the index knows it.
    private typealias Known = (stamp: Files.Stamp, digest: Int64)

    /// - Parameter recent: what the connection reads besides the base.
    init(_ db: Database, _ recent: RecentSegment?) throws {
        self.db = db
        self.recent = recent
        began = Int64(try IndexMeta.read(.began, db) ?? "") ?? 0
    }

    /// Keeps what a segment was made from.
    static func store(_ list: FileList, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM survey")
        try db.execute(sql: "INSERT INTO survey VALUES (?)", arguments: [Data(list.bytes)])
    }

    /// Whether the vocabularies and the settings are still what they were.
    func hasSameSources(in folder: KnowledgeBaseFolder) throws -> Bool {
        var sources: [String: Known] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT path, size, modified, changed, inode, digest FROM source")
        while let row = try rows.next() { sources[try row.decode(String.self, atIndex: 0)] = try Self.known(row) }
        return SourceFiles.paths.allSatisfy { path in
            let stamp = Files.stamp(folder.path(path))
            guard let stamp, let known = sources[path] else { return stamp == nil && sources[path] == nil }
            guard stamp == known.stamp else { return false }
            return !isYoung(stamp) || known.digest == (try? Digest.of(Files.read(folder.path(path))))
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
        let foldersChanged =
            try found.diagnostics != folders || found.attached.fingerprint != IndexMeta.read(.attached, db)
        let base = try list(.base)
        let known = try replaced()
        // What the recent segment knows differs from the base, too.
        let allowed = limit < .max - known.count ? limit + known.count : limit
        let differences = found.list.differences(from: base, limit: allowed)
        var changes = Changes(
            read: differences.changed.filter { known[$0.path] != .some($0.stamp) },
            removed: differences.removed.filter { known[$0] != .some(nil) }, foldersChanged: foldersChanged)
        let differing = Set(differences.changed.map(\.path) + differences.removed)
        // Otherwise there are enough already.
        if differences.count < allowed {
            let standing = base.files(at: Set(known.keys).subtracting(differing))
            changes.read += standing.filter { known[$0.path] != .some($0.stamp) }
            let gone = Set(known.keys).subtracting(differing).subtracting(standing.lazy.map(\.path))
            changes.removed += gone.filter { known[$0] != .some(nil) }.sorted()
        }
        let read = Set(changes.read.lazy.map(\.path))
        for file in found.list.files(since: began - Self.tick) where !read.contains(file.path) {
            if changes.read.count + changes.removed.count >= limit { break }
            if try digest(of: file.path) != (try? file.content(in: folder).digest) { changes.read.append(file) }
        }
        changes.read.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return changes
    }

    private func list(_ segment: IndexSegment) throws -> FileList {
        let bytes = try Data.fetchOne(db, sql: "SELECT content FROM \(segment.rawValue).survey")
        guard let bytes, let list = FileList(bytes: Array(bytes)) else { throw ArchiveProblem.damaged }
        return list
    }

    /// The files of which the recent segment knows another state than the base, with their stamps; `nil` for those that were
    /// gone.
    private func replaced() throws -> [String: Files.Stamp?] {
        guard recent != nil else { return [:] }
        var replaced: [String: Files.Stamp?] = [:]
        for path in try String.fetchAll(db, sql: "SELECT path FROM recent.replaced") {
            replaced.updateValue(nil, forKey: path)
        }
        for file in try list(.recent).files { replaced.updateValue(file.stamp, forKey: file.path) }
        return replaced
    }

    private func digest(of path: String) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT digest FROM file WHERE path = ?"), arguments: [path])
    }

    private static func known(_ row: Row) throws -> Known {
        func number(_ index: Int) throws -> Int64 { try row.decode(Int64.self, atIndex: index) }
        let stamp = Files.Stamp(
            size: try number(1), modified: try number(2), changed: try number(3),
            inode: UInt64(bitPattern: try number(4)))
        return (stamp, try number(5))
    }

    private static let tick: Int64 = 20_000_000

    /// The same stamp means the same content, unless the file is as young as the index: then it may have been
    /// written again within the same tick of the clock, and its content decides.
    private func isYoung(_ stamp: Files.Stamp) -> Bool { max(stamp.modified, stamp.changed) >= began - Self.tick }
}
