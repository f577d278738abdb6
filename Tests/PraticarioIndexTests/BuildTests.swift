import Foundation
import GRDB
import PraticarioCorpus
import PraticarioIndex
import PraticarioSearch
import PraticarioSystem
import Synchronization
import TestSupport
import Testing

/// An index is made from nothing on all cores.
@Suite struct BuildTests {
    /// More files than are parsed before they are stored, some of which repeat ids, say something wrong or belong to others.
    private func makeBase() throws -> (base: TemporaryBase, files: Int) {
        let base = try TemporaryBase()
        var sheets = GeneratedSheets(seed: 7)
        for number in 0..<620 {
            let isPublished = number.isMultiple(of: 2)
            let sheet = sheets.sheet().replacing(
                "---\ntitolo", with: "---\n\(isPublished ? "pubblicazione: pubblicata\n" : "")titolo")
            try base.write(sheet, to: "schede/\(number % 3)/s\(number).md")
        }
        for number in 0..<3 { try base.write(sheets.table(), to: "tabelle/t\(number).csv") }
        try base.write(GeneratedSheets.columnMap, to: "tabelle/t0.yaml")
        try base.write(sheets.community(), to: "comunita/uno.yaml")
        return (base, 624)
    }

    /// All rows of all tables, but for what tells this making of the index from others.
    private func content(of base: TemporaryBase, _ scope: ArchiveScope) throws -> [String: [[DatabaseValue]]] {
        let file = scope == .everything ? "index.sqlite" : "\(scope.rawValue).sqlite"
        return try DatabaseQueue(path: base.folder.path(".praticario/" + file)).read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
            return try Dictionary(
                uniqueKeysWithValues: tables.map { table in
                    let own = table == "meta" ? "WHERE key NOT IN ('edition', 'began')" : ""
                    return (
                        table,
                        try Row.fetchAll(db, sql: "SELECT * FROM \(table) \(own)").map { Array($0.databaseValues) }
                    )
                })
        }
    }

    @Test(arguments: ArchiveScope.allCases)
    func `the index is the same whatever the number of threads`(scope: ArchiveScope) throws {
        let (base, _) = try makeBase()
        let store = IndexStore(base.folder, environment: [:], scope: scope)
        let reports = try [1, nil].map { threads in
            let report = try Cores.$most.withValue(threads) { try store.refresh(today: testDay, fromNothing: true) }
            return (report, try content(of: base, scope))
        }
        let (one, many) = (reports[0], reports[1])
        #expect(one.0.sheets == many.0.sheets && one.0.errors == many.0.errors)
        #expect(one.1["document"]?.isEmpty == false && one.1["words_data"]?.isEmpty == false)
        for (table, rows) in one.1 {
            let isSame = many.1[table] == rows
            #expect(isSame, "\(table)")
        }
        #expect(one.1.keys.sorted() == many.1.keys.sorted())
    }

    @Test func `progress counts every file once, and tells how many there are`() throws {
        let (base, files) = try makeBase()
        let heard = Mutex<[Int]>([])
        let report = try IndexStore(base.folder, environment: [:]).refresh(today: testDay) { done, all in
            heard.withLock { $0.append(all == files ? done : -1) }
        }
        #expect(report.filesRead == files)
        #expect(heard.withLock { $0.sorted() } == Array(1...files))
    }
}
