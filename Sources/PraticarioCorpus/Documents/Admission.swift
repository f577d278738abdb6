/// Which documents are let in, asked of one after the other in the order of their origins: of a repeated id the first; of a
/// file that is out, no part.
package struct Admission: Sendable {
    package private(set) var accepted: Set<Origin> = []
    /// By id.
    private(set) var origins: [String: Origin] = [:]

    package enum Verdict: Hashable, Sendable {
        case accepted
        /// Its id is that of a document which is in.
        case repeats(Origin)
        /// The file of which it is a part is out.
        case partOfNone
    }

    package init() {}

    package mutating func verdict(_ outline: DocumentOutline) -> Verdict {
        if let whole = outline.origin.whole, !accepted.contains(whole) { return .partOfNone }
        if let other = origins[outline.id] { return .repeats(other) }
        origins[outline.id] = outline.origin
        accepted.insert(outline.origin)
        return .accepted
    }
}
