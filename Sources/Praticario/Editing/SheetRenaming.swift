import Foundation
import ItalianText
import PraticarioCorpus
import PraticarioSystem

/// What renaming a sheet comes to, worked out in memory before anything is written: the sheet itself, and every file that
/// refers to it.
struct SheetRenaming {
    private let old: String
    private let new: String
    private let folder: KnowledgeBaseFolder
    private let vocabularies: Vocabularies
    private let language: Language
    private(set) var changes: [FileChange] = []
    /// Where the sheet is afterwards.
    private(set) var path: String

    /// The files that it changes.
    var files: [String] { changes.filter { $0.before != $0.after }.map(\.path) }

    /// - Throws: `SheetEditProblem`, `FileProblem`.
    init(
        _ entry: Entry, to new: String, in folder: KnowledgeBaseFolder, _ vocabularies: Vocabularies,
        _ language: Language
    ) throws {
        (old, self.new, path) = (entry.id, new, entry.origin.path)
        (self.folder, self.vocabularies, self.language) = (folder, vocabularies, language)
        for file in ContentFiles(in: folder).files { try take(file, own: entry) }
        for collection in CollectionFiles(in: folder).collections { try take(collection) }
        try takeOrigin(of: entry)
    }

    private func names(_ id: String, _ bytes: [UInt8]) -> Bool {
        bytes.firstRange(of: Array(id.utf8)) != nil
    }

    // MARK: Sheets, tables, communities

    private mutating func take(_ file: ContentFiles.File, own entry: Entry) throws {
        let content = try file.content(in: folder)
        let isOwn = file.path == entry.origin.path
        guard isOwn || names(old, content.bytes) || names(new, content.bytes) else { return }
        let before = ParsedFile(content, of: file, vocabularies)
        if before.documents.contains(where: { $0.content.id == new }) { throw SheetEditProblem.taken(new) }
        let referring = before.documents.filter { $0.outline.references.contains { $0.target == old } }
        guard isOwn || !referring.isEmpty else { return }
        var after = content
        if file.kind == .table {
            after = try renamed(rows: referring, own: isOwn ? entry : nil, content, file.path)
        } else {
            after.bytes = try renamed(referring, own: isOwn ? entry : nil, content.bytes, file)
        }
        let path = isOwn ? self.path : file.path
        var moved = file
        moved.path = path
        guard isSame(before, ParsedFile(after, of: moved, vocabularies)) else {
            throw SheetEditProblem.unclear(file.path)
        }
        if path == file.path {
            changes.append(FileChange(path, from: content.bytes, to: after.bytes))
        } else {
            changes.append(FileChange(file.path, from: content.bytes, to: nil))
            changes.append(FileChange(path, from: nil, to: after.bytes))
            try takeFiles(of: entry)
        }
        if let map = content.map {
            changes.append(FileChange(ContentFiles.File.mapPath(ofTable: file.path), from: map, to: after.map))
        }
    }

    private mutating func renamed(
        _ referring: [ParsedDocument], own entry: Entry?, _ bytes: [UInt8], _ file: ContentFiles.File
    ) throws -> [UInt8] {
        guard var text = SheetIDText(bytes) else { throw SheetEditProblem.encoding(file.path) }
        if file.kind == .sheet, let record = Record.parse(bytes, path: file.path).record {
            text.renameLinks(old, to: new, fromLine: record.bodyLine)
        }
        let places = referring.flatMap(\.outline.references).filter { $0.target == old }.map(\.place)
        // From the last to the first, since what stands behind one moves.
        for place in Set(places).sorted().reversed() where place.column > 0 {
            // Links of the text are done.
            if !text.rename(old, to: new, at: place), file.kind != .sheet { throw SheetEditProblem.unclear(file.path) }
        }
        guard let entry else { return text.bytes }
        return try renamed(entry, text.bytes)
    }

    /// The sheet's own file: what it writes as its id, and its name where that is the id.
    private mutating func renamed(_ entry: Entry, _ bytes: [UInt8]) throws -> [UInt8] {
        let old = entry.origin.path
        let name = old.split(separator: "/").last.map(String.init) ?? old
        let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        if name.dropLast(ending.count) == Substring(entry.id) {
            path = old.dropLast(name.count) + new + ending
            guard Files.type(of: folder.path(path)) == nil else { throw SheetEditProblem.taken(new) }
        }
        let writesID = Record.parse(bytes, path: old).record?.fields.contains { FieldName(key: $0.key) == .id } ?? false
        guard writesID || path == old else { return bytes }
        guard var text = SheetFileText(bytes, path: old) else { throw SheetEditProblem.encoding(old) }
        guard text.set(FieldEdit(.id, .text(new)), in: language) else { throw SheetEditProblem.unclear(old) }
        return text.bytes
    }

