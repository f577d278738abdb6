import Foundation
import GRDB
import PraticarioCorpus
import PraticarioSearch

/// What the search needs to know of every sheet, in memory, by rowid.
struct PackedSheets: Sendable {
    /// Words in each sheet; -1 for a rowid that is not in use.
    private(set) var lengths: [Int32]
    private(set) var facets: [Facet: PackedColumn]
    /// For each facet a number above all its values.
    private(set) var valueCounts: [Facet: Int] = [:]
    /// Each sheet's place in the order by id, by date, by title.
    private(set) var orders: [ResultOrder: [Int32]]

    var rowids: some Sequence<Int> {
        lengths.indices.lazy.filter { lengths[$0] >= 0 }
    }

    /// Packs all sheets of an index that is being made, and stores the arrays in it.
    ///
    /// Names of organizations and communities are numbered anew each time, in their own order: an index that was
    /// updated is then the same as one made from nothing.
    static func pack(in db: Database) throws {
        let rows = try SheetRow.fetchAll(
            db,
            sql: """
                SELECT rowid, id, length, updated, title_key, facets, organizations, community FROM sheet ORDER BY rowid
                """)
        let organizations = names(rows.flatMap(\.organizations))
        let communities = names(rows.compactMap(\.community))
        let size = (rows.last?.rowid ?? -1) + 1
        var lengths = [Int32](repeating: -1, count: size)
        var facets = Dictionary(uniqueKeysWithValues: Facet.allCases.map { ($0, PackedColumn()) })
        for row in rows {
            lengths[row.rowid] = row.length
            let stored = FacetRows(bytes: row.facets)
            for facet in Facet.allCases {
                while facets[facet]!.count < row.rowid { facets[facet]!.append([]) }
                switch facet {
                case .organization:
                    facets[facet]!.append(row.organizations.compactMap { organizations.positions[$0] }.sorted())
                case .community:
                    facets[facet]!.append(row.community.flatMap { communities.positions[$0] }.map { [$0] } ?? [])
                default: facets[facet]!.append(stored[facet])
                }
            }
        }
        try store("length", PackedBytes.encode(lengths), db)
        for (facet, column) in facets { try store("facet:\(facet.rawValue)", column.bytes, db) }
        for sort in ResultOrder.allCases {
            try store("order:\(sort.rawValue)", PackedBytes.encode(order(rows, by: sort, size: size)), db)
        }
        try store("organizations", Array(organizations.sorted.joined(separator: "\u{1F}").utf8), db)
        try store("communities", Array(communities.sorted.joined(separator: "\u{1F}").utf8), db)
    }

    private struct SheetRow: FetchableRecord {
        let rowid: Int
        let id: String
        let length: Int32
        let updated: String
        let titleKey: String
        let facets: [UInt8]
        let organizations: [String]
        let community: String?

        init(row: Row) {
            rowid = row[0]
            id = row[1]
            length = row[2]
            updated = row[3]
            titleKey = row[4]
            facets = Array(row[5] as Data)
            organizations = (row[6] as String).split(separator: "\u{1F}").map(String.init)
            community = row[7]
        }
    }

    private static func names(_ names: [String]) -> (sorted: [String], positions: [String: Int32]) {
        let sorted = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return (sorted, Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices.map(Int32.init))))
    }

    private static func order(_ rows: [SheetRow], by sort: ResultOrder, size: Int) -> [Int32] {
        let keys = rows.map { row in
            switch sort {
            case .relevance: RankKey(id: row.id, ascending: "")
            case .date: RankKey(id: row.id, descending: row.updated)
            case .title: RankKey(id: row.id, ascending: row.titleKey)
            }
        }
        var order = [Int32](repeating: 0, count: size)
        for (place, index) in rows.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() {
            order[rows[index].rowid] = Int32(place)
        }
        return order
    }

    private static func store(_ name: String, _ bytes: [UInt8], _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO packed (name, content) VALUES (?, ?)", arguments: [name, Data(bytes)])
    }

    /// Reads what `pack` stored.
    init(_ db: Database) throws {
        let blobs = try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT name, content FROM packed").map { row in
                (row[0] as String, Array(row[1] as Data))
            })
        lengths = PackedBytes.decode(blobs["length"] ?? [])
        facets = [:]
        for facet in Facet.allCases {
            let column = PackedColumn(bytes: blobs["facet:\(facet.rawValue)"] ?? [])
            guard column.isSound(rows: lengths.count) else { throw IndexProblem.unusable }
            facets[facet] = column
            // An open end is no value that is counted.
            valueCounts[facet] = column.values.lazy.filter { $0 < .max }.max().map { Int($0) + 1 } ?? 0
        }
        orders = [:]
        for sort in ResultOrder.allCases {
            let order = PackedBytes.decode(blobs["order:\(sort.rawValue)"] ?? [])
            guard order.count == lengths.count else { throw IndexProblem.unusable }
            orders[sort] = order
        }
        organizations = Self.names(in: blobs["organizations"])
        communities = Self.names(in: blobs["communities"])
    }

    private(set) var organizations: [String]
    private(set) var communities: [String]

    private static func names(in bytes: [UInt8]?) -> [String] {
        String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\u{1F}").map(String.init)
    }
}
