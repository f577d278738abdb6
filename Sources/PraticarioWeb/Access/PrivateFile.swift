import PraticarioCorpus
import PraticarioSystem

/// Files of the server that only it reads, in the private folder of a knowledge base.
enum PrivateFile {
    /// Changes one while no other process does; what is written is readable to nobody else.
    ///
    /// - Parameters:
    ///   - file: relative to the knowledge base.
    ///   - change: makes the bytes; `nil` where the file is to go.
    static func change(_ file: String, in folder: KnowledgeBaseFolder, _ change: () throws -> [UInt8]?) throws {
        let place = folder.path(KnowledgeBaseFolder.privateFolder)
        try Files.makeFolder(place, isPrivate: true)
        try Files.ignoreInGit(place)
        guard let lock = try FileLock(folder.path(file + ".lock"), waiting: true) else {
            preconditionFailure("whoever waits for a lock gets it")
        }
        defer { withExtendedLifetime(lock) {} }
        guard let bytes = try change() else { return Files.remove(folder.path(file)) }
        try Files.write(bytes, to: folder.path(file), isPrivate: true)
    }
}
