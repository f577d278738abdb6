import PraticarioCorpus
import PraticarioSearch

extension PackedDocuments {
    /// The documents of a base without those that are gone, with those of a recent segment behind them.
    ///
    /// Names are numbered by what is left, as an index made from nothing would.
    ///
    /// - Parameter positions: of the recent documents, see `PackedOrders`.
    func joined(
        with other: PackedDocuments, _ positions: [ResultOrder: [Int32]], _ recent: RecentSegment
    ) throws -> PackedDocuments {
        guard lengths.count == Int(recent.first), recent.gone.allSatisfy({ kinds.indices.contains(Int($0)) }) else {
            throw ArchiveProblem.damaged
        }
        var left = lengths
        for rowid in recent.gone { left[Int(rowid)] = -1 }
        var columns: [Facet: PackedColumn] = [:]
        var names: [Facet: [String]] = [:]
        for facet in Facet.allCases {
            let (column, added) = (column(facet), other.column(facet))
            guard facet.source.isNames else {
                columns[facet] = column.followed(by: added)
                continue
            }
            let joined = try Self.joined(column, self.names[facet] ?? [], added, other.names[facet] ?? []) {
                left[$0] < 0
            }
            (columns[facet], names[facet]) = joined
        }
        return PackedDocuments(
            lengths: left + other.lengths, kinds: kinds + other.kinds, columns: columns,
            places: try PackedOrders.joined(places, other.places, positions), names: names, aliases: other.aliases)
    }

    private static func joined(
        _ column: PackedColumn, _ names: [String], _ added: PackedColumn, _ addedNames: [String],
        isGone: (Int) -> Bool
    ) throws -> (PackedColumn, [String]) {
        guard column.values.allSatisfy({ names.indices.contains(Int($0)) }),
            added.values.allSatisfy({ addedNames.indices.contains(Int($0)) })
        else { throw ArchiveProblem.damaged }
        var isUsed = [Bool](repeating: false, count: names.count)
        for rowid in 0..<column.count where !isGone(rowid) {
            for name in column[rowid] { isUsed[Int(name)] = true }
        }
        let left = names.indices.lazy.filter { isUsed[$0] }.map { names[$0] }
        let all = Set(left).union(addedNames).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let numbers = Dictionary(uniqueKeysWithValues: zip(all, all.indices.map(Int32.init)))
        let (new, newAdded) = (names.map { numbers[$0] ?? 0 }, addedNames.map { numbers[$0] ?? 0 })
        return (
            column.emptied(where: isGone).renumbered { new[Int($0)] }
                .followed(by: added.renumbered { newAdded[Int($0)] }),
            all
        )
    }
}