    private func renamed(
        rows referring: [ParsedDocument], own entry: Entry?, _ content: ContentFiles.Content, _ path: String
    ) throws -> ContentFiles.Content {
        guard var text = TableFileText(content.bytes, map: content.map, path: path) else {
            throw SheetEditProblem.encoding(path)
        }
        for row in referring.compactMap(\.outline.origin.row) {
            guard text.rename(old, to: new, inReferencesOfRow: row) else { throw SheetEditProblem.unclear(path) }
        }
        if let row = entry?.origin.row {
            guard text.set(FieldEdit(.id, .text(new)), row: row, in: language) else {
                throw SheetEditProblem.unclear(path)
            }
        }
        var changed = content
        (changed.bytes, changed.map) = (text.bytes, text.map)
        return changed
    }

    /// Whether two readings of a file differ in the id alone.
    private func isSame(_ before: ParsedFile, _ after: ParsedFile) -> Bool {
        func said(_ id: String) -> String { id == old ? new : id }
        return before.documents.count == after.documents.count
            && before.diagnostics.count { $0.severity == .error } == after.diagnostics.count { $0.severity == .error }
            && zip(before.documents, after.documents).allSatisfy { a, b in
                said(a.content.id) == b.content.id
                    && a.outline.references.map { said($0.target) } == b.outline.references.map(\.target)
                    && a.content.entry?.title == b.content.entry?.title
                    && a.content.entry?.sections.map(\.title) == b.content.entry?.sections.map(\.title)
            }
    }

    // MARK: What is beside them

    /// The folder of a sheet is called as its file.
    private mutating func takeFiles(of entry: Entry) throws {
        for name in try SheetFiles(folder).names(of: entry) {
            let old = SheetFiles.path(name, of: entry.origin)
            let new = SheetFiles.path(name, of: Origin(path: path))
            guard Files.type(of: folder.path(new)) == nil else { throw SheetEditProblem.taken(self.new) }
            let bytes = try Files.read(folder.path(old))
            changes.append(FileChange(old, from: bytes, to: nil))
            changes.append(FileChange(new, from: nil, to: bytes))
        }
    }

    private mutating func take(_ collection: CuratedCollection) throws {
        guard collection.entries.contains(where: { $0.id == old }) || collection.links.contains(where: { $0.id == old })
        else { return }
        let bytes = try Files.read(folder.path(collection.path))
        guard var text = SheetIDText(bytes) else { throw SheetEditProblem.encoding(collection.path) }
        text.renameLinks(old, to: new)
        let after = CuratedCollection.read(text.bytes, path: collection.path).collection
        func said(_ id: String) -> String { id == old ? new : id }
        guard after?.entries.map(\.id) == collection.entries.map({ said($0.id) }),
            after?.links.map(\.id) == collection.links.map({ said($0.id) })
        else { throw SheetEditProblem.unclear(collection.path) }
        changes.append(FileChange(collection.path, from: bytes, to: text.bytes))
    }

    /// An import knows its rows by their ids: what a form said of this one last time is still of this one.
    private mutating func takeOrigin(of entry: Entry) throws {
        guard entry.origin.row != nil else { return }
        let table = entry.origin.path.dropFirst(KnowledgeBaseFolder.tablesFolder.count)
        let path = KnowledgeBaseFolder.originsFolder + table
        guard Files.type(of: folder.path(path)) == .file else { return }
        let bytes = try Files.read(folder.path(path))
        let map = folder.path(ContentFiles.File.mapPath(ofTable: entry.origin.path))
        let columns = Files.type(of: map) == .file ? try Files.read(map) : nil
        guard var text = TableFileText(bytes, map: columns, path: path), let row = text.row(of: old) else { return }
        guard text.set(FieldEdit(.id, .text(new)), row: row, in: language) else { throw SheetEditProblem.unclear(path) }
        changes.append(FileChange(path, from: bytes, to: text.bytes))
    }
}
