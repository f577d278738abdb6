import Foundation
import GRDB
import ItalianText
import PraticarioCorpus
import PraticarioSystem
import PraticarioSearch

/// The vocabularies and settings as the index keeps them: reading YAML at every start would cost more than a search.
enum StoredVocabularies {
    static func write(_ sources: SourceFiles, _ db: Database) throws {
        for source in sources.files {
            let content: Data
            switch Vocabularies.File(rawValue: source.path) {
            case .themes: content = Data(ConceptText.encode(sources.vocabularies.themes).utf8)
            case .targetGroups: content = Data(ConceptText.encode(sources.vocabularies.targetGroups).utf8)
            case .territories: content = Data(sources.vocabularies.territories.packed)
            // They are part of the register.
            case .areas: content = Data()
            case nil: content = Data(StoredJSON.encode(sources.settings).utf8)
            }
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO source (path, size, modified, changed, inode, digest, content)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [source.path] + source.stamp.arguments + [source.digest, content])
        }
    }

    static func read(_ db: Database) throws -> (vocabularies: Vocabularies, settings: KnowledgeBaseSettings) {
        let settings = try settings(db)
        let analyzer = try IndexMeta.analyzer(db)
        let register = try withContent(.territories, db) { bytes in
            bytes.isEmpty ? TerritoryRegister([]) : TerritoryRegister(packedBytes: bytes)
        }
        guard let register else { throw ArchiveProblem.damaged }
        let vocabularies = Vocabularies(
            themes: try concepts(.themes, analyzer, db), targetGroups: try concepts(.targetGroups, analyzer, db),
            territories: register, analyzer: analyzer, rowLicence: settings.licence)
        return (vocabularies, settings)
    }

    private static func settings(_ db: Database) throws -> KnowledgeBaseSettings {
        let data = try Data.fetchOne(
            db, sql: "SELECT content FROM source WHERE path = ?", arguments: [KnowledgeBaseFolder.settingsFile])
        guard let data else { throw ArchiveProblem.damaged }
        return try StoredJSON.decode(KnowledgeBaseSettings.self, String(decoding: data, as: UTF8.self))
    }

    private static func concepts(
        _ file: Vocabularies.File, _ analyzer: TextAnalyzer, _ db: Database
    ) throws -> ConceptScheme {
        ConceptText.decode(try withContent(file, db, Array.init), analyzer)
    }

    /// Where the database has it; empty for a vocabulary that was missing.
    private static func withContent<Value>(
        _ file: Vocabularies.File, _ db: Database, _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value {
        let rows = try Row.fetchCursor(db, sql: "SELECT content FROM source WHERE path = ?", arguments: [file.rawValue])
        guard let row = try rows.next() else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return try row.withUnsafeData(atIndex: 0) { data in try (data ?? Data()).withUnsafeBytes(body) }
    }
}

extension Files.Stamp {
    var arguments: StatementArguments {
        [size, modified, changed, Int64(bitPattern: inode)]
    }
}
