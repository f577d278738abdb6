import PraticarioSystem

/// The files of an index, its segments: a base, and beside it what changed since, in a small one that is made anew each time.
///
/// Both are immutable. A recent segment names the base that it belongs to; beside another base it counts for nothing, so that
/// neither of two renames can be seen without the other.
struct IndexFiles: Equatable, Sendable {
    let base: String
    let recent: String?

    /// Tells whether one of them is another file than before.
    var stamps: [Files.Stamp?] { [Files.stamp(base), recent.flatMap { Files.stamp($0) }] }

    var exist: Bool { Files.type(of: base) == .file }

    func remove() {
        removeRecent()
        Files.remove(base)
    }

    func removeRecent() {
        if let recent { Files.remove(recent) }
    }
}
