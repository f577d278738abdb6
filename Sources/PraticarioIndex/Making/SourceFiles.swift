import PraticarioCorpus
import PraticarioSystem

/// The files that give all sheets their meaning, read: the vocabularies and the settings. When the content of one
/// changes, the index is made from nothing.
struct SourceFiles: Sendable {
    struct File: Sendable {
        let path: String
        let stamp: Files.Stamp
        let bytes: [UInt8]
        var digest: Int64 { Digest.of(bytes) }
    }

    static let paths = [KnowledgeBaseFolder.settingsFile] + Vocabularies.File.allCases.map(\.rawValue)

    let files: [File]
    let settings: KnowledgeBaseSettings
    let vocabularies: Vocabularies
    let diagnostics: [Diagnostic]

    init(in folder: KnowledgeBaseFolder) {
        let files = Self.paths.compactMap { path -> File? in
            guard let stamp = Files.stamp(folder.path(path)), let bytes = try? Files.read(folder.path(path)) else {
                return nil
            }
            return File(path: path, stamp: stamp, bytes: bytes)
        }
        func bytes(_ path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
        let settings = KnowledgeBaseSettings.read(
            bytes(KnowledgeBaseFolder.settingsFile) ?? [], path: KnowledgeBaseFolder.settingsFile)
        let vocabularies = Vocabularies.read(
            in: settings.settings.language, rowLicence: settings.settings.licence
        ) { bytes($0.rawValue) }
        self.files = files
        self.settings = settings.settings
        self.vocabularies = vocabularies.vocabularies
        diagnostics = settings.diagnostics + vocabularies.diagnostics
    }
}
