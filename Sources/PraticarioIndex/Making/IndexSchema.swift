import GRDB
import ItalianText

/// The tables of an index file, and what makes one index another.
///
/// An index is derived, immutable once it stands, and thrown away rather than migrated: any change of this file
/// means another `version`.
///
/// - `meta`: single values as text: the version, the fingerprint of the terms, totals, the settings of the corpus.
/// - `source`: the vocabularies and the settings as they were read; another content means another index.
/// - `survey`: the files with sheets, good or bad, as they were seen (`FileList`), so that files that did not change are not read
///   again; `file` each of them with a digest of its content and how much is wrong with it, `problem` what, `draft` holds
///   the documents that it gave on its own, by row of a table (0 for a file of its own); for the checks between sheets
///   `outline` says what they are, `reference` what they refer to, `attached` which files beside them they name. Of a base
///   `unsettled` are those that are looked at whatever changes, `suggestion` what is nearest to ids that are not there.
/// - `document`: what is found, the sheets and all else that was let in: what lists show (`head`) and the searchable
///   texts, ready; `words` is the full-text index over them. The whole document is the `payload` of its draft.
/// - `posting`: for each term the documents that have it, by which words are ranked (`PostingList`); `place` where it
///   stands in them, in chunks (`PlaceChunk`).
/// - `spelling`: each word of the documents under itself and under what it becomes when one letter is taken out, for
///   misspelled words; `word` the same words by first letter and length in bytes. A word that no document has any more may
///   stay: `posting` tells.
/// - `packed`: lengths, facets and orders of all documents as arrays by rowid, read once when the index is opened.
/// - `gone` and `replaced`, of a recent segment: the documents of its base that are out, and the files of which the base has
///   another state, or that are no more.
///
/// `whole` and `referring` join what stands in one segment; `RecentSegment` makes one index of two.
enum IndexSchema {
    static let version = "20"

    /// The tables of what a file gave, each with a column `path`.
    static let tablesOfFiles = ["file", "problem", "outline", "draft", "reference", "attached"]

    static func create(in db: Database, _ analyzer: TextAnalyzer) throws {
        try db.execute(
            sql: """
                -- What is made from nothing is written and hardly read: mapped or kept, it would only fill memory.
                PRAGMA mmap_size = 0;
                PRAGMA cache_size = -16384;
                CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
                CREATE TABLE source (
                    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
                    inode INTEGER NOT NULL, digest INTEGER NOT NULL, content BLOB NOT NULL
                ) STRICT;
                CREATE TABLE file (
                    path TEXT PRIMARY KEY, digest INTEGER NOT NULL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE survey (content BLOB NOT NULL) STRICT;
                CREATE TABLE problem (path TEXT PRIMARY KEY, diagnostics TEXT NOT NULL) STRICT;
                CREATE TABLE outline (
                    path TEXT NOT NULL, row INTEGER NOT NULL, kind TEXT NOT NULL,
                    id TEXT NOT NULL, title TEXT, id_line INTEGER NOT NULL, id_column INTEGER NOT NULL,
                    review_by TEXT, review_line INTEGER, review_column INTEGER, is_public INTEGER NOT NULL,
                    PRIMARY KEY (path, row)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX outline_id ON outline(id);
                CREATE INDEX outline_review ON outline(review_by) WHERE review_by IS NOT NULL;
                CREATE INDEX outline_title ON outline(title) WHERE title IS NOT NULL;
                CREATE TABLE unsettled (
                    path TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (path, row)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE suggestion (name TEXT PRIMARY KEY, id TEXT) STRICT, WITHOUT ROWID;
                CREATE TABLE draft (
                    path TEXT NOT NULL, row INTEGER NOT NULL, payload TEXT NOT NULL, PRIMARY KEY (path, row)
                ) STRICT;
                CREATE TABLE reference (
                    position INTEGER PRIMARY KEY, path TEXT NOT NULL, row INTEGER NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL,
                    line INTEGER NOT NULL, "column" INTEGER NOT NULL, excerpt TEXT NOT NULL
                ) STRICT;
                CREATE TABLE attached (
                    position INTEGER PRIMARY KEY, path TEXT NOT NULL, row INTEGER NOT NULL, name TEXT NOT NULL, use TEXT NOT NULL,
                    line INTEGER NOT NULL, "column" INTEGER NOT NULL, excerpt TEXT NOT NULL
                ) STRICT;
                CREATE INDEX attached_path ON attached(path);
                CREATE INDEX reference_path ON reference(path);
                CREATE INDEX reference_target ON reference(target);
                CREATE TABLE document (
                    rowid INTEGER PRIMARY KEY, path TEXT NOT NULL, row INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
                    kind TEXT NOT NULL, length INTEGER NOT NULL, updated TEXT NOT NULL, title_key TEXT NOT NULL,
                    facets BLOB NOT NULL, facet_names TEXT NOT NULL, head BLOB NOT NULL,
                    \(TextColumn.definitions), UNIQUE (path, row)
                ) STRICT;
                CREATE VIRTUAL TABLE words USING fts5(
                    \(TextColumn.names), content='document', content_rowid='rowid',
                    tokenize='\(IndexTokenizer.name) \(analyzer.language)', columnsize=0, detail=full
                );
                \(PostingStore.schema)
                CREATE TABLE spelling (
                    deletion TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (deletion, word)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE word (
                    first TEXT NOT NULL, length INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (first, length, word)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE packed (name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
                CREATE TABLE gone (rowid INTEGER PRIMARY KEY) STRICT;
                CREATE TABLE replaced (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
                CREATE VIEW whole AS
                    SELECT document.rowid, document.id, document.kind, draft.payload
                    FROM document JOIN draft USING (path, row);
                CREATE VIEW referring AS
                    SELECT document.rowid, document.id, document.kind, reference.target
                    FROM reference JOIN document USING (path, row);
                """)
    }
}
