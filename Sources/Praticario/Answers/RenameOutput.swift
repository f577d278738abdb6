/// `rename --format json`: which sheet has another id, and where that was written.
public struct RenameOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// The id before.
    public let from: String
    /// Whether nothing was written.
    public let dryRun: Bool
    /// The id now.
    public let to: String
    /// The file of the sheet, relative to the knowledge base.
    public let path: String
    /// All files that were changed, in the order of the change.
    public let files: [String]

    /// What `KnowledgeBase.rename` gave, or `previewRename`.
    public init(from: String, to: String, path: String, files: [String], isDryRun: Bool) {
        (self.from, self.to, self.path, self.files, dryRun) = (from, to, path, files, isDryRun)
    }
}
