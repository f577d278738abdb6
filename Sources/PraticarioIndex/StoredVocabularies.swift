import Foundation
import GRDB
import PraticarioCorpus

/// The vocabularies and settings as the index keeps them: reading YAML at every start would cost more than a search.
enum StoredVocabularies {
    static func write(_ sources: SourceFiles, _ db: Database) throws {
        for source in sources.files {
            let content: Data
            switch Vocabularies.File(rawValue: source.path) {
            case .themes: content = Data(StoredSheet.encode(sources.vocabularies.themes.concepts).utf8)
            case .targetGroups: content = Data(StoredSheet.encode(sources.vocabularies.targetGroups.concepts).utf8)
            case .territories: content = Data(source.bytes)
            case .areas:
                let areas = sources.vocabularies.territories.territories.filter { $0.level == .area }
                content = Data(StoredSheet.encode(areas).utf8)
            case nil: content = Data(StoredSheet.encode(sources.settings).utf8)
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
        let territories = TerritoryRegister.read(try content(.territories, db), path: "").register.territories
        let areas = String(decoding: try content(.areas, db), as: UTF8.self)
        return Vocabularies(
            themes: try concepts(.themes, db), targetGroups: try concepts(.targetGroups, db),
            territories: TerritoryRegister(
                territories, areas: areas.isEmpty ? [] : try StoredSheet.decode([Territory].self, areas)))
    }

    static func settings(_ db: Database) throws -> Settings {
        let data = try Data.fetchOne(
            db, sql: "SELECT content FROM source WHERE path = ?", arguments: [KnowledgeBaseFolder.settingsFile])
        guard let data else { throw IndexProblem.unusable }
        return try StoredSheet.decode(Settings.self, String(decoding: data, as: UTF8.self))
    }

    private static func concepts(_ file: Vocabularies.File, _ db: Database) throws -> ConceptScheme {
        let json = String(decoding: try content(file, db), as: UTF8.self)
        return ConceptScheme(json.isEmpty ? [] : try StoredSheet.decode([Concept].self, json))
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

    init(_ row: Row) {
        self.init(
            size: row["size"], modified: row["modified"], changed: row["changed"],
            inode: UInt64(bitPattern: row["inode"] as Int64))
    }
}
