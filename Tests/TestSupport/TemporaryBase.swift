import Foundation
public import PraticarioCorpus
import PraticarioSystem

/// A knowledge base in a temporary folder, with the vocabularies of the small world.
public final class TemporaryBase: Sendable {
    public let folder: KnowledgeBaseFolder

    public init() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        for name in ["", "/vocabolari", "/schede"] { try Files.makeFolder(path + name) }
        folder = KnowledgeBaseFolder(root: path)
        try write(SmallWorld.settings, to: "praticario.yaml")
        try write(SmallWorld.themes, to: "vocabolari/temi.yaml")
        try write(SmallWorld.targetGroups, to: "vocabolari/destinatari.yaml")
        try write(SmallWorld.areas, to: "vocabolari/aree.yaml")
        try write(SmallWorld.territories, to: "vocabolari/territori.tsv")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder.root)
    }

    /// Writes a file, making its folder where it is missing.
    public func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

    public func write(_ bytes: [UInt8], to path: String) throws {
        let parts = path.split(separator: "/").dropLast()
        if !parts.isEmpty { try Files.makeFolder(folder.path(parts.joined(separator: "/"))) }
        try Files.write(bytes, to: folder.path(path))
    }

    public func remove(_ path: String) {
        Files.remove(folder.path(path))
    }
}
