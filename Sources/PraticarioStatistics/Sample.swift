/// Means and percentiles of numbers.
enum Sample {
    /// `nil` for no numbers.
    static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// The percentile of sorted numbers, interpolated linearly between neighbours (type 7 of Hyndman and Fan 1996, as
    /// numpy and R compute it); `nil` for no numbers.
    ///
    /// - Parameter share: from 0 to 1.
    static func percentile(_ share: Double, ofSorted values: [Double]) -> Double? {
        guard let last = values.indices.last else { return nil }
        let place = share * Double(last)
        let low = Int(place.rounded(.down))
        let high = min(low + 1, last)
        return values[low] + (values[high] - values[low]) * (place - Double(low))
    }
}
