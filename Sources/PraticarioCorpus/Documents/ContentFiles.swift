package import PraticarioSystem

/// The files that hold the documents of a knowledge base, found by their names.
package struct ContentFiles: Sendable {
    package struct File: Hashable, Sendable {
        /// Relative to the knowledge base.
        package var path: String
        /// Of a table, together with the file beside it.
        package var stamp: Files.Stamp
        package var kind = Kind.sheet

        /// What stands in it.
        package enum Kind: Sendable {
            case sheet, table, community
        }

        /// What says which column of a table is what: `x.yaml` beside `x.csv`.
        package static func mapPath(ofTable path: String) -> String {
            String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)) + ".yaml"
        }

        package func content(in folder: KnowledgeBaseFolder) throws(FileProblem) -> Content {
            let bytes = try Files.read(folder.path(path))
            guard kind == .table else { return Content(bytes: bytes) }
            let map = folder.path(Self.mapPath(ofTable: path))
            return Content(bytes: bytes, map: Files.type(of: map) == .file ? try Files.read(map) : nil)
        }
    }

    package struct Content: Sendable {
        package var bytes: [UInt8]
        /// Of a table.
        package var map: [UInt8]?
    }

    /// By the bytes of their paths.
    package private(set) var files: [File] = []
    /// About folders that cannot be read and files that are no sheets.
    package private(set) var diagnostics: [Diagnostic] = []
    /// The files that stand where those of some sheet stand.
    package private(set) var attached: AttachedFiles
    /// What is no document, until it is known which sheets there are.
    private var others: [(path: String, stamp: Files.Stamp, place: Folder)] = []

    /// Walks the folders in `Folder.all`. Links to files are followed, links to folders are not, so
    /// that no walk goes in circles; hidden files, `README.md`, `LEGGIMI.md` and lock files of office programs are
    /// passed over.
    package init(in folder: KnowledgeBaseFolder) {
        attached = AttachedFiles(folder, [:])
        for place in Folder.all where !place.isOptional || Files.type(of: folder.path(place.name)) != nil {
            walk(place.name, folder, place)
        }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let places = Set(files.filter { $0.kind != .community }.map { SheetFiles.place(of: $0.path) })
        var stamps: [String: Files.Stamp] = [:]
        for other in others {
            if let slash = other.path.lastIndex(of: "/"), places.contains(String(other.path[..<slash])) {
                stamps[other.path] = other.stamp
            } else {
                reportUnexpected(other.path, it: other.place.unexpected.it, en: other.place.unexpected.en)
            }
        }
        attached = AttachedFiles(folder, stamps)
        others = []
    }

    /// Whether a file, by its name in lower case, explains a folder or belongs to an office program.
    package static func isPassedOver(_ name: String) -> Bool {
        ["readme.md", "leggimi.md"].contains(name) || name.hasPrefix("~$") || name.hasSuffix("~")
    }

    /// Whether a file is a sheet, a table or what belongs to one wherever such files stand, by its name.
    package static func isDocument(_ name: String) -> Bool {
        let name = name.lowercased()
        return Folder.all.contains { ($0.endings + $0.besides).contains(where: name.hasSuffix) }
    }

    /// A folder with documents, and what is a document there: names in lower case end in one of some ways.
    private struct Folder {
        let name: String
        /// Whether a knowledge base may do without it.
        let isOptional: Bool
        let kind: File.Kind
        let endings: [String]
        /// Of files that belong to a document and are read with it.
        var besides: [String] = []
        /// Said of all else.
        let unexpected: LocalizedText

        static let all = [
            Folder(
                name: KnowledgeBaseFolder.sheetsFolder, isOptional: false, kind: .sheet, endings: [".md", ".markdown"],
                unexpected: LocalizedText(
                    it: "non è una scheda: le schede sono file di testo con estensione .md",
                    en: "it is no sheet: sheets are text files that end in .md")),
            Folder(
                name: KnowledgeBaseFolder.tablesFolder, isOptional: true, kind: .table, endings: [".csv", ".tsv"],
                besides: [".yaml", ".yml"],
                unexpected: LocalizedText(
                    it: "non è una tabella CSV: un foglio di calcolo si porta qui con `praticario import`",
                    en: "it is no CSV table: a spreadsheet is brought here by `praticario import`")),
            Folder(
                name: KnowledgeBaseFolder.communitiesFolder, isOptional: true, kind: .community,
                endings: [".yaml", ".yml"],
                unexpected: LocalizedText(
                    it: "non è una comunità: qui si leggono solo file .yaml",
                    en: "it is no community: only .yaml files are read here")),
        ]
    }

    private mutating func walk(_ relative: String, _ folder: KnowledgeBaseFolder, _ place: Folder) {
        let items: [(name: String, type: Files.ItemType)]
        do {
            items = try Files.list(folder.path(relative))
        } catch {
            diagnostics.append(.unreadable(relative, error))
            return
        }
        for (name, type) in items {
            let path = relative + "/" + name
            let lower = name.lowercased()
            if type == .folder {
                walk(path, folder, place)
            } else if Self.isPassedOver(lower) {
                continue
            } else if type == .file || Files.type(of: folder.path(path)) == .file {
                take(path, lower, folder, place)
            } else {
                reportUnexpected(
                    path, it: "è un collegamento a una cartella o a nulla: non viene seguito",
                    en: "it is a link to a folder or to nothing: it is not followed")
            }
        }
    }

    private mutating func take(_ path: String, _ name: String, _ folder: KnowledgeBaseFolder, _ place: Folder) {
        if place.besides.contains(where: name.hasSuffix) { return }
        guard var stamp = Files.stamp(folder.path(path)) else { return reportNameless(path) }
        guard place.endings.contains(where: name.hasSuffix) else { return others.append((path, stamp, place)) }
        if place.kind == .table, let map = Files.stamp(folder.path(File.mapPath(ofTable: path))) {
            stamp = stamp.joined(with: map)
        }
        files.append(File(path: path, stamp: stamp, kind: place.kind))
    }

    /// A name that is not UTF-8 leads to no file.
    private mutating func reportNameless(_ path: String) {
        let reason = "il nome non è in UTF-8 / the name is not UTF-8"
        diagnostics.append(.unreadable(path, FileProblem(path: path, reason: reason)))
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
