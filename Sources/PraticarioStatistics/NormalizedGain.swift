/// What a group says it learned, of what it could still learn: Hake's normalised gain, g = (post − pre) / (max − pre), on
/// the group means of those who answered both times (Hake 1998, American Journal of Physics 66).
///
/// ```swift
/// NormalizedGain(pairs: [(2, 4), (3, 4)], maximum: 5)?.gain  // 0.6: (4 − 2.5) / (5 − 2.5)
/// ```
public struct NormalizedGain: Codable, Hashable, Sendable {
    /// How many answered both times.
    public let paired: Int
    /// Of those who answered both times, before.
    public let meanBefore: Double
    /// Of those who answered both times, after.
    public let meanAfter: Double
    /// The best answer there is.
    public let maximum: Double
    /// Below 0 where the group answers worse than before; `nil` where it could not answer better: pre = max.
    public let gain: Double?
    /// Between which the gain lies in 95 of 100 resamples of the group (percentile bootstrap, Efron and Tibshirani 1993);
    /// `nil` without a gain, or for fewer than five pairs.
    public let interval: Interval?

    /// From a lower to an upper bound.
    public struct Interval: Codable, Hashable, Sendable {
        /// The 2.5th percentile.
        public let lower: Double
        /// The 97.5th percentile.
        public let upper: Double
    }

    /// Hake's bands.
    public enum Band: String, Codable, CaseIterable, Sendable {
        /// Below 0.
        case negative
        /// Below 0.3.
        case low
        /// From 0.3 to below 0.7.
        case medium
        /// 0.7 or more.
        case high
    }

    /// `nil` without a gain.
    public var band: Band? {
        gain.map { $0 < 0 ? .negative : $0 < 0.3 ? .low : $0 < 0.7 ? .medium : .high }
    }

    static let resamples = 10_000
    static let seed: UInt64 = 20_250_210

    /// - Parameters:
    ///   - pairs: of each respondent who answered both times, before and after, in any order.
    ///   - maximum: the best answer there is.
    /// - Returns: `nil` for no pairs.
    public init?(pairs: [(before: Double, after: Double)], maximum: Double) {
        // In an order of their own: whoever lists respondents otherwise gets the same interval.
        let pairs = pairs.sorted { ($0.before, $0.after) < ($1.before, $1.after) }
        guard let before = Sample.mean(pairs.map(\.before)), let after = Sample.mean(pairs.map(\.after)) else {
            return nil
        }
        paired = pairs.count
        meanBefore = before
        meanAfter = after
        self.maximum = maximum
        gain = Self.gain(before, after, maximum)
        interval = gain == nil || pairs.count < SmallCells.minimum ? nil : Self.interval(of: pairs, maximum)
    }

    private static func gain(_ before: Double, _ after: Double, _ maximum: Double) -> Double? {
        before < maximum ? (after - before) / (maximum - before) : nil
    }

    private static func interval(of pairs: [(before: Double, after: Double)], _ maximum: Double) -> Interval? {
        var random = SeededGenerator(seed: seed)
        var gains: [Double] = []
        gains.reserveCapacity(resamples)
        for _ in 0..<resamples {
            var (before, after) = (0.0, 0.0)
            for _ in pairs {
                let pair = pairs[random.index(below: pairs.count)]
                before += pair.before
                after += pair.after
            }
            // A group that could not answer better has no gain: it is left out, as it would be itself.
            let count = Double(pairs.count)
            if let gain = gain(before / count, after / count, maximum) { gains.append(gain) }
        }
        gains.sort()
        guard let lower = Sample.percentile(0.025, ofSorted: gains),
            let upper = Sample.percentile(0.975, ofSorted: gains)
        else { return nil }
        return Interval(lower: lower, upper: upper)
    }
}
