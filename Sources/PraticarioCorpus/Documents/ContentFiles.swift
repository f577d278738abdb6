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
        package enum Kind: UInt8, Sendable {
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

    package private(set) var list = FileList()
    /// By the bytes of their paths; made of the list each time.
    package var files: [File] { list.files }
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
        let places = Folder.all.filter { !$0.isOptional || Files.type(of: folder.path($0.name)) != nil }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var parts: [Part] = []
        for place in places { walk(place.name, folder, place, &parts) }
        // To begin a thread costs more than to look at few files.
        let areFew = parts.reduce(0) { $0 + $1.range.count } < Part.most
        let all = Cores.$most.withValue(areFew ? 1 : Cores.most) { parallelMap(parts) { Found($0, in: folder) } }
        for found in all {
            list.append(contentsOf: found.list)
            diagnostics += found.diagnostics
            others += found.others
        }
        let folders = list.places(among: Set(others.compactMap { Self.folder(of: $0.path) }))
        var stamps: [String: Files.Stamp] = [:]
        for other in others {
            if let place = Self.folder(of: other.path), folders.contains(place) {
                stamps[other.path] = other.stamp
            } else {
                let unexpected = other.place.unexpected
                diagnostics.append(.unexpected(other.path, it: unexpected.it, en: unexpected.en))
            }
        }
        attached = AttachedFiles(folder, stamps)
        others = []
    }

    private static func folder(of path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
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
    private struct Folder: Sendable {
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

    /// Some items of one folder, in the order of all paths.
    private struct Part: Sendable {
        let path: String
        let place: Folder
        let items: FolderItems
        let range: Range<Int>

        /// As many are looked at on one thread.
        static let most = 1_000
    }

    /// Folders are read one after the other, their files looked at on all cores.
    private mutating func walk(_ path: String, _ folder: KnowledgeBaseFolder, _ place: Folder, _ parts: inout [Part]) {
        let items: FolderItems
        do {
            items = try FolderItems(of: folder.path(path))
        } catch {
            diagnostics.append(.unreadable(path, error))
            return
        }
        var first = 0
        func add(upTo end: Int) {
            if first < end { parts.append(Part(path: path, place: place, items: items, range: first..<end)) }
            first = end
        }
        for index in 0..<items.count {
            if items.type(index) == .folder {
                add(upTo: index)
                first = index + 1
                walk(path + "/" + items.name(index), folder, place, &parts)
            } else if index - first == Part.most {
                add(upTo: index)
            }
        }
        add(upTo: items.count)
    }

    /// What a part of a folder holds.
    private struct Found: Sendable {
        var list = FileList()
        var diagnostics: [Diagnostic] = []
        var others: [(path: String, stamp: Files.Stamp, place: Folder)] = []

        init(_ part: Part, in folder: KnowledgeBaseFolder) {
            let (items, place) = (part.items, part.place)
            let endings = place.endings.map { Array($0.utf8) }
            var inside = part.path + "/"
            inside.withUTF8 { inside in
                items.withStamps(in: folder.path(part.path)) { stamp in
                    for index in part.range {
                        // A table is read with the file beside it.
                        if items.type(index) == .file, place.kind != .table,
                            items.withName(index, { Self.isPlain($0, endings) }), let stamp = stamp(index)
                        {
                            items.withName(index) { list.append(UnsafeRawBufferPointer(inside), $0, place.kind, stamp) }
                        } else {
                            take(part.path + "/" + items.name(index), items.type(index), folder, place)
                        }
                    }
                }
            }
        }

        /// Whether a name is that of a document, seen from its bytes alone: nearly all are.
        private static func isPlain(_ name: UnsafeRawBufferPointer, _ endings: [[UInt8]]) -> Bool {
            func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
            guard name.allSatisfy({ $0 < 0x80 }), name.first != UInt8(ascii: "~"),
                endings.contains(where: { ending in
                    name.count > ending.count && zip(name.suffix(ending.count), ending).allSatisfy { lowered($0) == $1 }
                })
            else { return false }
            return name.count > 10 || !ContentFiles.isPassedOver(String(decoding: name, as: UTF8.self).lowercased())
        }

        private mutating func take(
            _ path: String, _ type: Files.ItemType, _ folder: KnowledgeBaseFolder, _ place: Folder
        ) {
            let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...].lowercased()
            if ContentFiles.isPassedOver(name) { return }
            guard type == .file || Files.type(of: folder.path(path)) == .file else {
                return diagnostics.append(
                    .unexpected(
                        path, it: "è un collegamento a una cartella o a nulla: non viene seguito",
                        en: "it is a link to a folder or to nothing: it is not followed"))
            }
            if place.besides.contains(where: name.hasSuffix) { return }
            // A name that is not UTF-8 leads to no file.
            guard var stamp = Files.stamp(folder.path(path)) else {
                let reason = "il nome non è in UTF-8 / the name is not UTF-8"
                return diagnostics.append(.unreadable(path, FileProblem(path: path, reason: reason)))
            }
            guard place.endings.contains(where: name.hasSuffix) else { return others.append((path, stamp, place)) }
            if place.kind == .table, let map = Files.stamp(folder.path(File.mapPath(ofTable: path))) {
                stamp = stamp.joined(with: map)
            }
            list.append(File(path: path, stamp: stamp, kind: place.kind))
        }
    }
}

extension Diagnostic {
    fileprivate static func unexpected(_ path: String, it: String, en: String) -> Diagnostic {
        Diagnostic(.unexpectedFile, path: path, message: LocalizedText(it: it, en: en))
    }

    static func unreadable(_ path: String, _ problem: FileProblem) -> Diagnostic {
        Diagnostic(
            .unreadableFile, path: path,
            message: LocalizedText(
                it: "non si può leggere (\(problem.reason)): controlla che esista e che tu ne abbia il permesso",
                en: "it cannot be read (\(problem.reason)): check that it exists and that you may read it"))
    }
}
