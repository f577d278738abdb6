extension Collection {
    /// The first `count` elements in an order, sorted: most of a long answer is never shown and need not be sorted.
    func first(_ count: Int, by precedes: (Element, Element) -> Bool) -> [Element] {
        // Where much of it is wanted, sorting all of it costs less.
        guard count < self.count / 8 else { return Array(sorted(by: precedes).prefix(count)) }
        var best: [Element] = []
        best.reserveCapacity(count + 1)
        for element in self {
            if best.count == count {
                guard let last = best.last, precedes(element, last) else { continue }
                best.removeLast()
            }
            best.insert(element, at: best.firstIndexInOrder { precedes(element, $0) })
        }
        return best
    }
}
