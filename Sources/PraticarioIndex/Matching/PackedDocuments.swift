import Foundation
import GRDB
import PraticarioCorpus
import PraticarioSearch

/// What the search needs to know of every document, in memory, by rowid.
struct PackedDocuments: Sendable {
    /// Words in each document; -1 for a rowid that is not in use.
    let lengths: [Int32]
    /// What each document is; anything for a rowid that is not in use.
    let kinds: [KnowledgeDocument.Kind]
    /// For each facet a number above all its values.
    let valueCounts: [Facet: Int]
    /// Each document's place in the order by id, by date, by title.
    let places: [ResultOrder: [Int32]]
    /// Of the facets whose values are names, by their bytes.
    let names: [Facet: [String]]
    /// What else their values are called.
    let aliases: [Facet: [String: String]]
    /// The kinds that occur. Most knowledge bases have sheets alone: then nobody needs to look at each.
    let presentKinds: Set<KnowledgeDocument.Kind>
    private let columns: [Facet: PackedColumn]
    /// In words: no file that is read has as many.
    private static let longest: Int32 = 1 << 24

    /// - Parameter names: likewise, above all that the columns hold.
    init(
        lengths: [Int32], kinds: [KnowledgeDocument.Kind], columns: [Facet: PackedColumn],
        places: [ResultOrder: [Int32]],
        names: [Facet: [String]], aliases: [Facet: [String: String]]
    ) {
        (self.lengths, self.kinds, self.columns, self.places) = (lengths, kinds, columns, places)
        (self.names, self.aliases) = (names, aliases)
        presentKinds = Set(lengths.indices.lazy.filter { lengths[$0] >= 0 }.map { kinds[$0] })
        // An open end is no value that is counted.
        valueCounts = columns.mapValues { column in
            column.values.lazy.filter { $0 < .max }.max().map { Int($0) + 1 } ?? 0
        }
    }

    func column(_ facet: Facet) -> PackedColumn {
        columns[facet] ?? PackedColumn()
    }

    var rowids: some Sequence<Int> {
        lengths.indices.lazy.filter { lengths[$0] >= 0 }
    }

    /// How many documents of a kind there are, and the sum of their lengths.
    func size(of kind: KnowledgeDocument.Kind) -> (count: Int, totalLength: Int) {
        var size = (count: 0, totalLength: 0)
        for rowid in rowids where kinds[rowid] == kind {
            size.count += 1
            size.totalLength += Int(lengths[rowid])
        }
        return size
    }

    /// One document, as it goes into the arrays.
    struct Row {
        let rowid: Int
        let kind: KnowledgeDocument.Kind
        let order: HitOrder.Key
        let length: Int32
        let facets: FacetRows
    }

