import PraticarioCorpus
import PraticarioReport
import PraticarioSystem
import PraticarioWorkbooks

/// A report as a spreadsheet (.xlsx): a worksheet for each of its tables, those of pictures and annexes too, and one that
/// says what they are.
///
/// Tables of one name that every chapter has are one worksheet, with the community in its first column: so programs can
/// count across communities.
struct ReportWorkbook {
    private let words: ReportWords

    init(_ words: ReportWords) {
        self.words = words
    }

    /// A worksheet.
    struct Part {
        let name: String
        var header: [String]
        var rows: [[DocumentBlock.Table.Cell]]
    }

    /// Writes the file, in place of the one that is there; where it fails, that one stays as it was.
    func write(to path: String) throws(FileProblem) {
        let workbook = try Workbook(path, title: words.title, isStreaming: true)
        var taken: Set<String> = []
        for part in parts { try write(part, workbook.addWorksheet(Self.sheetName(part.name, &taken))) }
        try writeInformation(workbook.addWorksheet(Self.sheetName(words.say("Informazioni", "About"), &taken)))
        try workbook.close()
    }

    /// In the order of the report.
    var parts: [Part] {
        let report = words.report
        var parts: [Part] = []
        for (name, table) in Self.tables(in: ReportOpening(words).blocks) { Self.add(table, name, nil, to: &parts) }
        let community = words.say("Comunità", "Community")
        var ofChapters: [Part] = []
        for chapter in report.chapters {
            for (name, table) in Self.tables(in: ReportChapter(chapter, words).blocks) {
                Self.add(table, name, (community, chapter.community.title), to: &ofChapters)
            }
        }
        parts += ofChapters
        for (name, table) in Self.tables(in: ReportClosing(words).blocks) { Self.add(table, name, nil, to: &parts) }
        return parts
    }

    /// Each with its own name, or that of the heading above it.
    private static func tables(in blocks: [DocumentBlock]) -> [(name: String, table: DocumentBlock.Table)] {
        var heading = ""
        return blocks.compactMap { block in
            switch block {
            case .heading(let found):
                heading = found.text
                return nil
            case .table(let table): return (table.caption ?? heading, table)
            case .figure(let figure): return (figure.title, figure.data)
            default: return nil
            }
        }
    }

    /// A column that a table of another chapter does not have is empty there.
    private static func add(
        _ table: DocumentBlock.Table, _ name: String, _ subject: (heading: String, text: String)?,
        to parts: inout [Part]
    ) {
        let first = subject.map { [$0.heading] } ?? []
        let index = parts.firstIndex { subject != nil && $0.name == name } ?? parts.count
        if index == parts.count { parts.append(Part(name: name, header: first, rows: [])) }
        let new = table.header.filter { !parts[index].header.contains($0) }
        parts[index].header += new
        for place in parts[index].rows.indices { parts[index].rows[place] += new.map { _ in .init("") } }
        let header = parts[index].header
        for cells in table.rows {
            var row = header.map { _ in DocumentBlock.Table.Cell("") }
            if let subject { row[0] = .init(subject.text) }
            for (heading, cell) in zip(table.header, cells) { row[header.firstIndex(of: heading) ?? 0] = cell }
            parts[index].rows.append(row)
        }
    }

    /// Up to 31 characters, none of those that spreadsheets forbid, none twice whatever the case.
    private static func sheetName(_ name: String, _ taken: inout Set<String>) -> String {
        let allowed = name.map { "[]:*?/\\'".contains($0) ? " " : String($0) }.joined()
            .split(separator: " ").joined(separator: " ")
        var (short, number) = (String(allowed.prefix(31)).trimmingSpaces(), 2)
        while !taken.insert(short.lowercased()).inserted {
            short = String(allowed.prefix(27)).trimmingSpaces() + " \(number)"
            number += 1
        }
        return short
    }

    // MARK: Writing

    private func write(_ part: Part, _ worksheet: Worksheet) throws(FileProblem) {
        let widths = part.header.indices.map { column in
            let longest = ([part.header[column]] + part.rows.map { $0[column].text }).map(\.count).max() ?? 0
            return Double(min(max(longest + 2, 9), 48))
        }
        for (number, heading) in part.header.enumerated() {
            try worksheet.setColumns(number...number, width: widths[number])
            try worksheet.write(heading, row: 0, column: number, style: .heading)
        }
        try worksheet.setHeight(row: 0, for: Array(zip(part.header, widths)))
        worksheet.freeze(rows: 1, columns: 1)
        for (index, cells) in part.rows.enumerated() {
            try worksheet.setHeight(row: index + 1, for: Array(zip(cells.map(\.text), widths)), limit: 120)
            for (number, cell) in cells.enumerated() {
                if let value = cell.number {
                    let style: CellStyle =
                        value == value.rounded() && !cell.text.contains { ",.".contains($0) } ? .integer : .decimal
                    try worksheet.write(value, row: index + 1, column: number, style: style)
                } else if !cell.text.isEmpty {
                    try worksheet.write(cell.text, row: index + 1, column: number)
                }
            }
        }
        let cells = CellRange(rows: 0...part.rows.count, columns: 0...part.header.count - 1)
        try worksheet.filter(cells)
        try worksheet.print(headingRows: 1)
        try worksheet.expectNumbersAsText(in: cells)
    }

    private func writeInformation(_ worksheet: Worksheet) throws(FileProblem) {
        let widths = [24.0, 90]
        for (number, width) in widths.enumerated() { try worksheet.setColumns(number...number, width: width) }
        try worksheet.write(words.title, row: 0, column: 0, style: .title)
        try worksheet.setHeight(row: 0, for: [], style: .title)
        let notes: [(String, String?)] = [
            (words.say("Attenzione", "Mind"), words.isExample ? words.exampleMark : nil),
            (words.say("Ringraziamento", "Acknowledgement"), words.acknowledgement),
            (
                words.say("Come si leggono", "How to read them"),
                words.say(
                    "Ogni numero viene dai file delle comunità: negli allegati, la colonna «Dove sta» dice file e riga. Ciò che nessuno ha scritto è «dato non disponibile», mai zero. Come si fa ogni numero: docs/rapporto.md.",
                    "Every figure comes from the files of the communities: in the annexes, the column “Where” says file and line. What nobody wrote is “not available”, never zero. How each figure is made: docs/rapporto.md."
                )
            ),
        ]
        let facts = words.coverFacts.map { ($0.label, Optional($0.value)) } + notes
        var row = 0
        for case (let label, let value?) in facts {
            row += 1
            try worksheet.write(label, row: row, column: 0, style: .explanation)
            try worksheet.write(value, row: row, column: 1)
            try worksheet.setHeight(row: row, for: Array(zip([label, value], widths)))
        }
        try worksheet.expectNumbersAsText(in: CellRange(rows: 0...row, columns: 0...1))
        try worksheet.print(headingRows: 0)
    }
}
