extension RandomAccessCollection where Element: Comparable {
    /// The index of an element among elements in ascending order; `nil` where it is not there.
    func indexInOrder(of element: Element) -> Index? {
        let index = firstIndexInOrder { $0 >= element }
        return index < endIndex && self[index] == element ? index : nil
    }
}

extension RandomAccessCollection {
    /// The index of the first element that something is said of, in an order in which it is said of all behind it, too; the end
    /// where it is said of none.
    func firstIndexInOrder(where isBehind: (Element) throws -> Bool) rethrows -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if try isBehind(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
