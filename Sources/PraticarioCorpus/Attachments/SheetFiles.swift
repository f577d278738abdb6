package import PraticarioSystem

/// A picture or a paper of a sheet that is as it should be.
package struct AttachedFile: Hashable, Sendable {
    /// As the sheet names it.
    package let name: String
    /// Relative to the knowledge base.
    package let path: String
    package let kind: AttachedKind
    /// In bytes.
    package let size: Int
    /// Of a picture.
    package let picture: PictureHead?
}

/// The files that stand beside sheets: for `schede/orto.md` in the folder `schede/orto`, for the rows of
/// `tabelle/pratiche.csv` in `tabelle/pratiche`.
///
/// Nothing is remembered of them: each look tells what is there then.
package struct SheetFiles: Sendable {
    private let folder: KnowledgeBaseFolder

    package init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// Where the files of a sheet are, or of all rows of a table, relative to the knowledge base.
    package static func place(of path: String) -> String {
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        return name.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    }

    package static func path(_ name: String, of origin: Origin) -> String { place(of: origin.path) + "/" + name }

    /// Whether a text can be the name of such a file: of one in the folder itself, on every system.
    package static func isName(_ name: String) -> Bool {
        (1...200).contains(name.utf8.count) && !name.hasPrefix(".") && !name.hasSuffix(".") && !name.hasSuffix(" ")
            && !name.unicodeScalars.contains {
                "/\\:*?\"<>|".unicodeScalars.contains($0)
                    || [.control, .lineSeparator, .paragraphSeparator, .format].contains($0.properties.generalCategory)
            }
    }

    /// What a sheet names, or why it cannot be used.
    package func look(_ name: String, as use: AttachedUse, of origin: Origin) -> Result<AttachedFile, AttachedFault> {
        let path = Self.path(name, of: origin)
        guard Self.isName(name), let stamp = Files.stamp(folder.path(path)) else { return .failure(.missing) }
        guard stamp.size <= use.sizeLimit else { return .failure(.tooLarge(Int(stamp.size))) }
        // A link anywhere on the way could lead out of the knowledge base.
        guard Files.absolute(folder.path(path)) == folder.path(path),
            let source = try? ByteSource(file: folder.path(path))
        else { return .failure(.noFile) }
        return Self.judge(name, path, source, as: use)
    }

    /// The file with its bytes, judged by these; `nil` for what cannot be used.
    package func read(_ name: String, as use: AttachedUse, of origin: Origin) -> (file: AttachedFile, bytes: [UInt8])? {
        guard case .success(let file) = look(name, as: use, of: origin),
            let bytes = try? Files.read(folder.path(file.path)), bytes.count <= use.sizeLimit,
            case .success(let read) = Self.judge(name, file.path, ByteSource(bytes), as: use)
        else { return nil }
        return (read, bytes)
    }

    /// Bytes that would be such a file.
    package static func judge(
        _ name: String, _ path: String, _ source: ByteSource, as use: AttachedUse
    ) -> Result<AttachedFile, AttachedFault> {
        guard source.count <= use.sizeLimit else { return .failure(.tooLarge(source.count)) }
        guard let kind = AttachedKind(source), kind.use == use else {
            return .failure(.otherKind(AttachedKind(source)))
        }
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        guard kind.endings.contains(ending) else { return .failure(.otherEnding(kind)) }
        let picture = PictureHead(kind, source)
        if use == .picture {
            guard let picture else { return .failure(.broken) }
            if picture.isTooLarge { return .failure(.tooManyPoints(picture.width, picture.height)) }
            if picture.tellsMore { return .failure(.tellsMore) }
        }
        return .success(AttachedFile(name: name, path: path, kind: kind, size: source.count, picture: picture))
    }

    /// Those of its pictures that can be shown, each file once.
    package func pictures(of entry: Entry) -> [(picture: Picture, file: AttachedFile)] {
        sound(entry.pictures, \.file, .picture, entry).map { (picture: $0, file: $1) }
    }

    /// Those of its papers that can be given away, each file once.
    package func papers(of entry: Entry) -> [(paper: Attachment, file: AttachedFile)] {
        sound(entry.attachments, \.file, .paper, entry).map { (paper: $0, file: $1) }
    }

    /// The files that are there of a sheet: of one with a file of its own all that stand beside it, of a row those that it
    /// names.
    package func names(of entry: Entry) throws(FileProblem) -> [String] {
        let place = folder.path(Self.place(of: entry.origin.path))
        guard Files.type(of: place) == .folder, Files.absolute(place) == place else { return [] }
        return try Files.list(place).filter { name, type in
            type == .file && !ContentFiles.isDocument(name)
                && (entry.origin.row == nil || entry.files.contains(name))
        }.map(\.name)
    }

    /// Whether anything stands where a file of a sheet would.
    package func isThere(_ name: String, of origin: Origin) throws -> Bool {
        let place = folder.path(Self.place(of: origin.path))
        guard Files.type(of: place) == .folder else { return false }
        // Some systems do not tell large letters from small ones.
        return try Files.list(place).contains { $0.name.lowercased() == name.lowercased() }
    }

    private func sound<Item>(
        _ items: [Item], _ name: (Item) -> String, _ use: AttachedUse, _ entry: Entry
    ) -> [(Item, AttachedFile)] {
        var seen: Set<String> = []
        return items.compactMap { item in
            guard seen.insert(name(item)).inserted,
                case .success(let file) = look(name(item), as: use, of: entry.origin)
            else { return nil }
            return (item, file)
        }
    }
}

extension Entry {
    /// The names of the files beside it.
    package var files: [String] { pictures.map(\.file) + attachments.map(\.file) }
}
