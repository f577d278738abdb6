import PraticarioSearch

/// A document that has some of the words that do not only ask, and none that are excluded.
struct Candidate {
    let rowid: Int32
    var standing = Standing(isInPlace: false, hasAllWords: false, isOnSubject: false)
    /// The terms that were found, a bit each.
    let found: UInt64
    /// What its words add up to, see `Ranking.Scorer.add`.
    let words: Double
}
