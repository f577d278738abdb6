import Foundation
import GRDB
package import PraticarioCorpus
package import PraticarioSearch

/// What is read of documents by their ids.
extension IndexSearcher {
    package func ids() throws -> [String] {
        try connections.read {
            try String.fetchAll($0, sql: "SELECT id FROM document WHERE kind = 'sheet' ORDER BY id")
        }
    }

    package func entries(_ ids: [String]) throws -> [Entry] {
        try each(
            ids,
            "SELECT payload FROM whole WHERE id = ? AND kind = 'sheet'"
        ) {
            (payload: String, db) in
            let entry = try StoredEntry.decode(payload)
            return try entry.relations.isEmpty
                ? entry : entry.keepingRelations(to: Self.present(entry.relations.map(\.target), db).contains)
        }
    }

    package func referring(to id: String) throws -> [Entry] {
        // Links of texts are references, too.
        let ids = try connections.read {
            try String.fetchAll(
                $0.cachedStatement(
                    sql: "SELECT DISTINCT id FROM referring WHERE target = ? AND kind = 'sheet' ORDER BY id"),
                arguments: [id])
        }
        return try entries(ids).filter { $0.relations.contains { $0.target == id } }
    }

    package func heads(_ ids: [String]) throws -> [EntryHead] {
        try each(ids, "SELECT head FROM document WHERE id = ? AND kind = 'sheet'") { (head: Data, _) in
            guard case .sheet(let head) = try StoredHead.decode(head) else {
                throw ArchiveProblem.damaged
            }
            return head
        }
    }

    /// Of documents that exist.
    func heads(rowids: [Int]) throws -> [SearchDocument.Head] {
        guard !rowids.isEmpty else { return [] }
        let stored = try connections.read { db in
            let statement = try db.cachedStatement(sql: "SELECT head FROM document WHERE rowid = ?")
            return try rowids.map { try Data.fetchOne(statement, arguments: [$0]) }
        }
        return try stored.map { head in
            guard let head else { throw ArchiveProblem.damaged }
            return try StoredHead.decode(head)
        }
    }

    package func passages(of ids: [String]) throws -> [[String]] {
        let shown = TextField.allCases.filter(\.isShown).map { "\($0)" }
        return try connections.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT \(shown.joined(separator: ", ")) FROM document WHERE id = ?")
            return try ids.map { id in
                guard let row = try Row.fetchOne(statement, arguments: [id]) else { return [] }
                return try shown.flatMap { TextField.parts(of: try row.decode(String.self, forColumn: $0)) }
            }
        }
    }

    package func documents(of kind: KnowledgeDocument.Kind) throws -> [KnowledgeDocument] {
        let documents = try connections.read { db in
            let payloads = try String.fetchAll(
                db, sql: "SELECT payload FROM whole WHERE kind = ?", arguments: [kind.rawValue])
            return try payloads.map { payload in
                let document = try StoredContent.decode(payload, kind)
                let missing = Set(document.references).subtracting(try Self.present(document.references, db))
                return missing.isEmpty ? document : document.keepingReferences { !missing.contains($0) }
            }
        }
        return documents.sorted { $0.origin < $1.origin }
    }

    package func diagnostics() throws -> [Diagnostic] {
        try connections.read { try IndexMeta.allDiagnostics($0) }
    }

    private func each<Stored: DatabaseValueConvertible, Value>(
        _ ids: [String], _ sql: String, _ value: (Stored, Database) throws -> Value
    ) throws -> [Value] {
        try connections.read { db in
            let statement = try db.cachedStatement(sql: sql)
            return try ids.compactMap { id in
                try Stored.fetchOne(statement, arguments: [id]).map { try value($0, db) }
            }
        }
    }

    private static func present(_ ids: [String], _ db: Database) throws -> Set<String> {
        let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM document WHERE id = ?)")
        return Set(try ids.filter { try Bool.fetchOne(statement, arguments: [$0]) == true })
    }
}
