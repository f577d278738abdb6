import Dispatch
import GRDB
import PraticarioSearch

/// Puts the words of documents into an index and takes them out, for FTS5, for the lists of terms and for spellings.
final class WordWriter {
    private let db: Database
    private let postings = PostingBuilder()
    private let queue = DispatchQueue(label: "praticario.postings")
    /// What the queue gets next.
    private var waiting: [(terms: DocumentTerms, rowid: Int)] = []
    private static let batch = 100
    /// Whether the index has no lists of terms yet.
    private var isEmpty: Bool
    /// The words of the documents that came, accents off, as far as they are written.
    private var words: Set<String> = []
    /// As much as is held before it is written, in bytes: what comes later is added to lists that stand.
    private static let limit = 256 << 20

    init(_ db: Database, isNew: Bool) {
        self.db = db
        isEmpty = isNew
    }

    /// - Parameter rowid: above all others.
    func insert(_ terms: DocumentTerms, rowid: Int) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO words (rowid, \(TextColumn.names)) VALUES (?, \(TextColumn.numbers))")
        try IndexTokenizer.$document.withValue(terms) { try statement.execute(arguments: [rowid]) }
        waiting.append((terms, rowid))
        guard waiting.count == Self.batch else { return }
        try hand()
    }

    /// Hands the queue what is waiting, when it is done with what it had: lists grow beside SQLite's own work.
    private func hand() throws {
        queue.sync {}
        if postings.size > Self.limit { try write() }
        let batch = waiting
        waiting = []
        // Only what runs on the queue touches it while the queue has work.
        nonisolated(unsafe) let postings = postings
        queue.async {
            for (terms, rowid) in batch { postings.add(terms, rowid: rowid) }
        }
    }

    /// - Parameter terms: those of the very texts that were inserted: FTS5 does not keep them.
    func remove(_ terms: DocumentTerms, rowid: Int) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO words (words, rowid, \(TextColumn.names)) VALUES ('delete', ?, \(TextColumn.numbers))")
        try IndexTokenizer.$document.withValue(terms) { try statement.execute(arguments: [rowid]) }
        queue.sync { postings.remove(terms, rowid: rowid) }
    }

    /// Writes what is still held.
    func finish() throws {
        try hand()
        queue.sync {}
        try write()
    }

    private func write() throws {
        for number in 0..<postings.terms.count where postings.count(of: number) > 0 {
            if let word = DocumentTerms.word(of: postings.terms[number]) { words.insert(word) }
        }
        try PostingStore(db, .base).take(postings, isEmpty: isEmpty)
        postings.removeAll()
        isEmpty = false
    }

    /// Makes words that are new to the index ready to be suggested for misspelled ones.
    ///
    /// - Parameter base: where some words are known already.
    func storeSpellings(beside base: Database) throws {
        let known = try base.cachedStatement(sql: "SELECT 1 FROM spelling WHERE deletion = ?1 AND word = ?1")
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO spelling VALUES (?, ?)")
        let insertWord = try db.cachedStatement(sql: "INSERT OR IGNORE INTO word VALUES (?, ?, ?)")
        for word in words.sorted() {
            let deletions = Spelling.deletions(of: word)
            guard !deletions.isEmpty, try Int.fetchOne(known, arguments: [word]) == nil else { continue }
            for deletion in deletions.sorted() { try insert.execute(arguments: [deletion, word]) }
            try insertWord.execute(arguments: [String(word.prefix(1)), word.utf8.count, word])
        }
    }
}
