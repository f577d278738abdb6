package import PraticarioSystem

/// The spreadsheet to hand out: one row a practice.
///
/// The first worksheet holds nothing but headings in its first row, and room below: what is read back from it needs no
/// rule about rows to skip. Explanations are notes over the headings, messages at the cells, and the worksheet of help.
///
/// ```swift
/// let form = FormWorkbook(
///     title: "Schede di pratiche",
///     columns: [
///         .init(heading: "Titolo", explanation: "Il nome della pratica", isRequired: true, width: 40),
///         .init(heading: "Stato", explanation: "A che punto è", choices: ["attiva", "conclusa"]),
///     ],
///     instructions: ["Una riga per ogni pratica."],
///     sheetNames: (form: "Schede", lists: "Elenchi", help: "Istruzioni"))
/// try form.write(to: "modulo.xlsx")
/// ```
package struct FormWorkbook: Sendable {
    package struct Column: Sendable {
        package var heading: String
        package var explanation: String
        /// What the drop-down list offers, in this order; empty for free text. Other words may be typed all the same.
        package var choices: [String]
        package var isRequired: Bool
        /// In characters.
        package var width: Double

        package init(
            heading: String, explanation: String, choices: [String] = [], isRequired: Bool = false, width: Double = 24
        ) {
            self.heading = heading
            self.explanation = explanation
            self.choices = choices
            self.isRequired = isRequired
            self.width = width
        }
    }

    /// Stands at the end of the heading of a required column; whoever reads the form takes it away.
    package static let requiredMark = " *"

    /// How many rows have lists and messages; more may be filled in below.
    package static let rowCount = 500

    private let title: String
    private let columns: [Column]
    private let instructions: [String]
    private let sheetNames: (form: String, lists: String, help: String)
    private let language: Language

    /// - Parameter instructions: one step each, for the top of the worksheet of help, where they are numbered.
    /// - Parameter sheetNames: all different, up to 31 characters, none of `[]:*?/\`.
    package init(
        title: String, columns: [Column], instructions: [String],
        sheetNames: (form: String, lists: String, help: String), language: Language = .italian
    ) {
        self.title = title
        self.columns = columns
        self.instructions = instructions
        self.sheetNames = sheetNames
        self.language = language
    }

    /// Writes the file, in place of the one that is there; where it fails, that one stays as it was.
    package func write(to path: String) throws(FileProblem) {
        let workbook = try Workbook(path, title: title)
        let form = try workbook.addWorksheet(sheetNames.form)
        let help = try workbook.addWorksheet(sheetNames.help)
        let lists = try writeLists(in: workbook)
        try writeForm(form, lists)
        try writeHelp(help, lists)
        try workbook.close()
    }

    // MARK: Lists

    private struct List {
        let choices: [String]
        let worksheet: Worksheet
        let cells: CellRange
    }

    /// One column for each list; columns of the form that offer the same share it.
    private func writeLists(in workbook: Workbook) throws(FileProblem) -> [List] {
        var different: [[String]] = []
        for column in columns where !column.choices.isEmpty && !different.contains(column.choices) {
            different.append(column.choices)
        }
        guard !different.isEmpty else { return [] }
        let sheet = try workbook.addWorksheet(sheetNames.lists)
        sheet.freeze(rows: 1)
        var lists: [List] = []
        for (number, choices) in different.enumerated() {
            let heading = columns.filter { $0.choices == choices }.map(\.heading).joined(separator: ", ")
            let longest = ([heading] + choices).map(\.count).max() ?? 0
            try sheet.setColumns(number...number, width: Double(longest + 4))
            try sheet.write(heading, row: 0, column: number, style: .heading)
            for (index, choice) in choices.enumerated() {
                try sheet.write(choice, row: index + 1, column: number)
            }
            let cells = CellRange(rows: 1...choices.count, columns: number...number)
            lists.append(List(choices: choices, worksheet: sheet, cells: cells))
        }
        return lists
    }

    // MARK: The form

    private func writeForm(_ sheet: Worksheet, _ lists: [List]) throws(FileProblem) {
        sheet.freeze(rows: 1)
        for (number, column) in columns.enumerated() {
            let heading = heading(column)
            let explanation = explanation(column)
            let cells = CellRange(rows: 1...Self.rowCount, columns: number...number)
            let message = Worksheet.Message(title: heading, text: explanation)
            try sheet.setColumns(number...number, width: column.width, style: .entry)
            try sheet.write(heading, row: 0, column: number, style: .heading)
            if !explanation.isEmpty { try sheet.comment(explanation, row: 0, column: number) }
            if let list = lists.first(where: { $0.choices == column.choices }) {
                try sheet.offer(list.cells, of: list.worksheet, in: cells, message, warning: otherWords)
            } else {
                try sheet.explain(cells, message)
            }
        }
        try sheet.setHeight(row: 0, for: columns.map { (heading($0), $0.width) })
        if !columns.isEmpty {
            try sheet.expectNumbersAsText(in: CellRange(rows: 1...Self.rowCount, columns: 0...columns.count - 1))
        }
    }

    private var otherWords: Worksheet.Message {
        .init(
            title: LocalizedText(it: "Non è nell'elenco", en: "Not in the list")[language],
            text: LocalizedText(
                it: "Se puoi, scegli una voce dell'elenco. Se manca quella giusta, conferma: va bene anche altro.",
                en: "Choose from the list if you can. If the right word is missing, confirm: others are welcome.")[
                    language])
    }

    private func heading(_ column: Column) -> String {
        column.heading + (column.isRequired ? Self.requiredMark : "")
    }

    private func explanation(_ column: Column) -> String {
        guard column.isRequired else { return column.explanation }
        let required = LocalizedText(it: "Obbligatorio.", en: "Required.")[language]
        return column.explanation.isEmpty ? required : required + " " + column.explanation
    }

    // MARK: Help

    /// Lists up to this length are spelled out in the help.
    private static let shortList = 12
    private static let helpWidths = [26.0, 70, 50]

    private func writeHelp(_ sheet: Worksheet, _ lists: [List]) throws(FileProblem) {
        for (number, width) in Self.helpWidths.enumerated() { try sheet.setColumns(number...number, width: width) }
        var row = 0
        try sheet.write(title, row: row, column: 0, style: .title)
        try sheet.setHeight(row: row, for: [], style: .title)
        for (number, step) in instructions.enumerated() {
            row += 1
            try sheet.write("\(number + 1).", row: row, column: 0)
            try sheet.write(step, row: row, column: 1)
            try sheet.setHeight(row: row, for: [(step, Self.helpWidths[1])])
        }
        row += 2
        let headings = [
            LocalizedText(it: "Colonna", en: "Column"),
            LocalizedText(it: "Che cosa scrivere", en: "What to write"),
            LocalizedText(it: "Scelte", en: "Choices"),
        ]
        for (number, heading) in headings.enumerated() {
            try sheet.write(heading[language], row: row, column: number, style: .heading)
        }
        for (number, column) in columns.enumerated() {
            row += 1
            let (choices, style, link) = choices(column, lists)
            let texts = [heading(column), explanation(column), choices]
            let top = CellLink.cell(worksheet: sheetNames.form, row: 0, column: number)
            try sheet.write(texts[0], row: row, column: 0, style: .link, link: top)
            try sheet.write(texts[1], row: row, column: 1)
            try sheet.write(texts[2], row: row, column: 2, style: style, link: link)
            try sheet.setHeight(row: row, for: Array(zip(texts, Self.helpWidths)))
        }
    }

    /// What the help says about the choices of a column: all of them, or where they are.
    private func choices(_ column: Column, _ lists: [List]) -> (text: String, style: CellStyle, link: CellLink?) {
        guard let list = lists.first(where: { $0.choices == column.choices }) else {
            return (LocalizedText(it: "testo libero", en: "free text")[language], .explanation, nil)
        }
        guard list.choices.count > Self.shortList else {
            return (list.choices.joined(separator: "; "), .text, nil)
        }
        let text = LocalizedText(
            it: "\(list.choices.count) voci, nel foglio \(sheetNames.lists)",
            en: "\(list.choices.count) entries, on the sheet \(sheetNames.lists)")
        let start = CellLink.cell(worksheet: list.worksheet.name, row: 0, column: list.cells.columns.lowerBound)
        return (text[language], .link, start)
    }
}
