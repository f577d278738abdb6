/// Where an entry of a collection goes.
public enum CollectionPosition: Codable, Hashable, Sendable {
    /// Before the first entry.
    case first
    /// After the last entry.
    case last
    /// Before the entry of the sheet with this id.
    case before(String)
    /// After the entry of the sheet with this id.
    case after(String)
}
