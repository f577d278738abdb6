import PraticarioCorpus
import PraticarioWorkbooks
import PraticarioSystem

/// A choice as a spreadsheet (.xlsx): a worksheet with a row a sheet, one for each of the long tables, and one that
/// says what they are.
struct WorkbookExport {
    private let choice: Choice
    private let edition: Edition

    init(_ choice: Choice, _ edition: Edition) {
        self.choice = choice
        self.edition = edition
    }

    /// Writes the file, in place of the one that is there; where it fails, that one stays as it was.
    func write(to path: String) throws {
        let workbook = try Workbook(path, title: choice.title, isStreaming: true)
        try writeSheets(workbook.addWorksheet(sheetsName))
        for table in ValueTable.all {
            try write(table, workbook.addWorksheet(table.name[edition.language]))
        }
        try writeInformation(workbook.addWorksheet(edition.say("Informazioni", "About")))
        try workbook.close()
    }

    private var sheetsName: String { edition.say("Schede", "Sheets") }

    /// Of a row at most, in points: eight lines, so that several sheets are in sight.
    private static let rowHeight = 120.0

    // MARK: Tables

    private func writeSheets(_ worksheet: Worksheet) throws {
        let columns = try SheetColumn.columns(of: choice)
        try writeHeadings(columns.map { ($0.heading[edition.language], $0.width) }, worksheet)
        var last = 0
        try choice.forEachSheet { entry, note in
            last += 1
            let row = SheetColumn.Row(entry, note: note, edition)
            let texts = columns.map { $0.text(row) }
            try worksheet.setHeight(
                row: last, for: Array(zip(texts, columns.map(\.width))), limit: Self.rowHeight)
            for (number, column) in columns.enumerated() {
                let text = texts[number]
                if text.isEmpty { continue }
                let link = column.link(row).map(CellLink.web)
                let style = link?.target == nil ? CellStyle.text : .link
                try worksheet.write(text, row: last, column: number, style: style, link: link)
            }
        }
        try finish(worksheet, rows: last, columns: columns.count)
    }

    private func write(_ table: ValueTable, _ worksheet: Worksheet) throws(FileProblem) {
        try writeHeadings(table.columns.map { ($0.heading[edition.language], $0.width) }, worksheet)
        var last = 0
        for head in choice.heads {
            for cells in table.rows(head, edition) {
                last += 1
                try worksheet.setHeight(
                    row: last, for: Array(zip(cells, table.columns.map(\.width))), limit: Self.rowHeight)
                for (number, text) in cells.enumerated() where !text.isEmpty {
                    try worksheet.write(text, row: last, column: number)
                }
            }
        }
        try finish(worksheet, rows: last, columns: table.columns.count)
    }

    /// The first row, which stays in sight together with id and title.
    private func writeHeadings(
        _ headings: [(text: String, width: Double)], _ worksheet: Worksheet
    ) throws(FileProblem) {
        for (number, heading) in headings.enumerated() {
            try worksheet.setColumns(number...number, width: heading.width)
            try worksheet.write(heading.text, row: 0, column: number, style: .heading)
        }
        try worksheet.setHeight(row: 0, for: headings)
        worksheet.freeze(rows: 1, columns: 2)
    }

    private func finish(_ worksheet: Worksheet, rows: Int, columns: Int) throws(FileProblem) {
        let cells = CellRange(rows: 0...rows, columns: 0...columns - 1)
        try worksheet.filter(cells)
        try worksheet.print(headingRows: 1)
        try worksheet.expectNumbersAsText(in: cells)
    }

    // MARK: About

    private func writeInformation(_ worksheet: Worksheet) throws(FileProblem) {
        let widths = [28.0, 90]
        for (number, width) in widths.enumerated() { try worksheet.setColumns(number...number, width: width) }
        try worksheet.write(choice.title, row: 0, column: 0, style: .title)
        try worksheet.setHeight(row: 0, for: [], style: .title)
        var row = 1
        let licences = [(label: edition.say("Licenze", "Licences"), value: licences)]
        for (label, value) in About(choice, edition).facts(.workbook) + licences {
            row += 1
            try worksheet.write(label, row: row, column: 0, style: .explanation)
            try worksheet.write(value, row: row, column: 1)
            try worksheet.setHeight(row: row, for: Array(zip([label, value], widths)))
        }
        let facts = CellRange(rows: 0...row, columns: 0...1)
        try worksheet.expectNumbersAsText(in: facts)
        try worksheet.print(headingRows: 0)
    }

    private var licences: String {
        let sheets = edition.say(
            "Ogni scheda ha la sua licenza, nelle colonne Licenza e Attribuzione del foglio \(sheetsName). "
                + "«uso interno»: non si pubblica.",
            "Each sheet has its own licence, in the columns Licence and Attribution of the worksheet \(sheetsName). "
                + "“internal use”: not to be published.")
        guard let own = choice.licence else { return sheets }
        return edition.say("Testi di chi cura: \(own). ", "The curator's texts: \(own). ") + sheets
    }
}
