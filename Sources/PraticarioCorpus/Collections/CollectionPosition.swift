/// Where an entry of a collection goes.
public enum CollectionPosition: Codable, Hashable, Sendable {
    /// Before the first entry, after the last one.
    case first, last
    /// Before, or after, the entry of the sheet with this id.
    case before(String)
    case after(String)
}
