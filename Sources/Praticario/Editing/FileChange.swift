package import PraticarioCorpus
package import PraticarioSystem

/// What a command wants to make of one file.
package struct FileChange: Sendable {
    /// Relative to the knowledge base.
    package let path: String
    /// The bytes that the change was worked out from; `nil` where there was no file.
    package let before: [UInt8]?
    /// The bytes that it comes to; `nil` where the file goes.
    package let after: [UInt8]?

    package init(_ path: String, from before: [UInt8]?, to after: [UInt8]?) {
        self.path = path
        self.before = before
        self.after = after
    }

    /// A file takes the place of whatever stands at the path now.
    package init(_ path: String, to after: [UInt8]?, in folder: KnowledgeBaseFolder) throws(FileProblem) {
        self.init(path, from: try Self.bytes(path, in: folder), to: after)
    }

    /// `nil` where there is no file.
    static func bytes(_ path: String, in folder: KnowledgeBaseFolder) throws(FileProblem) -> [UInt8]? {
        Files.type(of: folder.path(path)) == nil ? nil : try Files.read(folder.path(path))
    }

    /// Writes the file, or takes it away.
    static func put(_ bytes: [UInt8]?, at path: String, in folder: KnowledgeBaseFolder) throws(FileProblem) {
        let whole = folder.path(path)
        guard let bytes else { return Files.remove(whole) }
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        if !parent.isEmpty { try Files.makeFolder(folder.path(parent)) }
        try Files.write(bytes, to: whole)
    }
}
