import PraticarioCorpus
import PraticarioSystem

/// Changes of several sheets, worked out in memory before anything is written.
struct SheetEdits {
    private let folder: KnowledgeBaseFolder
    private let vocabularies: Vocabularies
    private let language: Language
    private var before: [String: [UInt8]?] = [:]
    private var after: [String: [UInt8]?] = [:]
    /// Of the files as they stand now, which an index may not know yet.
    private var sheets: [String: [Entry]] = [:]

    init(_ folder: KnowledgeBaseFolder, _ vocabularies: Vocabularies, _ language: Language) {
        self.folder = folder
        self.vocabularies = vocabularies
        self.language = language
    }

    /// Sorted by path.
    var changes: [FileChange] {
        after.keys.sorted().map { FileChange($0, from: before[$0] ?? nil, to: after[$0] ?? nil) }
    }

    /// The sheet as its file says it now.
    ///
    /// - Throws: `EditProblem.changedMeanwhile` where the file has lost it.
    mutating func current(_ entry: Entry) throws -> Entry {
        let path = entry.origin.path
        if sheets[path] == nil { sheets[path] = try parsed(path)?.sheets ?? [] }
        guard let found = sheets[path]?.first(where: { $0.id == entry.id }) else {
            throw EditProblem.changedMeanwhile(path)
        }
        return found
    }

    mutating func set(_ edit: FieldEdit, of entry: Entry) throws {
        let path = entry.origin.path
        let bytes = try bytes(path) ?? []
        guard let row = entry.origin.row else {
            guard var text = SheetFileText(bytes, path: path) else { throw SheetEditProblem.encoding(path) }
            guard text.set(edit, in: language) else { throw SheetEditProblem.unclear(path) }
            after[path] = text.bytes
            return
        }
        let mapPath = ContentFiles.File.mapPath(ofTable: path)
        guard var text = TableFileText(bytes, map: try self.bytes(mapPath), path: path) else {
            throw SheetEditProblem.encoding(path)
        }
        guard text.set(edit, row: row, in: language) else { throw SheetEditProblem.unclear(path) }
        after[path] = text.bytes
        after[mapPath] = text.map
    }

    /// Writes what some parts of a sheet say.
    mutating func set(_ parts: [SheetContent.Part], to content: SheetContent, of entry: Entry) throws {
        let path = entry.origin.path
        for part in parts {
            if case .field(let field) = part {
                try set(FieldEdit(field, content[part]), of: entry)
                continue
            }
            let typed = if case .text(let text) = content[part] { text } else { "" }
            let bytes = try bytes(path) ?? []
            if let row = entry.origin.row {
                let mapPath = ContentFiles.File.mapPath(ofTable: path)
                guard var text = TableFileText(bytes, map: try self.bytes(mapPath), path: path) else {
                    throw SheetEditProblem.encoding(path)
                }
                guard text.set(part, to: typed, row: row, in: language) else { throw SheetEditProblem.unclear(path) }
                (after[path], after[mapPath]) = (text.bytes, text.map)
            } else {
                guard var text = SheetFileText(bytes, path: path) else { throw SheetEditProblem.encoding(path) }
                guard text.set(part, to: typed) else { throw SheetEditProblem.unclear(path) }
                after[path] = text.bytes
            }
        }
        // A row says some things in another way than a file, and some not at all.
        guard let written = try record(of: entry.origin).map({ SheetContent($0) }) else {
            throw SheetEditProblem.unclear(path)
        }
        let fields = parts.filter { if case .field = $0 { true } else { false } }
        guard fields.allSatisfy({ written[$0].saysTheSame(as: content[$0]) }) else {
            throw SheetEditProblem.unclear(path)
        }
    }

    /// A sheet that is not there yet.
    mutating func begin(_ content: SheetContent, at path: String) throws {
        guard try bytes(path) == nil else { throw EditProblem.changedMeanwhile(path) }
        after[path] = SheetFileText.new(content, in: language)
    }

    /// The sheet as it is typed, after the changes so far.
    mutating func record(of origin: Origin) throws -> Record? {
        guard let bytes = try bytes(origin.path) else { return nil }
        guard let row = origin.row else { return Record.parse(bytes, path: origin.path).record }
        let map = try self.bytes(ContentFiles.File.mapPath(ofTable: origin.path))
        return SheetTable.read(bytes, map: map, path: origin.path).records.first { $0.origin.row == row }
    }

    /// What is wrong with a file after the changes so far, and the sheets in it.
    mutating func file(at path: String) throws -> ParsedFile? { try parsed(path) }

    /// With the files that only this sheet has. Rows of one table must come from the last to the first, since those below
    /// move up.
    mutating func remove(_ entry: Entry) throws {
        let path = entry.origin.path
        let others = (try parsed(path)?.sheets ?? []).filter { $0.id != entry.id }.flatMap(\.files)
        for name in try SheetFiles(folder).names(of: entry) where !others.contains(name) {
            try setFile(name, to: nil, of: entry.origin)
        }
        let bytes = try bytes(path) ?? []
        guard let row = entry.origin.row else {
            after[path] = .some(nil)
            return
        }
        guard var text = TableFileText(bytes, map: nil, path: path) else { throw SheetEditProblem.encoding(path) }
        guard text.remove(row: row) else { throw SheetEditProblem.unclear(path) }
        after[path] = text.bytes
    }

    /// A picture or a paper beside a sheet; `nil` takes it away.
    mutating func setFile(_ name: String, to new: [UInt8]?, of origin: Origin) throws {
        let path = SheetFiles.path(name, of: origin)
        guard Files.absolute(folder.path(path)) == folder.path(path) else { throw SheetEditProblem.unclear(path) }
        _ = try bytes(path)
        after[path] = .some(new)
    }

    /// Whether a sheet names a file, after the changes so far; of a table any row.
    mutating func isNamed(_ file: String, beside origin: Origin) throws -> Bool {
        (try parsed(origin.path)?.sheets ?? []).contains { $0.files.contains(file) }
    }

    /// The sheet as it will be, with what is wrong with it.
    func result(_ entry: Entry) throws -> (entry: Entry, errors: [Diagnostic]) {
        let path = entry.origin.path
        var copy = self
        guard let file = try copy.parsed(path),
            let found = file.sheets.first(where: { $0.id == entry.id && $0.origin == entry.origin })
        else { throw SheetEditProblem.unclear(path) }
        let errors = file.diagnostics.filter { problem in
            guard problem.severity == .error else { return false }
            return entry.origin.row == nil || (problem.place?.isCell == true && problem.place?.line == entry.origin.row)
        }
        return (found, errors)
    }

    private mutating func parsed(_ path: String) throws -> ParsedFile? {
        guard let bytes = try bytes(path) else { return nil }
        guard path.hasPrefix(KnowledgeBaseFolder.tablesFolder + "/") else {
            return ParsedFile(bytes, path: path, vocabularies)
        }
        let map = try self.bytes(ContentFiles.File.mapPath(ofTable: path))
        return ParsedFile(table: bytes, map: map, path: path, vocabularies)
    }

    /// As they are after the changes so far; `nil` where there is no file.
    private mutating func bytes(_ path: String) throws -> [UInt8]? {
        if let changed = after[path] { return changed }
        if let known = before[path] { return known }
        let bytes = try FileChange.bytes(path, in: folder)
        before[path] = .some(bytes)
        return bytes
    }
}
