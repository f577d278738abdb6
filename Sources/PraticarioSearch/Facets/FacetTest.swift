package import PraticarioCorpus

/// What a filter asks of the values of a sheet in one facet, by their keys.
package enum FacetTest: Codable, Hashable, Sendable {
    /// One of the keys is among them.
    case anyOf(Set<String>)
    /// They are just this one.
    case only(String)
    /// First and last year overlap with the range.
    case overlaps(ClosedRange<Int>)
    /// The first year lies in the range.
    case begins(ClosedRange<Int>)
    /// A comune among them has so many residents.
    case population(ClosedRange<Int>)

    /// - Parameter keys: those of the sheet and all above them, see `FacetValues.row`.
    package func holds(for keys: [String], _ vocabularies: Vocabularies) -> Bool {
        switch self {
        case .anyOf(let wanted): keys.contains(where: wanted.contains)
        case .only(let wanted): keys == [wanted]
        case .overlaps(let years): Self.years(keys).map { $0.overlaps(years) } ?? false
        case .begins(let years): Self.years(keys).map { years.contains($0.lowerBound) } ?? false
        case .population(let range):
            keys.contains { code in
                vocabularies.territories.position(of: code).map {
                    range.holdsResidents(of: $0, vocabularies.territories)
                } ?? false
            }
        }
    }

    private static func years(_ keys: [String]) -> ClosedRange<Int>? {
        guard let first = keys.first.flatMap({ Int($0) }), let last = keys.last else { return nil }
        return first...max(first, Int(last) ?? .max)
    }
}

extension ClosedRange<Int> {
    /// Whether the territory at a position of the register is a comune with so many residents.
    package func holdsResidents(of position: Int, _ register: TerritoryRegister) -> Bool {
        guard register.level(of: position) == .municipality else { return false }
        return register.population(of: position).map(contains) ?? false
    }
}
