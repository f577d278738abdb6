import PraticarioSearch

/// A filter, prepared for many rows of one column.
struct RowTest {
    private let filter: ResolvedQuery.Filter
    /// Whether a row that holds the value passes, by value; `nil` for tests that look at more than single values.
    private let passing: [Bool]?

    init(_ filter: ResolvedQuery.Filter, valueCount: Int) {
        self.filter = filter
        var passing: [Bool]? = [Bool](repeating: false, count: valueCount)
        for test in filter.tests {
            guard case .anyOf(let values) = test else {
                passing = nil
                break
            }
            for value in values where value >= 0 && value < valueCount { passing?[Int(value)] = true }
        }
        self.passing = passing
    }

    func holds(for row: UnsafeBufferPointer<Int32>) -> Bool {
        guard let passing else { return filter.holds(for: Array(row)[...]) }
        for value in row where passing[Int(value)] { return !filter.isExcluded }
        return filter.isExcluded
    }
}
