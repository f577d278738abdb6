/// A register of territories as columns of bytes: what is asked of many territories as numbers, everything else as one
/// line of text for each.
struct TerritoryColumns: Sendable {
    /// A line for each territory, its fields separated by tabs, see `line(of:)`; and where each line begins.
    private let lines: ByteRows
    /// By position: index of the level, position of the parent or -1, residents or -1.
    private let levels: [Int32]
    private let parents: [Int32]
    private let populations: [Int32]
    /// Positions in the order of the bytes of their codes.
    private let codeOrder: [Int32]
    /// The place of each position in `codeOrder`.
    private let codeRanks: [Int32]
    /// The keys of all names in the order of their bytes, and the position that each stands for.
    private let names: ByteRows
    private let namePositions: [Int32]
    /// Pairs of a position and one that contains it besides its parent: successors and areas; by the first.
    private let others: [Int32]
    /// A line for each group: its key, and the codes that it stands for, between tabs.
    private let groups: ByteRows

    var count: Int { lines.count }

    init(_ all: [Territory], groups: [TerritoryGroup] = []) {
        var positions: [String: Int] = [:]
        var territories: [Territory] = []
        for territory in all where positions[territory.code] == nil {
            positions[territory.code] = territories.count
            territories.append(territory)
        }
        for index in territories.indices
        where territories[index].level == .municipality && territories[index].sigla == nil {
            territories[index].sigla = territories[index].parent.flatMap { positions[$0] }.flatMap {
                territories[$0].sigla
            }
        }
        levels = territories.map { Int32(TerritoryLevel.allCases.firstIndex(of: $0.level) ?? 0) }
        parents = territories.map { Int32($0.parent.flatMap { positions[$0] } ?? -1) }
        populations = territories.map { Int32(clamping: $0.population ?? -1) }
        codeOrder = territories.indices.sorted {
            territories[$0].code.utf8.lexicographicallyPrecedes(territories[$1].code.utf8)
        }.map(Int32.init)
        codeRanks = Self.inverse(codeOrder)
        lines = ByteRows(territories.map(Self.line))

        var keys: [(key: String, position: Int32)] = []
        var pairs: [(Int32, Int32)] = []
        for (position, territory) in territories.enumerated() {
            var own: [String] = []
            for name in [territory.name] + territory.alternativeNames {
                let key = TerritoryRegister.key(name)
                if !own.contains(key) { own.append(key) }
            }
            keys += own.map { ($0, Int32(position)) }
            pairs += territory.successors.compactMap { positions[$0] }.map { (Int32(position), Int32($0)) }
            pairs += territory.members.compactMap { positions[$0] }.map { (Int32($0), Int32(position)) }
        }
        keys.sort { a, b in
            a.key == b.key ? a.position < b.position : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
        }
        names = ByteRows(keys.map(\.key))
        namePositions = keys.map(\.position)
        self.groups = ByteRows(
            groups.flatMap { group in
                group.names.map { ([TerritoryRegister.key($0)] + group.codes).joined(separator: "\t") }
            })
        others = pairs.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .flatMap { [$0.element.0, $0.element.1] }
    }

    private static func inverse(_ order: [Int32]) -> [Int32] {
        var ranks = [Int32](repeating: 0, count: order.count)
        for (rank, position) in order.enumerated() { ranks[Int(position)] = Int32(rank) }
        return ranks
    }

    func code(of position: Int) -> String {
        String(decoding: lines[position].prefix { $0 != Self.tab }, as: UTF8.self)
    }

    func codeRank(of position: Int) -> Int {
        Int(codeRanks[position])
    }

    func level(of position: Int) -> TerritoryLevel {
        Self.allLevels[Int(levels[position])]
    }

    func parent(of position: Int) -> Int? {
        parents[position] < 0 ? nil : Int(parents[position])
    }

    func population(of position: Int) -> Int? {
        populations[position] < 0 ? nil : Int(populations[position])
    }

    /// Successors, the parent, areas.
    func above(_ position: Int) -> [Int] {
        var above: [Int] = []
        var low = 0
        var high = others.count / 2
        while low < high {
            let middle = (low + high) / 2
            if others[middle * 2] < position { low = middle + 1 } else { high = middle }
        }
        while low < others.count / 2, others[low * 2] == position {
            above.append(Int(others[low * 2 + 1]))
            low += 1
        }
        let areas = above.filter { level(of: $0) == .area }
        return above.filter { level(of: $0) != .area } + [parent(of: position)].compactMap { $0 } + areas
    }

