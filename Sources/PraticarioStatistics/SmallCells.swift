/// Hides counts that would tell of single people, and as many others as it takes that nobody gets them back by
/// subtraction from a total.
public enum SmallCells {
    /// Fewer than this are hidden.
    public static let minimum = 5

    /// Which cells of a breakdown are shown, the total of which is shown, too.
    ///
    /// Cells from 1 to 4 are hidden. Where that hides one alone, or so few people that they can be told apart, the smallest
    /// of the others are hidden with them, until those hidden are at least two cells and at least five people; where the
    /// others do not suffice nothing is shown.
    ///
    /// ```swift
    /// SmallCells.shown([12, 3, 7])  // [true, false, false]
    /// SmallCells.shown([12, 0, 7])  // [true, true, true]
    /// ```
    public static func shown(_ counts: [Int]) -> [Bool] {
        var shown = counts.map { $0 == 0 || $0 >= minimum }
        guard shown.contains(false) else { return shown }
        // Nobody of a cell without people can be told apart; but an empty cell that is hidden hides nobody, either.
        let rest = counts.indices.filter { shown[$0] && counts[$0] > 0 }.sorted {
            (counts[$0], $0) < (counts[$1], $1)
        }
        for next in rest where !isSafe(counts, shown) { shown[next] = false }
        return isSafe(counts, shown) ? shown : shown.map { _ in false }
    }

    private static func isSafe(_ counts: [Int], _ shown: [Bool]) -> Bool {
        let hidden = counts.indices.filter { !shown[$0] }
        return hidden.count >= 2 && hidden.map { counts[$0] }.reduce(0, +) >= minimum
    }
}
