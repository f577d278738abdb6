/// A register of territories as columns of bytes: what is asked of many territories as numbers, everything else as one
/// line of text for each. An object, since whoever asks for one territory would otherwise copy all columns; nobody changes it.
final class TerritoryColumns: Sendable {
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
    /// Former codes in the order of their bytes, and the position that each stands for.
    private let formerCodes: ByteRows
    private let formerPositions: [Int32]
    /// Pairs of a position and one that contains it besides its parent: successors, areas, and the unit that is no more in
    /// which a comune was; by the first.
    private let others: [Int32]
    /// What counts of whole archives are told by: none is made anew for each answer.
    private let codes: [String]
    /// The positions of all but the comuni, which are thousands.
    private let large: [Int32]
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
        large = Self.large(levels)
        codes = territories.map(\.code)
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
            guard territory.level == .municipality else { continue }
            let units = territory.formerCodes.compactMap { positions[String($0.prefix(3))] }
            pairs += units.filter { territories[$0].isSuppressed }.map { (Int32(position), Int32($0)) }
        }
        let formers = territories.enumerated().flatMap { position, territory in
            territory.formerCodes.map { (code: $0, position: Int32(position)) }
        }.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
        formerCodes = ByteRows(formers.map(\.code))
        formerPositions = formers.map(\.position)
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

    private static func large(_ levels: [Int32]) -> [Int32] {
        levels.indices.filter { allLevels[Int(levels[$0])] != .municipality }.map(Int32.init)
    }

    /// In their order.
    func positions(of level: TerritoryLevel) -> [Int] {
        guard level == .municipality else { return large.map(Int.init).filter { self.level(of: $0) == level } }
        return (0..<count).filter { self.level(of: $0) == level }
    }

    func code(of position: Int) -> String {
        codes[position]
    }

    func name(of position: Int) -> String {
        Self.cell(1, of: lines[position])
    }

    /// Hands over the name and all alternative ones, in UTF-8.
    func forEachName(of position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        lines.withRow(position) { line in
            guard let code = line.firstIndex(of: Self.tab) else { return }
            var start = code + 1
            var isName = true
            for index in start..<line.endIndex {
                let byte = line[index]
                guard byte == Self.tab || (byte == Self.bar && !isName) else { continue }
                if index > start || isName { body(UnsafeBufferPointer(rebasing: line[start..<index])) }
                if byte == Self.tab, !isName { return }
                (start, isName) = (index + 1, false)
            }
        }
    }

    func isSuppressed(_ position: Int) -> Bool {
        !Self.cell(7, of: lines[position]).isEmpty
    }

    /// A field of a line, without the others.
    private static func cell(_ number: Int, of line: ArraySlice<UInt8>) -> String {
        var rest = line
        for _ in 0..<number {
            guard let end = rest.firstIndex(of: tab) else { return "" }
            rest = rest[(end + 1)...]
        }
        return String(decoding: rest.prefix { $0 != tab }, as: UTF8.self)
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

    /// Successors, the parent, areas and former units.
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
        // A successor is of its own level.
        let isSet = { [self] in level(of: $0) == .area || level(of: $0) < level(of: position) }
        return above.filter { !isSet($0) } + [parent(of: position)].compactMap { $0 } + above.filter(isSet)
    }

    func position(of code: String) -> Int? {
        let wanted = Array(code.utf8)
        var low = 0
        var high = codeOrder.count
        while low < high {
            let middle = (low + high) / 2
            let order = lines.order(of: Int(codeOrder[middle]), beside: wanted, until: Self.tab)
            if order == 0 { return Int(codeOrder[middle]) }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return Self.rows(equalTo: wanted, in: formerCodes).first.map { Int(formerPositions[$0]) }
    }

    /// In the order of the register.
    func positions(named key: String) -> [Int] {
        Self.rows(equalTo: Array(key.utf8), in: names).map { Int(namePositions[$0]) }
    }

    /// The rows with these bytes among sorted ones.
    private static func rows(equalTo wanted: [UInt8], in rows: ByteRows) -> Range<Int> {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows.order(of: middle, beside: wanted) < 0 { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < rows.count, rows.order(of: end, beside: wanted) == 0 { end += 1 }
        return low..<end
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
    private static let bar = UInt8(ascii: "|")
    private static let allLevels = TerritoryLevel.allCases

    private static func line(of territory: Territory) -> String {
        let fields: [String?] = [
            territory.code, territory.name, territory.alternativeNames.joined(separator: "|"), territory.parent,
            territory.sigla, territory.cadastralCode, territory.validFrom, territory.validTo,
            territory.successors.joined(separator: "|"), territory.neighbourList,
            territory.members.joined(separator: "|"), territory.formerCodes.joined(separator: "|"),
        ]
        return fields.map { $0 ?? "" }.joined(separator: "\t")
    }

    func territory(at position: Int) -> Territory {
        let cells = lines[position].split(separator: Self.tab, omittingEmptySubsequences: false)
        func cell(_ index: Int) -> String? {
            index >= cells.count || cells[index].isEmpty ? nil : String(decoding: cells[index], as: UTF8.self)
        }
        func list(_ index: Int) -> [String] {
            (index < cells.count ? cells[index] : []).split(separator: Self.bar).map {
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
        territory.formerCodes = list(11)
        return territory
    }

    // MARK: Bytes

    var packed: [UInt8] {
        let texts = [lines, names, groups, formerCodes]
        let numbers =
            [levels, parents, populations, codeOrder, namePositions, others, formerPositions] + texts.map(\.offsets)
        var bytes = PackedBytes.encode(numbers.map { Int32($0.count) } + texts.map { Int32($0.bytes.count) })
        for column in numbers { bytes += PackedBytes.encode(column) }
        return bytes + texts.flatMap(\.bytes)
    }

    /// Copies what it keeps.
    init?(packed: UnsafeRawBufferPointer) {
        var reader = PackedBytes.Reader(packed)
        guard let sizes = reader.numbers(15) else { return nil }
        var columns: [[Int32]] = []
        for size in sizes.prefix(11) {
            guard let column = reader.numbers(Int(size)) else { return nil }
            columns.append(column)
        }
        guard let lineBytes = reader.bytes(Int(sizes[11])), let nameBytes = reader.bytes(Int(sizes[12])),
            let groupBytes = reader.bytes(Int(sizes[13])), let formerBytes = reader.bytes(Int(sizes[14]))
        else { return nil }
        let lines = ByteRows(bytes: lineBytes, offsets: columns[7])
        let names = ByteRows(bytes: nameBytes, offsets: columns[8])
        let groups = ByteRows(bytes: groupBytes, offsets: columns[9])
        let formerCodes = ByteRows(bytes: formerBytes, offsets: columns[10])
        let positions = Int32(lines.count)
        func arePositions(_ column: [Int32]) -> Bool { column.allSatisfy { 0 <= $0 && $0 < positions } }
        guard lines.isSound, names.isSound, groups.isSound, formerCodes.isSound,
            columns[0...3].allSatisfy({ $0.count == lines.count }),
            columns[0].allSatisfy({ Self.allLevels.indices.contains(Int($0)) }),
            columns[1].allSatisfy({ -1 <= $0 && $0 < positions }), arePositions(columns[3]),
            columns[4].count == names.count, arePositions(columns[4]), columns[5].count % 2 == 0,
            arePositions(columns[5]), columns[6].count == formerCodes.count, arePositions(columns[6])
        else { return nil }
        (levels, parents, populations, codeOrder) = (columns[0], columns[1], columns[2], columns[3])
        codeRanks = Self.inverse(codeOrder)
        large = Self.large(levels)
        codes = (0..<lines.count).map { position in
            lines.withRow(position) { line in
                String(decoding: line[..<(line.firstIndex(of: Self.tab) ?? line.endIndex)], as: UTF8.self)
            }
        }
        (namePositions, others) = (columns[4], columns[5])
        self.lines = lines
        self.names = names
        self.groups = groups
        (self.formerCodes, formerPositions) = (formerCodes, columns[6])
    }
}