    func position(of code: String) -> Int? {
        let wanted = Array(code.utf8)
        var low = 0
        var high = codeOrder.count
        while low < high {
            let middle = (low + high) / 2
            let line = lines[Int(codeOrder[middle])]
            let own = line.prefix { $0 != Self.tab }
            if own.elementsEqual(wanted) { return Int(codeOrder[middle]) }
            if own.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// In the order of the register.
    func positions(named key: String) -> [Int] {
        let wanted = Array(key.utf8)
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        var positions: [Int] = []
        while low < names.count, names[low].elementsEqual(wanted) {
            positions.append(Int(namePositions[low]))
            low += 1
        }
        return positions
    }

    /// The keys of the names of all groups.
    var groupKeys: [String] {
        (0..<groups.count).compactMap { row in
            groups[row].split(separator: Self.tab).first.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// The codes that a group stands for, by the key of one of its names.
    func codes(ofGroup key: String) -> [String]? {
        for row in 0..<groups.count {
            let cells = groups[row].split(separator: Self.tab).map { String(decoding: $0, as: UTF8.self) }
            if cells.first == key { return Array(cells.dropFirst()) }
        }
        return nil
    }

    // MARK: Lines

    private static let tab = UInt8(ascii: "\t")
    private static let allLevels = TerritoryLevel.allCases

    private static func line(of territory: Territory) -> String {
        let fields: [String?] = [
            territory.code, territory.name, territory.alternativeNames.joined(separator: "|"), territory.parent,
            territory.sigla, territory.cadastralCode, territory.validFrom, territory.validTo,
            territory.successors.joined(separator: "|"), territory.neighbourList,
            territory.members.joined(separator: "|"),
        ]
        return fields.map { $0 ?? "" }.joined(separator: "\t")
    }

    func territory(at position: Int) -> Territory {
        let cells = lines[position].split(separator: Self.tab, omittingEmptySubsequences: false)
        func cell(_ index: Int) -> String? {
            index >= cells.count || cells[index].isEmpty ? nil : String(decoding: cells[index], as: UTF8.self)
        }
        func list(_ index: Int) -> [String] {
            (index < cells.count ? cells[index] : []).split(separator: UInt8(ascii: "|")).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        var territory = Territory(
            code: cell(0) ?? "", name: cell(1) ?? "", alternativeNames: list(2), level: level(of: position),
            parent: cell(3), sigla: cell(4), cadastralCode: cell(5), validFrom: cell(6), validTo: cell(7),
            successors: list(8))
        territory.population = population(of: position)
        territory.neighbourList = cell(9) ?? ""
        territory.members = list(10)
        return territory
    }

    // MARK: Bytes

    var packed: [UInt8] {
        let texts = [lines, names, groups]
        let numbers =
            [levels, parents, populations, codeOrder, namePositions, others] + texts.map(\.offsets)
        var bytes = PackedBytes.encode(numbers.map { Int32($0.count) } + texts.map { Int32($0.bytes.count) })
        for column in numbers { bytes += PackedBytes.encode(column) }
        return bytes + texts.flatMap(\.bytes)
    }

    init?(packed: [UInt8]) {
        var reader = PackedBytes.Reader(packed)
        guard let sizes = reader.numbers(12) else { return nil }
        var columns: [[Int32]] = []
        for size in sizes.prefix(9) {
            guard let column = reader.numbers(Int(size)) else { return nil }
            columns.append(column)
        }
        guard let lineBytes = reader.bytes(Int(sizes[9])), let nameBytes = reader.bytes(Int(sizes[10])),
            let groupBytes = reader.bytes(Int(sizes[11]))
        else { return nil }
        let lines = ByteRows(bytes: lineBytes, offsets: columns[6])
        let names = ByteRows(bytes: nameBytes, offsets: columns[7])
        let groups = ByteRows(bytes: groupBytes, offsets: columns[8])
        let positions = Int32(lines.count)
        func arePositions(_ column: [Int32]) -> Bool { column.allSatisfy { 0 <= $0 && $0 < positions } }
        guard lines.isSound, names.isSound, groups.isSound, columns[0...3].allSatisfy({ $0.count == lines.count }),
            columns[0].allSatisfy({ Self.allLevels.indices.contains(Int($0)) }),
            columns[1].allSatisfy({ -1 <= $0 && $0 < positions }), arePositions(columns[3]),
            columns[4].count == names.count, arePositions(columns[4]), columns[5].count % 2 == 0,
            arePositions(columns[5])
        else { return nil }
        (levels, parents, populations, codeOrder) = (columns[0], columns[1], columns[2], columns[3])
        codeRanks = Self.inverse(codeOrder)
        (namePositions, others) = (columns[4], columns[5])
        self.lines = lines
        self.names = names
        self.groups = groups
    }
}
