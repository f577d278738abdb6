/// What a filter asks of a row of facet values.
public enum FacetTest: Hashable, Sendable {
    /// The row holds one of the values.
    case anyOf(Set<Int32>)
    /// The row is just this value.
    case only(Int32)
    /// First and last year of the row overlap with the range.
    case overlaps(ClosedRange<Int32>)
    /// The first year of the row lies in the range.
    case begins(ClosedRange<Int32>)

    public func holds(for row: ArraySlice<Int32>) -> Bool {
        switch self {
        case .anyOf(let values):
            return row.contains(where: values.contains)
        case .only(let value):
            return row.count == 1 && row.first == value
        case .overlaps(let years):
            guard let first = row.first, let last = row.last else { return false }
            return first <= years.upperBound && last >= years.lowerBound
        case .begins(let years):
            return row.first.map(years.contains) ?? false
        }
    }
}
