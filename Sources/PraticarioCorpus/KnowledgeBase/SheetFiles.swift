/// The sheets of a folder, found by their names.
public struct SheetFiles: Sendable {
    public struct File: Hashable, Sendable {
        /// Relative to the knowledge base.
        public var path: String
        public var stamp: Files.Stamp
    }

    /// By the bytes of their paths.
    public private(set) var files: [File] = []
    /// About folders that cannot be read and files that are no sheets.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Walks `schede/`. Links to files are followed, links to folders are not, so that no walk goes in circles;
    /// hidden files, `README.md`, `LEGGIMI.md` and lock files of office programs are passed over.
    public init(in folder: KnowledgeBaseFolder) {
        walk(KnowledgeBaseFolder.sheetsFolder, folder)
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private mutating func walk(_ relative: String, _ folder: KnowledgeBaseFolder) {
        let items: [(name: String, type: Files.ItemType)]
        do {
            items = try Files.list(folder.path(relative))
        } catch {
            diagnostics.append(.unreadable(relative, error))
            return
        }
        for (name, type) in items {
            let path = relative + "/" + name
            if type == .folder {
                walk(path, folder)
            } else if type == .file || Files.type(of: folder.path(path)) == .file {
                take(path, name: name, folder)
            } else {
                reportUnexpected(
                    path, it: "è un collegamento a una cartella o a nulla: non viene seguito",
                    en: "it is a link to a folder or to nothing: it is not followed")
            }
        }
    }

    private mutating func take(_ path: String, name: String, _ folder: KnowledgeBaseFolder) {
        let lower = name.lowercased()
        if ["readme.md", "leggimi.md"].contains(lower) || lower.hasPrefix("~$") || lower.hasSuffix("~") { return }
        guard lower.hasSuffix(".md") || lower.hasSuffix(".markdown") else {
            reportUnexpected(
                path, it: "non è una scheda: le schede sono file di testo con estensione .md",
                en: "it is no sheet: sheets are text files that end in .md")
            return
        }
        if let stamp = Files.stamp(folder.path(path)) { files.append(File(path: path, stamp: stamp)) }
    }

    private mutating func reportUnexpected(_ path: String, it: String, en: String) {
        diagnostics.append(Diagnostic(.unexpectedFile, path: path, message: LocalizedText(it: it, en: en)))
    }
}

extension Diagnostic {
    static func unreadable(_ path: String, _ problem: FileProblem) -> Diagnostic {
        Diagnostic(
            .unreadableFile, path: path,
            message: LocalizedText(
                it: "non si può leggere (\(problem.reason)): controlla che esista e che tu ne abbia il permesso",
                en: "it cannot be read (\(problem.reason)): check that it exists and that you may read it"))
    }
}
