/// A part of a sheet's body: a heading of level 1 or 2 and what follows it, up to the next one. Internal notes are parts of
/// their own at whatever level.
public struct EntrySection: Codable, Hashable, Sendable {
    /// The heading as plain text; empty for what stands before the first heading.
    public var title: String
    /// The line of the file on which the section begins.
    public var line: Int
    /// The text without any markup, blocks separated by a newline.
    public var text: String

    /// What stands under one heading.
    public init(title: String, line: Int, text: String) {
        self.title = title
        self.line = line
        self.text = text
    }
}