    /// Packs all documents of a segment that is being made, in order of rowid, and stores the arrays in it.
    ///
    /// Names are numbered anew each time, in their own order: an index that was updated is then the same as one made
    /// from nothing.
    ///
    /// - Parameter first: from which rowid on the arrays have places.
    static func pack(
        _ rows: [Row], from first: Int = 0, _ vocabularies: Vocabularies, aliases: [Facet: [String: String]],
        in db: Database
    ) throws {
        let named = FacetValues(vocabularies, aliases: aliases)
        let names = Dictionary(
            uniqueKeysWithValues: FacetRows.named.map { facet in
                let names = Set(rows.flatMap { named.row(of: $0.facets.names(in: facet), in: facet) })
                return (facet, names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            })
        let numbering = FacetNumbering(FacetValues(vocabularies, names: names, aliases: aliases))
        var lengths = [Int32](repeating: -1, count: rows.last.map { $0.rowid + 1 - first } ?? 0)
        for row in rows { lengths[row.rowid - first] = row.length }
        try store("length", PackedBytes.encode(lengths), db)
        let all = KnowledgeDocument.Kind.allCases
        var kinds = [Int32](repeating: 0, count: lengths.count)
        for row in rows { kinds[row.rowid - first] = Int32(all.firstIndex(of: row.kind) ?? 0) }
        try store("kind", PackedBytes.encode(kinds), db)
        for facet in Facet.allCases {
            var values = [[Int32]](repeating: [], count: lengths.count)
            for row in rows { values[row.rowid - first] = row.facets.row(facet, numbering) }
            try store("facet:\(facet.rawValue)", PackedColumn(values).bytes, db)
        }
        for order in ResultOrder.allCases {
            var places = [Int32](repeating: 0, count: lengths.count)
            for (row, place) in zip(rows, HitOrder.places(of: rows.map(\.order), in: order)) {
                places[row.rowid - first] = place
            }
            try store(PackedOrders.name(order), PackedBytes.encode(places), db)
        }
        for facet in FacetRows.named {
            let names = names[facet] ?? []
            try store("names:\(facet.rawValue)", Array(names.joined(separator: "\u{1F}").utf8), db)
            try store(aliasesName(facet), aliasBytes(aliases[facet] ?? [:]), db)
        }
    }

    static func aliasBytes(_ aliases: [String: String]) -> [UInt8] {
        let words = aliases.filter { !$0.value.contains("\u{1F}") }
            .sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        return Array(words.joined(separator: "\u{1F}").utf8)
    }

    static func aliasesName(_ facet: Facet) -> String { "aliases:\(facet.rawValue)" }

    /// One of what the only segment of a connection holds.
    static func blob(_ name: String, _ db: Database) throws -> [UInt8] {
        let blob = try Data.fetchOne(db, sql: "SELECT content FROM packed WHERE name = ?", arguments: [name])
        guard let blob else { throw ArchiveProblem.damaged }
        return Array(blob)
    }

    static func store(_ name: String, _ bytes: [UInt8], _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO packed (name, content) VALUES (?, ?)", arguments: [name, Data(bytes)])
    }

    /// What a segment holds by names.
    static func blobs(_ segment: IndexSegment, _ db: Database) throws -> [String: [UInt8]] {
        try Dictionary(
            GRDB.Row.fetchAll(db, sql: "SELECT name, content FROM \(segment.rawValue).packed").map { row in
                (try row.decode(String.self, atIndex: 0), Array(try row.decode(Data.self, atIndex: 1)))
            }
        ) { first, _ in first }
    }

    /// Reads what `pack` stored in a base, and in the segment beside it.
    init(_ db: Database, _ recent: RecentSegment?) throws {
        let base = try PackedDocuments(Self.blobs(.base, db))
        guard let recent else {
            self = base
            return
        }
        let blobs = try Self.blobs(.recent, db)
        self = try base.joined(with: PackedDocuments(blobs), PackedOrders.positions(blobs), recent)
    }

    init(_ blobs: [String: [UInt8]]) throws {
        let lengths = PackedBytes.decode(blobs["length"] ?? [])
        guard lengths.allSatisfy((-1...Self.longest).contains) else { throw ArchiveProblem.damaged }
        var columns: [Facet: PackedColumn] = [:]
        for facet in Facet.allCases {
            let column = PackedColumn(bytes: blobs["facet:\(facet.rawValue)"] ?? [])
            guard column.isSound(rows: lengths.count),
                facet.source.isSpan || !column.values.contains(.max)
            else { throw ArchiveProblem.damaged }
            columns[facet] = column
        }
        var places: [ResultOrder: [Int32]] = [:]
        for order in ResultOrder.allCases {
            let stored = PackedBytes.decode(blobs[PackedOrders.name(order)] ?? [])
            guard stored.count == lengths.count else { throw ArchiveProblem.damaged }
            places[order] = stored
        }
        let (numbers, all) = (PackedBytes.decode(blobs["kind"] ?? []), KnowledgeDocument.Kind.allCases)
        guard numbers.count == lengths.count, numbers.allSatisfy({ all.indices.contains(Int($0)) }) else {
            throw ArchiveProblem.damaged
        }
        let kinds = numbers.map { all[Int($0)] }
        func texts(_ name: String) -> [String] {
            String(decoding: blobs[name] ?? [], as: UTF8.self).split(separator: "\u{1F}").map(String.init)
        }
        let names = Dictionary(uniqueKeysWithValues: FacetRows.named.map { ($0, texts("names:\($0.rawValue)")) })
        let aliases = Dictionary(
            uniqueKeysWithValues: FacetRows.named.map { facet in
                let words = texts(Self.aliasesName(facet))
                let pairs = stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
                return (facet, Dictionary(pairs) { first, _ in first })
            })
        self.init(lengths: lengths, kinds: kinds, columns: columns, places: places, names: names, aliases: aliases)
    }
}
