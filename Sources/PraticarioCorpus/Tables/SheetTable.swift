import ItalianText
import PraticarioSystem

/// A spreadsheet saved as text, with each row as the record of a sheet.
package struct SheetTable: Sendable {
    package let text: CSVText
    package let map: TableMap
    /// In the order of the rows.
    package let records: [Record]
    package let diagnostics: [Diagnostic]

    /// A table of more bytes than this is left out.
    package static let sizeLimit = 16 << 20

    private static func oversized(_ path: String) -> SheetTable {
        let message = LocalizedText(
            it:
                "la tabella supera i 16 MB e resta fuori: dividila, o controlla che non abbia righe o immagini di troppo",
            en: "the table is larger than 16 MB and is left out: divide it")
        return SheetTable(
            text: CSVText.read([], path: path).text, map: TableMap(), path: path,
            diagnostics: [Diagnostic(.oversizedFile, path: path, message: message)])
    }

    /// Reads a table with the file that says which column is what; without one the headings are guessed, and told.
    package static func read(_ bytes: [UInt8], map mapBytes: [UInt8]?, path: String) -> SheetTable {
        guard bytes.count <= sizeLimit else { return oversized(path) }
        let mapPath = ContentFiles.File.mapPath(ofTable: path)
        let read = mapBytes.map { TableMap.read($0, path: mapPath) }
        var (text, diagnostics) = CSVText.read(bytes, path: path) { HeaderRow.index(in: $0, map: read?.map) }
        text = text.unguarded
        let headings = text.rows.first?.cells ?? []
        let map: TableMap
        if let read {
            map = read.map
            diagnostics += read.diagnostics + check(map, text.rows.first, path: path, mapPath: mapPath)
        } else {
            map = TableMap(columns: HeadingGuess.columns(headings))
            let message = LocalizedText(
                it: "manca \(mapPath), che dice quale colonna è che cosa: si va a intuito dai titoli delle colonne",
                en: "\(mapPath), which says what each column is, is missing: the headings are guessed")
            diagnostics.append(Diagnostic(.missingColumnMap, path: path, message: message))
        }
        return SheetTable(text: text, map: map, path: path, diagnostics: diagnostics)
    }

    /// A table whose columns are known.
    package init(text: CSVText, map: TableMap, path: String, diagnostics: [Diagnostic] = []) {
        self.text = text
        self.map = map
        let reader = TableRowReader(headings: text.rows.first?.cells ?? [], map: map, path: path)
        records = text.rows.dropFirst().compactMap(reader.record)
        self.diagnostics = diagnostics
    }

    private static func check(_ map: TableMap, _ header: CSVRow?, path: String, mapPath: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let headings = header?.cells ?? []
        let lookup = map.lookup
        for (index, heading) in headings.enumerated()
        where lookup.target(of: heading) == nil && !heading.trimmingSpaces().isEmpty
            && !TableHeading.isProblem(heading)
        {
            let message = LocalizedText(
                it: "la colonna «\(heading)» non è in \(mapPath) e non viene letta: aggiungila, con - se va bene così",
                en: "the column “\(heading)” is not in \(mapPath) and is not read: add it, with - if that is right")
            diagnostics.append(
                Diagnostic(
                    .unmappedColumn, path: path, at: TextPlace(row: header?.number ?? 1, column: index + 1),
                    message: message,
                    excerpt: heading))
        }
        let present = Set(headings.map { FieldName.normalized($0.trimmingSpaces()) })
        for column in map.columns
        where column.target != .ignored && !present.contains(FieldName.normalized(column.heading)) {
            let message = LocalizedText(
                it: "nella tabella non c'è una colonna «\(column.heading)»",
                en: "the table has no column “\(column.heading)”")
            diagnostics.append(Diagnostic(.missingColumn, path: mapPath, at: column.place, message: message))
        }
        return diagnostics
    }
}
