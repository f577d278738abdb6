import ItalianText

/// Italy's territories with what is derived from them: what contains what, and which name means what.
///
/// Immutable; positions are indexes into `territories`, in the order of the file.
public struct TerritoryRegister: Sendable {
    public let territories: [Territory]

    private let positions: [String: Int]
    private let names: [String: [Int]]
    private let siglas: [String: Int]
    /// The areas that each comune belongs to.
    private let areas: [Int: [Int]]

    /// Of a repeated code the first stays. A comune without a sigla has that of its second-level unit.
    public init(_ territories: [Territory], areas: [Territory] = []) {
        let territories = territories + areas
        var positions: [String: Int] = [:]
        positions.reserveCapacity(territories.count)
        var unique: [Territory] = []
        unique.reserveCapacity(territories.count)
        for territory in territories where positions.updateValue(unique.count, forKey: territory.code) == nil {
            unique.append(territory)
        }
        if unique.count != territories.count {
            positions = Dictionary(uniqueKeysWithValues: zip(unique.map(\.code), unique.indices))
        }
        for index in unique.indices where unique[index].level == .municipality && unique[index].sigla == nil {
            unique[index].sigla = unique[index].parent.flatMap { positions[$0] }.flatMap { unique[$0].sigla }
        }
        var names: [String: [Int]] = [:]
        names.reserveCapacity(unique.count * 5 / 4)
        var siglas: [String: Int] = [:]
        var areas: [Int: [Int]] = [:]
        for (position, territory) in unique.enumerated() {
            names[Self.key(territory.name), default: []].append(position)
            for name in territory.alternativeNames {
                let key = Self.key(name)
                if names[key]?.contains(position) != true { names[key, default: []].append(position) }
            }
            if territory.level == .province, let sigla = territory.sigla { siglas[sigla] = position }
            for member in territory.members.compactMap({ positions[$0] }) {
                areas[member, default: []].append(position)
            }
        }
        self.areas = areas
        self.territories = unique
        self.positions = positions
        self.names = names
        self.siglas = siglas
    }

    public subscript(code: String) -> Territory? {
        positions[code].map { territories[$0] }
    }

    public func position(of code: String) -> Int? {
        positions[code]
    }

    /// The position of the second-level unit with these letters, in capitals.
    public func unit(withSigla sigla: String) -> Int? {
        siglas[sigla]
    }

    /// Everything with this name or alternative name, whatever case, accents, hyphens and apostrophes.
    public func positions(named name: String) -> [Int] {
        names[Self.key(name)] ?? []
    }

    /// All names and alternative names, as the register writes them.
    public var allNames: some Sequence<String> {
        territories.lazy.flatMap { [$0.name] + $0.alternativeNames }
    }

    /// The territory and all that contain it, areas included; for a suppressed one also what it became.
    public func pathToTop(from position: Int) -> [Int] {
        var path = [position]
        var next = 0
        while next < path.count {
            let territory = territories[path[next]]
            let above = (territory.successors + [territory.parent].compactMap { $0 }).compactMap { positions[$0] }
            for position in above + (areas[path[next]] ?? []) where !path.contains(position) { path.append(position) }
            next += 1
        }
        return path
    }

    /// What borders on it, of the same level; of an area what borders on its comuni and lies outside.
    public func neighbours(of position: Int) -> [Int] {
        let territory = territories[position]
        guard !territory.members.isEmpty else { return territory.neighbours.compactMap { positions[$0] } }
        let members = Set(territory.members.compactMap { positions[$0] })
        return Set(members.flatMap(neighbours)).subtracting(members).sorted()
    }

    /// The territories directly below, in the order of the register.
    public func children(of position: Int) -> [Int] {
        let members = territories[position].members
        if !members.isEmpty { return members.compactMap { positions[$0] } }
        let code = territories[position].code
        return territories.indices.filter { territories[$0].parent == code }
    }

    /// The form under which names are compared: folded, everything but letters and digits a space.
    ///
    /// `TerritoryRegister.key("Reggio nell’Emilia")  // "reggio nell emilia"`
    static func key(_ name: String) -> String {
        var key: [UInt8] = []
        let folded = ItalianText.folded(name)
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
