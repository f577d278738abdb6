package import PraticarioCorpus

/// What a sheet said at a time.
package struct SheetState: Equatable, Sendable {
    /// As it is typed.
    package let content: SheetContent
    /// `nil` where it was left out: without a title, or a kind.
    package let entry: Entry?

    package static func == (a: SheetState, b: SheetState) -> Bool { a.content == b.content }
}

package typealias SheetHistory = FileHistory<SheetState>

extension FileHistory<SheetState> {
    /// - Parameters:
    ///   - sheet: as it is found now.
    ///   - folder: that of its files.
    ///   - steps: what was done to `paths(of:)`, the last first.
    package init(
        of sheet: Entry, in folder: KnowledgeBaseFolder, _ vocabularies: Vocabularies, steps: [FileStep]
    ) {
        self.init(of: Self.paths(of: sheet), in: folder, steps: steps) { Self.state(of: sheet, in: $0, vocabularies) }
    }

    /// The files that hold a sheet: of a row its table, and what says which column is what.
    package static func paths(of sheet: Entry) -> [String] {
        let path = sheet.origin.path
        return sheet.origin.row == nil ? [path] : [path, ContentFiles.File.mapPath(ofTable: path)]
    }

    private static func state(
        of sheet: Entry, in files: [String: [UInt8]], _ vocabularies: Vocabularies
    ) -> SheetState? {
        let path = sheet.origin.path
        guard let bytes = files[path] else { return nil }
        guard sheet.origin.row != nil else {
            let entry = ParsedFile(bytes, path: path, vocabularies).sheets.first
            return Record.parse(bytes, path: path).record.map { SheetState(content: SheetContent($0), entry: entry) }
        }
        let map = files[ContentFiles.File.mapPath(ofTable: path)]
        let sheets = ParsedFile(table: bytes, map: map, path: path, vocabularies).sheets
        // Rows move; who has the id is the sheet.
        guard let entry = sheets.first(where: { $0.id == sheet.id }),
            let record = SheetTable.read(bytes, map: map, path: path).records.first(where: {
                $0.origin.row == entry.origin.row
            })
        else { return nil }
        return SheetState(content: SheetContent(record), entry: entry)
    }
}
