import PraticarioSystem

/// A knowledge base on disk: a folder that holds `praticario.yaml`.
public struct KnowledgeBaseFolder: Codable, Hashable, Sendable {
    /// Absolute, without a slash at the end.
    public let root: String

    /// What makes a folder a knowledge base, relative to it.
    public static let settingsFile = "praticario.yaml"
    /// Sheets, a file each, in folders as people like.
    public static let sheetsFolder = "schede"
    /// Tables, a row a sheet, and beside each what its columns are.
    public static let tablesFolder = "tabelle"
    /// Communities of practice, a file each.
    public static let communitiesFolder = "comunita"
    /// Curated collections, a file each.
    public static let collectionsFolder = "raccolte"

    /// The folder need not exist; a relative path counts from the current folder.
    public init(root: String) {
        self.root = Files.absolute(root)
    }

    /// Found as git finds a repository: `explicit`, else `environment["PRATICARIO_KB"]`, else the nearest folder
    /// from `start`, by default the current folder, upwards that holds `praticario.yaml`. `nil` when there is none.
    public static func find(
        explicit: String?, environment: [String: String], from start: String? = nil
    ) -> KnowledgeBaseFolder? {
        if let chosen = explicit ?? environment["PRATICARIO_KB"].flatMap({ $0.isEmpty ? nil : $0 }) {
            let folder = KnowledgeBaseFolder(root: chosen)
            return folder.exists ? folder : nil
        }
        var path = Files.absolute(start ?? Files.currentFolder)
        while true {
            let folder = KnowledgeBaseFolder(root: path)
            if folder.exists { return folder }
            guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
        }
    }

    /// Whether `praticario.yaml` is there now.
    public var exists: Bool {
        Files.type(of: path(Self.settingsFile)) == .file
    }

    /// The absolute path of what lies in it: `schede/orto.md`.
    public func path(_ relative: String) -> String {
        root == "/" ? "/" + relative : root + "/" + relative
    }

    /// Whether a path, relative to a folder, cannot lead out of it.
    package static func isInside(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }
}
