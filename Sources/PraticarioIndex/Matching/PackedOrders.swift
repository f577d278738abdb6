import GRDB
import PraticarioCorpus
import PraticarioSearch

/// Where the documents of a recent segment stand among those of its base, in each order: behind how many of them.
///
/// The places of the base need not be worked out anew: each moves by as many documents as came to stand before it.
enum PackedOrders {
    /// Works the positions out and stores them.
    ///
    /// - Parameters:
    ///   - rows: of the recent documents, in order of rowid.
    ///   - base: a connection to the base alone.
    static func store(_ rows: [PackedDocuments.Row], among base: Database, in db: Database) throws {
        let lengths = PackedBytes.decode(try PackedDocuments.blob("length", base))
        let key = try base.cachedStatement(sql: "SELECT id, updated, title_key FROM document WHERE rowid = ?")
        for order in ResultOrder.allCases {
            let places = PackedBytes.decode(try PackedDocuments.blob(name(order), base))
            guard places.count == lengths.count else { throw ArchiveProblem.damaged }
            let inUse = places.indices.filter { lengths[$0] >= 0 }
            let count = inUse.count
            var rowids = [Int](repeating: 0, count: count)
            for rowid in inUse {
                guard rowids.indices.contains(Int(places[rowid])) else { throw ArchiveProblem.damaged }
                rowids[Int(places[rowid])] = rowid
            }
            func standing(at place: Int) throws -> HitOrder.Key {
                guard let row = try Row.fetchOne(key, arguments: [rowids[place]]) else { throw ArchiveProblem.damaged }
                return HitOrder.Key(
                    id: try row.decode(String.self, atIndex: 0), updated: try row.decode(String.self, atIndex: 1),
                    titleKey: try row.decode(String.self, atIndex: 2))
            }
            let positions = try rows.map { row in
                Int32(
                    try (0..<count).firstIndexInOrder { HitOrder.precedes(row.order, try standing(at: $0), in: order) })
            }
            try PackedDocuments.store(positionName(order), PackedBytes.encode(positions), db)
        }
    }

    static func positions(_ blobs: [String: [UInt8]]) -> [ResultOrder: [Int32]] {
        Dictionary(
            uniqueKeysWithValues: ResultOrder.allCases.map {
                ($0, PackedBytes.decode(blobs[positionName($0)] ?? []))
            })
    }

    /// The places of all documents, by rowid.
    static func joined(
        _ base: [ResultOrder: [Int32]], _ recent: [ResultOrder: [Int32]], _ positions: [ResultOrder: [Int32]]
    ) throws -> [ResultOrder: [Int32]] {
        var all: [ResultOrder: [Int32]] = [:]
        for order in ResultOrder.allCases {
            let (base, recent, positions) = (base[order] ?? [], recent[order] ?? [], positions[order] ?? [])
            guard recent.count == positions.count, positions.allSatisfy({ (0...base.count).contains(Int($0)) }),
                base.allSatisfy({ base.indices.contains(Int($0)) }),
                recent.allSatisfy({ recent.indices.contains(Int($0)) })
            else { throw ArchiveProblem.damaged }
            // How many recent documents stand before the one with each place.
            var before = [Int32](repeating: 0, count: base.count + 1)
            for position in positions { before[Int(position)] += 1 }
            for place in before.indices.dropFirst() { before[place] += before[place - 1] }
            all[order] = base.map { $0 + before[Int($0)] } + zip(recent, positions).map { $0 + $1 }
        }
        return all
    }

    static func name(_ order: ResultOrder) -> String { "order:\(order.rawValue)" }
    private static func positionName(_ order: ResultOrder) -> String { "position:\(order.rawValue)" }
}
