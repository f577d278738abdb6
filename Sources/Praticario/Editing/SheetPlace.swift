package import PraticarioCorpus
import PraticarioSystem

/// Which sheet of which file, as the file was at a time.
package struct SheetPlace: Hashable, Sendable {
    package let path: String
    package let id: String

    init(path: String, id: String) {
        (self.path, self.id) = (path, id)
    }

    package init(of sheet: Entry) {
        self.init(path: sheet.origin.path, id: sheet.id)
    }

    package var isRow: Bool { Self.isTable(path) }

    /// The files that hold it: of a row its table, and what says which column is what.
    package var paths: [String] { isRow ? [path, ContentFiles.File.mapPath(ofTable: path)] : [path] }

    private static func isTable(_ path: String) -> Bool {
        path.hasPrefix(KnowledgeBaseFolder.tablesFolder + "/") && path.hasSuffix(".csv")
    }

    private static func isSheet(_ path: String) -> Bool {
        path.hasPrefix(KnowledgeBaseFolder.sheetsFolder + "/") && path.hasSuffix(".md")
    }

    /// Whether it is worth while to look for a sheet in a file: it may have its name from there, from what it says, or from
    /// a cell of a table.
    package static func mayHold(_ id: String, _ path: String, _ bytes: [UInt8]) -> Bool {
        if isTable(path) { return TableFileText.mentions(id, in: bytes) }
        return isSheet(path) && (path.contains(id) || bytes.firstRange(of: Array(id.utf8)) != nil)
    }

    /// The sheets that a file holds; none in one that holds no sheets.
    static func all(in path: String, _ files: [String: [UInt8]], _ vocabularies: Vocabularies) -> [Entry] {
        guard let bytes = files[path] else { return [] }
        if isSheet(path) { return ParsedFile(bytes, path: path, vocabularies).sheets }
        guard isTable(path) else { return [] }
        let map = files[ContentFiles.File.mapPath(ofTable: path)]
        return ParsedFile(table: bytes, map: map, path: path, vocabularies).sheets
    }

    func state(in files: [String: [UInt8]], _ vocabularies: Vocabularies) -> SheetState? {
        guard let bytes = files[path] else { return nil }
        guard isRow else {
            let entry = ParsedFile(bytes, path: path, vocabularies).sheets.first
            return Record.parse(bytes, path: path).record.map {
                SheetState(content: SheetContent($0), entry: entry, file: bytes)
            }
        }
        // Rows move; who has the id is the sheet.
        guard let entry = Self.all(in: path, files, vocabularies).first(where: { $0.id == id }),
            let record = SheetTable.read(bytes, map: files[ContentFiles.File.mapPath(ofTable: path)], path: path)
                .records.first(where: { $0.origin.row == entry.origin.row })
        else { return nil }
        return SheetState(content: SheetContent(record), entry: entry, file: nil)
    }

    /// The sheet that went where this one came into being and says the same but for its name, or nearly: this one, before it
    /// was renamed or moved.
    ///
    /// - Parameters:
    ///   - state: what this one said first.
    ///   - step: by which it came into being, whole.
    ///   - left: what its own files held then.
    func earlier(
        _ state: SheetState, _ step: FileStep, _ left: [String: [UInt8]], in base: KnowledgeBase
    ) -> (place: SheetPlace, files: [String: [UInt8]])? {
        var best: (place: SheetPlace, files: [String: [UInt8]], difference: Int)?
        for path in step.files.keys.sorted() {
            let files = step.before(of: [path, ContentFiles.File.mapPath(ofTable: path)], in: base.folder)
            let sheets = Self.all(in: path, files, base.vocabularies)
            guard !sheets.isEmpty, let after = after(of: path, step, left, base) else { continue }
            for sheet in sheets where !after.contains(sheet.id) {
                let place = SheetPlace(path: path, id: sheet.id)
                let own = files.filter { place.paths.contains($0.key) }
                guard place != self, let said = place.state(in: own, base.vocabularies),
                    let difference = Self.difference(said, state), difference < best?.difference ?? Int.max
                else { continue }
                best = (place, own, difference)
            }
        }
        return best.map { ($0.place, $0.files) }
    }

    /// The ids in a file after a step; `nil` where that is not known.
    private func after(
        of path: String, _ step: FileStep, _ left: [String: [UInt8]], _ base: KnowledgeBase
    ) -> Set<String>? {
        if path == self.path { return Set(Self.all(in: path, left, base.vocabularies).map(\.id)) }
        guard let after = step.files[path]?.after else { return nil }
        guard let after else { return [] }
        var files = step.before(of: [ContentFiles.File.mapPath(ofTable: path)], in: base.folder)
        files[path] = after
        return Set(Self.all(in: path, files, base.vocabularies).map(\.id))
    }

    /// How much two states differ; `nil` where they may well be two sheets.
    private static func difference(_ a: SheetState, _ b: SheetState) -> Int? {
        let differing = b.content.parts(otherThanIn: a.content).filter { $0 != .field(.id) && $0 != .field(.updated) }
        let all = b.content.parts(otherThanIn: SheetContent()).count
        return differing.isEmpty || differing.count * 2 < all ? differing.count : nil
    }
}

extension FileStep {
    /// What some files held before; what the step did not touch, as it is now.
    func before(of paths: [String], in folder: KnowledgeBaseFolder) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in paths {
            if let file = self.files[path] {
                files[path] = file.before
            } else {
                files[path] = (try? FileChange.bytes(path, in: folder)) ?? nil
            }
        }
        return files
    }
}
