/// Why nothing was exported, where neither the disk nor a program is at fault.
public enum ExportProblem: Error, Sendable {
    /// The knowledge base keeps its own files there.
    case ownFolder(String)
    /// A program ended well and made no document.
    case noDocument(program: String)
    /// The entry of a sheet that must not leave cannot be taken out of the collection's file.
    case inseparable(String, path: String)
}
