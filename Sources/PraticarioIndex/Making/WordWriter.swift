import Dispatch
import GRDB
import ItalianText
import PraticarioSearch

/// Puts the words of documents into an index and takes them out, for FTS5 and for the lists of terms.
final class WordWriter {
    private let db: Database
    private let postings: PostingBuilder
    private let queue = DispatchQueue(label: "praticario.postings")
    /// What the queue gets next.
    private var waiting: [(texts: [String], rowid: Int)] = []
    private static let batch = 500
    /// Whether the index has no lists of terms yet.
    private var isEmpty: Bool
    /// As much as is held before it is written, in bytes: what comes later is added to lists that stand.
    private static let limit = 256 << 20

    init(_ db: Database, _ analyzer: TextAnalyzer, isNew: Bool) {
        self.db = db
        postings = PostingBuilder(analyzer)
        isEmpty = isNew
    }

    /// - Parameters:
    ///   - texts: by `TextField.rawValue`.
    ///   - rowid: above all others.
    func insert(_ texts: [String], rowid: Int) throws {
        try db.cachedStatement(
            sql: "INSERT INTO words (rowid, \(TextColumn.names)) VALUES (?, \(TextColumn.placeholders))"
        ).execute(arguments: [rowid] + StatementArguments(texts))
        waiting.append((texts, rowid))
        guard waiting.count == Self.batch else { return }
        try hand()
    }

    /// Hands the queue what is waiting, when it is done with what it had: documents are taken apart beside SQLite's own work.
    private func hand() throws {
        queue.sync {}
        if postings.size > Self.limit { try write() }
        let batch = waiting
        waiting = []
        // Only what runs on the queue touches it while the queue has work.
        nonisolated(unsafe) let postings = postings
        queue.async {
            for (texts, rowid) in batch { postings.add(texts, rowid: rowid) }
        }
    }

    /// - Parameter texts: the very texts that were inserted: FTS5 does not keep them.
    func remove(_ texts: [String], rowid: Int) throws {
        try db.cachedStatement(
            sql:
                "INSERT INTO words (words, rowid, \(TextColumn.names)) VALUES ('delete', ?, \(TextColumn.placeholders))"
        ).execute(arguments: [rowid] + StatementArguments(texts))
        queue.sync { postings.remove(texts, rowid: rowid) }
    }

    /// Writes what is still held.
    func finish() throws {
        try hand()
        queue.sync {}
        try write()
    }

    private func write() throws {
        try PostingStore(db, .base).take(postings, isEmpty: isEmpty)
        postings.removeAll()
        isEmpty = false
    }
}
