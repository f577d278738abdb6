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
            case .themes: content = Data(ConceptText.encode(sources.vocabularies.themes.concepts).utf8)
            case .targetGroups: content = Data(ConceptText.encode(sources.vocabularies.targetGroups.concepts).utf8)
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

    static func read(_ db: Database) throws -> Vocabularies {
        let territories = try content(.territories, db)
        guard let register = territories.isEmpty ? TerritoryRegister([]) : TerritoryRegister(packed: territories) else {
            throw ArchiveProblem.damaged
        }
        let analyzer = try IndexMeta.analyzer(db)
        return Vocabularies(
            themes: try concepts(.themes, analyzer, db), targetGroups: try concepts(.targetGroups, analyzer, db),
            territories: register, analyzer: analyzer, rowLicence: try settings(db).licence)
    }

    static func settings(_ db: Database) throws -> KnowledgeBaseSettings {
        let data = try Data.fetchOne(
            db, sql: "SELECT content FROM source WHERE path = ?", arguments: [KnowledgeBaseFolder.settingsFile])
        guard let data else { throw ArchiveProblem.damaged }
        return try StoredJSON.decode(KnowledgeBaseSettings.self, String(decoding: data, as: UTF8.self))
    }

    private static func concepts(
        _ file: Vocabularies.File, _ analyzer: TextAnalyzer, _ db: Database
    ) throws -> ConceptScheme {
        ConceptScheme(ConceptText.decode(try content(file, db)), analyzer)
    }

    /// Empty for a vocabulary that was missing.
    private static func content(_ file: Vocabularies.File, _ db: Database) throws -> [UInt8] {
        let data = try Data.fetchOne(db, sql: "SELECT content FROM source WHERE path = ?", arguments: [file.rawValue])
        return data.map(Array.init) ?? []
    }
}

extension Files.Stamp {
    var arguments: StatementArguments {
        [size, modified, changed, Int64(bitPattern: inode)]
    }
}
