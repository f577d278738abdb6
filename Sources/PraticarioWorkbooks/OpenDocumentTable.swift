/// The first table of an OpenDocument spreadsheet (ISO/IEC 26300, `.ods`), as LibreOffice saves it: the texts of its cells
/// as they are shown, dates as ISO 8601 writes them.
package struct OpenDocumentTable: Sendable {
    /// From the first row on, empty ones too, none filled up to the length of another.
    package private(set) var rows: [[String]] = []

    /// More cells than that are no table of sheets.
    private static let cellLimit = 2_000_000
    private var cells = 0

    /// `nil` where the archive is no spreadsheet, is encrypted, or is too large.
    package init?(_ archive: ZipArchive) {
        guard let content = archive.content(of: "content.xml") else { return nil }
        var reader = Reader()
        for event in XMLEvents(content) {
            guard let finished = reader.take(event) else { continue }
            switch finished {
            case .row(let row, let count): guard add(row, count) else { return nil }
            case .table: return
            }
        }
        guard reader.hasTable else { return nil }
    }

    private mutating func add(_ row: [String], _ count: Int) -> Bool {
        // Below the last row LibreOffice repeats an empty one to the end of the sheet.
        let count = row.isEmpty ? min(count, 1_000) : count
        cells += (row.count + 1) * count
        guard cells <= Self.cellLimit else { return false }
        rows += [[String]](repeating: row, count: count)
        return true
    }

    private struct Reader {
        enum Finished {
            case row([String], count: Int)
            case table
        }

        private(set) var hasTable = false
        private var row: [String] = []
        private var rowCount = 1
        private var cell: (text: String, value: String?, count: Int)?
        private var isParagraph = false
        /// Comments hang in cells, and are none of their text.
        private var commentDepth = 0
        /// Empty cells that become real once another follows.
        private var waiting = 0

        mutating func take(_ event: XMLEvents.Event) -> Finished? {
            switch event {
            case .start(let name, let attributes, let isEmpty): return start(name, attributes, isEmpty)
            case .end(let name): return end(name)
            case .text(let text):
                if isParagraph, commentDepth == 0 { cell?.text += text }
                return nil
            }
        }

        private mutating func start(_ name: String, _ attributes: [String: String], _ isEmpty: Bool) -> Finished? {
            switch name {
            case "table:table": hasTable = true
            case "table:table-row" where hasTable:
                (row, waiting) = ([], 0)
                rowCount = Self.count(attributes["table:number-rows-repeated"])
                if isEmpty { return .row([], count: rowCount) }
            case "table:table-cell" where hasTable, "table:covered-table-cell" where hasTable:
                cell = ("", Self.day(attributes), Self.count(attributes["table:number-columns-repeated"]))
                if isEmpty { finishCell() }
            case "office:annotation" where !isEmpty: commentDepth += 1
            case "text:p" where commentDepth == 0:
                if cell?.text.isEmpty == false { cell?.text += "\n" }
                isParagraph = !isEmpty
            case "text:s" where isParagraph:
                cell?.text += String(repeating: " ", count: min(1_000, Self.count(attributes["text:c"])))
            case "text:tab" where isParagraph: cell?.text += "\t"
            case "text:line-break" where isParagraph: cell?.text += "\n"
            default: break
            }
            return nil
        }

        private mutating func end(_ name: String) -> Finished? {
            switch name {
            case "table:table" where hasTable: return .table
            case "table:table-row" where hasTable: return .row(row, count: rowCount)
            case "table:table-cell", "table:covered-table-cell": finishCell()
            case "office:annotation": commentDepth = max(0, commentDepth - 1)
            case "text:p" where commentDepth == 0: isParagraph = false
            default: break
            }
            return nil
        }

        private mutating func finishCell() {
            guard let (text, value, count) = cell else { return }
            cell = nil
            let shown = value ?? text
            if shown.isEmpty {
                waiting += count
            } else {
                // A cell that says something repeats a few times; to the end of the sheet goes its format only.
                row += [String](repeating: "", count: min(waiting, 20_000))
                row += [String](repeating: shown, count: min(count, 20_000))
                waiting = 0
            }
        }

        private static func count(_ text: String?) -> Int {
            max(1, min(text.flatMap { Int($0) } ?? 1, 1 << 24))
        }

        /// `2026-10-01T09:17:42` is written with a space, a day without its midnight.
        private static func day(_ attributes: [String: String]) -> String? {
            guard attributes["office:value-type"] == "date", let value = attributes["office:date-value"] else {
                return nil
            }
            let parts = value.split(separator: "T", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[1].allSatisfy({ "0:.".contains($0) }) else { return parts.first }
            return parts[0] + " " + parts[1].prefix { $0 != "." }
        }
    }
}
