import ItalianText

/// Italy's territories with what is derived from them: what contains what, and which name means what.
///
/// Immutable; positions are indexes into `territories`, in the order of the file, areas last. It is kept as columns of
/// bytes, searched by bisection, so that an index holds it ready: thousands of territories are not read anew at every
/// start.
public struct TerritoryRegister: Sendable {
    private let columns: TerritoryColumns

    /// Each is made when it is asked for.
    public var territories: TerritoryList { TerritoryList(columns: columns) }

    /// Of a repeated code the first stays. A comune without a sigla has that of its second-level unit.
    public init(_ territories: some Sequence<Territory>, areas: [Territory] = []) {
        columns = TerritoryColumns(Array(territories) + areas)
    }

    /// The register with areas of its comuni, and with names for several of its territories.
    func adding(_ areas: [Territory], groups: [TerritoryGroup] = []) -> TerritoryRegister {
        areas.isEmpty && groups.isEmpty
            ? self : TerritoryRegister(columns: TerritoryColumns(Array(territories) + areas, groups: groups))
    }

    private init(columns: TerritoryColumns) {
        self.columns = columns
    }

    /// As `packed` gave it; `nil` for anything else.
    package init?(packed: [UInt8]) {
        guard let register = packed.withUnsafeBytes({ TerritoryRegister(packedBytes: $0) }) else { return nil }
        self = register
    }

    /// Likewise of memory that lives no longer than this, such as a column of a database: it is large.
    package init?(packedBytes packed: UnsafeRawBufferPointer) {
        guard let columns = TerritoryColumns(packed: packed) else { return nil }
        self.columns = columns
    }

    /// The register as bytes.
    package var packed: [UInt8] { columns.packed }

    /// The territory that has this code or had it, leading zeros included; `nil` where there is none.
    public subscript(code: String) -> Territory? {
        position(of: code).map { territories[$0] }
    }

    /// The position of the territory that has this code or had it; `nil` where there is none.
    public func position(of code: String) -> Int? {
        columns.position(of: code)
    }

    /// The position of the second-level unit with these letters, in capitals.
    public func unit(withSigla sigla: String) -> Int? {
        territories.indices.first { columns.level(of: $0) == .province && territories[$0].sigla == sigla }
    }

    /// Everything with this name or alternative name, whatever case, accents, hyphens and apostrophes.
    public func positions(named name: String) -> [Int] {
        columns.positions(named: Self.key(name))
    }

    /// The codes that a name for several territories stands for; `nil` for a name that is none.
    func codes(ofGroup name: String) -> [String]? {
        let key = Self.key(name)
        return Self.divisions[key] ?? columns.codes(ofGroup: key)
    }

    /// The keys of the names for several territories.
    package var groupNames: [String] { Array(Self.divisions.keys) + columns.groupKeys }

    /// Everyday names for several divisions of ISTAT together.
    private static let divisions: [String: [String]] = [
        "nord": ["1", "2"], "nord italia": ["1", "2"], "settentrione": ["1", "2"],
        "centro nord": ["1", "2", "3"], "mezzogiorno": ["4", "5"], "meridione": ["4", "5"],
        "centro sud": ["3", "4", "5"], "sud e isole": ["4", "5"],
    ]

    /// All names and alternative names, as the register writes them.
    public var allNames: some Sequence<String> {
        territories.indices.lazy.flatMap { [columns] position in
            var names: [String] = []
            columns.forEachName(of: position) { names.append(String(decoding: $0, as: UTF8.self)) }
            return names
        }
    }

    /// The names that a name of no territory may have meant, see `Suggestion.near`.
    package func names(near word: String) -> [String] {
        guard var search = NearestName(to: word) else { return [] }
        for position in territories.indices { columns.forEachName(of: position) { search.consider($0) } }
        return search.found
    }

    /// Without making the whole territory.
    public func code(of position: Int) -> String {
        columns.code(of: position)
    }

    /// Without making the whole territory.
    package func name(of position: Int) -> String {
        columns.name(of: position)
    }

    /// Without making the whole territory.
    package func isSuppressed(_ position: Int) -> Bool {
        columns.isSuppressed(position)
    }

    /// The positions of all territories of a level, in their order.
    package func positions(of level: TerritoryLevel) -> [Int] {
        columns.positions(of: level)
    }

    /// The place of a territory's code among all codes, by their bytes.
    package func codeRank(of position: Int) -> Int {
        columns.codeRank(of: position)
    }

    /// Without making the whole territory.
    public func level(of position: Int) -> TerritoryLevel {
        columns.level(of: position)
    }

    /// Residents; `nil` where not known.
    public func population(of position: Int) -> Int? {
        columns.population(of: position)
    }

    /// From the smallest comune to the largest; `nil` where of none is known how many live there.
    package var residents: ClosedRange<Int>? {
        let known = territories.indices.lazy.filter { self.level(of: $0) == .municipality }.compactMap(population)
        guard let least = known.min(), let most = known.max() else { return nil }
        return least...most
    }

    /// The territory and all that contain it, areas included; for a suppressed one also what it became. A comune lies in the
    /// province that it was in, and not in what the rest of that province became.
    public func pathToTop(from position: Int) -> [Int] {
        let level = level(of: position)
        var path = [position]
        var next = 0
        while next < path.count {
            let below = self.level(of: path[next])
            for above in columns.above(path[next]) where !path.contains(above) {
                if below == level || self.level(of: above) != below { path.append(above) }
            }
            next += 1
        }
        return path
    }

    /// The codes of what contains it besides its parent: areas, the province that is no more in which a comune was; of what
    /// was suppressed its successors.
    package func alsoWithin(_ position: Int) -> [String] {
        let parent = columns.parent(of: position)
        return columns.above(position).filter { $0 != parent }.map(code)
    }

    /// What borders on it, of the same level; of an area what borders on its comuni and lies outside.
    public func neighbours(of position: Int) -> [Int] {
        let territory = territories[position]
        guard !territory.members.isEmpty else { return territory.neighbours.compactMap { self.position(of: $0) } }
        let members = Set(territory.members.compactMap { self.position(of: $0) })
        return Set(members.flatMap(neighbours)).subtracting(members).sorted()
    }

    /// The territories directly below, in the order of the register; of an area its comuni.
    public func children(of position: Int) -> [Int] {
        let members = territories[position].members
        if !members.isEmpty { return members.compactMap { self.position(of: $0) } }
        return territories.indices.filter { columns.parent(of: $0) == position }
    }

    /// The form under which names are compared: folded, everything but letters and digits a space.
    ///
    /// `TerritoryRegister.key("Reggio nell’Emilia")  // "reggio nell emilia"`
    package static func key(_ name: String) -> String {
        var key: [UInt8] = []
        let folded = TextKey.folded(name)
        key.reserveCapacity(folded.utf8.count)
        for byte in folded.utf8 {
            let isWord = byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            if isWord {
                key.append(byte)
            } else if let last = key.last, last != 0x20 {
                key.append(0x20)
            }
        }
        if key.last == 0x20 { key.removeLast() }
        return String(decoding: key, as: UTF8.self)
    }
}

/// The territories of a register, in its order.
public struct TerritoryList: RandomAccessCollection, Sendable {
    let columns: TerritoryColumns

    public var startIndex: Int { 0 }
    public var endIndex: Int { columns.count }

    public subscript(position: Int) -> Territory { columns.territory(at: position) }
}
