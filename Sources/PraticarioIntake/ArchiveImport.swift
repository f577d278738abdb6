import Foundation
import PraticarioCorpus
public import Praticario
import PraticarioSystem
import PraticarioWorkbooks

/// What another network's archive brings, the folder or the zip archive that an export as `bundle` is: its sheets as drafts
/// with their pictures and papers, and its collections. What is here already stays as it is.
public struct ArchiveImport: Sendable {
    /// The ids of the sheets that are new here.
    public private(set) var sheets: [String] = []
    /// The ids of the collections that are new here.
    public private(set) var collections: [String] = []
    /// The ids of sheets and collections that are here already.
    public private(set) var present: [String] = []
    /// The files that hold no sheet, or one that cannot be read.
    public private(set) var illegible: [String] = []
    /// What the new sheets and collections are called, by their ids.
    package private(set) var titles: [String: String] = [:]
    private(set) var changes: [FileChange] = []

    /// - Parameter sizeLimit: of what is taken in, in bytes: a small zip archive may unfold to what fills the memory.
    /// - Throws: `ImportProblem`, `FileProblem`.
    init(_ path: String, into snapshot: Snapshot, in folder: KnowledgeBaseFolder, sizeLimit: Int) throws {
        let source = try ArchiveFiles(path)
        var size = 0
        func demandRoom(for more: [FileChange]) throws {
            size += more.reduce(0) { $0 + ($1.after?.count ?? 0) }
            guard size <= sizeLimit else { throw ImportProblem.damaged(path) }
        }
        let known = Set(try snapshot.ids())
        for name in source.names(in: KnowledgeBaseFolder.sheetsFolder) {
            guard let bytes = try source.content(of: name),
                let sheet = ParsedFile(bytes, path: name, snapshot.vocabularies).sheets.first,
                let draft = Self.draft(bytes, name, snapshot.settings.language)
            else {
                illegible.append(name)
                continue
            }
            let place = "\(KnowledgeBaseFolder.sheetsFolder)/\(sheet.id).md"
            let isFree = !known.contains(sheet.id) && !sheets.contains(sheet.id)
            guard isFree, Files.type(of: folder.path(place)) == nil else {
                present.append(sheet.id)
                continue
            }
            sheets.append(sheet.id)
            titles[sheet.id] = sheet.title
            let files = try Self.files(of: sheet, at: name, in: source)
                .filter { Files.type(of: folder.path($0.path)) == nil }
            let new =
                [FileChange(place, from: nil, to: draft)] + files.map { FileChange($0.path, from: nil, to: $0.bytes) }
            try demandRoom(for: new)
            changes += new
        }
        for name in source.names(in: KnowledgeBaseFolder.collectionsFolder) {
            guard let bytes = try source.content(of: name),
                let collection = CuratedCollection.read(bytes, path: name).collection
            else {
                illegible.append(name)
                continue
            }
            let place = "\(KnowledgeBaseFolder.collectionsFolder)/\(collection.id).md"
            guard Files.type(of: folder.path(place)) == nil else {
                present.append(collection.id)
                continue
            }
            collections.append(collection.id)
            titles[collection.id] = collection.title
            let new = FileChange(place, from: nil, to: bytes)
            try demandRoom(for: [new])
            changes.append(new)
        }
    }

    /// The pictures and papers that stand beside a sheet there and are as they should be, with their places here.
    private static func files(
        of sheet: Entry, at path: String, in source: ArchiveFiles
    ) throws -> [(path: String, bytes: [UInt8])] {
        let (there, here) = (SheetFiles.place(of: path), "\(KnowledgeBaseFolder.sheetsFolder)/\(sheet.id)")
        let pictures: [(name: String, use: AttachedUse)] = sheet.pictures.map { ($0.file, .picture) }
        let papers: [(name: String, use: AttachedUse)] = sheet.attachments.map { ($0.file, .paper) }
        var seen: Set<String> = []
        return try (pictures + papers).compactMap { name, use -> (path: String, bytes: [UInt8])? in
            guard SheetFiles.isName(name), seen.insert(name).inserted, source.contains("\(there)/\(name)"),
                let bytes = try source.content(of: "\(there)/\(name)"),
                case .success = SheetFiles.judge(name, "\(here)/\(name)", ByteSource(bytes), as: use)
            else { return nil }
            return ("\(here)/\(name)", bytes)
        }
    }

    /// Whoever keeps this archive decides what is published in it: what the others allowed stays written.
    private static func draft(_ bytes: [UInt8], _ path: String, _ language: Language) -> [UInt8]? {
        guard var text = SheetFileText(bytes, path: path), text.set(.publication(.draft, in: language), in: language)
        else { return nil }
        return text.bytes
    }
}

extension KnowledgeBase {
    /// Takes in the sheets and collections of another network's archive, as drafts. `EditJournal.undo()` takes them out again.
    ///
    /// - Parameters:
    ///   - path: the folder, or the zip archive of one.
    ///   - isDryRun: works out the same and writes nothing.
    /// - Throws: `ImportProblem`, `EditProblem`, `FileProblem`.
    public func importArchive(_ path: String, isDryRun: Bool = false) throws -> ArchiveImport {
        try importArchive(path, isDryRun: isDryRun, sizeLimit: 2 << 30)
    }

    /// - Parameter sizeLimit: of what is taken in, in bytes.
    package func importArchive(_ path: String, isDryRun: Bool, sizeLimit: Int) throws -> ArchiveImport {
        try refresh()
        let found = try ArchiveImport(path, into: snapshot(), in: folder, sizeLimit: sizeLimit)
        guard !isDryRun, !found.changes.isEmpty else { return found }
        try EditJournal(folder).carryOut(found.changes)
        try refresh()
        return found
    }
}

/// The files of an archive, wherever it is: by names relative to where its settings stand.
package struct ArchiveFiles {
    private let folder: String?
    private let zip: ZipArchive?
    /// What stands before all names: whoever packs a folder often packs it whole.
    private let above: String
    private let all: [String]

    /// As many files are gone through.
    private static let limit = 100_000

    /// Whether a path leads to an archive rather than to a spreadsheet.
    package static func isArchive(_ path: String) -> Bool {
        if Files.type(of: path) == .folder { return true }
        guard let bytes = try? Files.read(path), let zip = ZipArchive(bytes) else { return false }
        return isKnowledgeBase(zip)
    }

    static func isKnowledgeBase(_ zip: ZipArchive) -> Bool {
        zip.names.contains { isSettings($0) }
    }

    private static func isSettings(_ name: String) -> Bool {
        name == KnowledgeBaseFolder.settingsFile || name.hasSuffix("/" + KnowledgeBaseFolder.settingsFile)
    }

    /// - Throws: `ImportProblem.noArchive`, `FileProblem`.
    init(_ path: String) throws {
        if Files.type(of: path) == .folder {
            (folder, zip) = (path, nil)
            all = Array(try FileManager.default.subpathsOfDirectory(atPath: path).prefix(Self.limit))
        } else {
            let bytes = try Files.read(path)
            guard let archive = ZipArchive(bytes) else { throw ImportProblem.noArchive(path) }
            (folder, zip) = (nil, archive)
            all = Array(archive.names.prefix(Self.limit))
        }
        guard let settings = all.filter(Self.isSettings).min(by: { $0.utf8.count < $1.utf8.count }) else {
            throw ImportProblem.noArchive(path)
        }
        above = String(settings.dropLast(KnowledgeBaseFolder.settingsFile.count))
    }

    /// The Markdown files below a folder of the archive, by their bytes.
    func names(in folder: String) -> [String] {
        let start = above + folder + "/"
        return all.filter { name in
            name.hasPrefix(start) && name.hasSuffix(".md") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }.map { String($0.dropFirst(above.count)) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func contains(_ name: String) -> Bool { all.contains(above + name) }

    func content(of name: String) throws -> [UInt8]? {
        if let zip { return zip.content(of: above + name) }
        return try folder.map { try Files.read($0 + "/" + above + name) }
    }
}
