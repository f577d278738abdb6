import CXLSXWriter
package import PraticarioSystem

/// One worksheet of a workbook that is not closed yet.
package struct Worksheet {
    package let name: String
    private let workbook: Workbook
    private let sheet: UnsafeMutablePointer<lxw_worksheet>

    init(name: String, workbook: Workbook, sheet: UnsafeMutablePointer<lxw_worksheet>) {
        self.name = name
        self.workbook = workbook
        self.sheet = sheet
    }

    package func write(
        _ text: String, row: Int, column: Int, style: CellStyle = .text, link: CellLink? = nil
    ) throws(FileProblem) {
        let (row, column) = (lxw_row_t(clamping: row), lxw_col_t(clamping: column))
        let text = CellText.fitted(text, to: CellText.limit)
        let format = workbook.format(style)
        workbook.makeRoom(for: text)
        if let target = link?.target {
            // The link shows a short text of its own until the text of the cell takes its place.
            let status = worksheet_write_url_opt(open, row, column, target, format, "…", nil)
            // More links than a worksheet holds: the text stands without.
            if status != LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED { try workbook.check(status) }
        }
        try workbook.check(worksheet_write_string(open, row, column, text, format))
    }

    /// A number that programs count with.
    package func write(_ number: Double, row: Int, column: Int, style: CellStyle) throws(FileProblem) {
        workbook.makeRoom(for: "-0.000000000000000000")
        try workbook.check(
            worksheet_write_number(
                open, lxw_row_t(clamping: row), lxw_col_t(clamping: column), number, workbook.format(style)))
    }

    /// A note that opens over the cell.
    package func comment(_ text: String, row: Int, column: Int) throws(FileProblem) {
        let text = CellText.fitted(text, to: CellText.noteLimit)
        var options = lxw_comment_options()
        options.font_size = 10
        options.width = 320
        options.height = UInt16(clamping: 24 + 17 * CellText.lines(text, width: 45))
        try workbook.check(
            worksheet_write_comment_opt(open, lxw_row_t(clamping: row), lxw_col_t(clamping: column), text, &options))
    }

    /// - Parameter width: in characters, 255 at most.
    /// - Parameter style: of the cells in which nothing is written yet.
    package func setColumns(_ columns: ClosedRange<Int>, width: Double, style: CellStyle? = nil) throws(FileProblem) {
        let width = Self.columnWidth(width)
        let format = style.flatMap(workbook.format)
        try workbook.check(
            worksheet_set_column(
                open, lxw_col_t(clamping: columns.lowerBound), lxw_col_t(clamping: columns.upperBound), width, format))
    }

    /// The width a column gets when it is asked for this one.
    package static func columnWidth(_ width: Double) -> Double {
        width.isFinite ? min(max(width, 1), 255) : 20
    }

    /// Makes a row high enough for what is written in it, each text with the width of its column.
    ///
    /// Excel does this by itself, LibreOffice does not.
    /// - Parameter limit: in points; a row higher than the window cannot be read.
    package func setHeight(
        row: Int, for cells: [(text: String, width: Double)], style: CellStyle = .text, limit: Double = 409
    ) throws(FileProblem) {
        let lines = cells.map { CellText.lines($0.text, width: Self.columnWidth($0.width)) }.max() ?? 1
        let height = style == .title ? 24 : Double(15 * lines)
        try workbook.check(worksheet_set_row(open, lxw_row_t(clamping: row), min(height, limit), nil))
    }

    /// Keeps the first rows and columns in sight.
    package func freeze(rows: Int, columns: Int = 0) {
        worksheet_freeze_panes(open, lxw_row_t(clamping: rows), lxw_col_t(clamping: columns))
    }

    /// On paper: A4 lying down, as many columns as there are on one page, the headings on every page.
    ///
    /// - Parameter headingRows: how many rows come again at the top of every page.
    package func print(headingRows: Int) throws(FileProblem) {
        worksheet_set_landscape(open)
        worksheet_set_paper(open, UInt8(Paper.a4))
        worksheet_fit_to_pages(open, 1, 0)
        if headingRows > 0 {
            try workbook.check(worksheet_repeat_rows(open, 0, lxw_row_t(clamping: headingRows - 1)))
        }
    }

    /// As the format numbers them.
    private enum Paper {
        static let a4 = 9
    }

    /// Lets readers filter and sort; the first row holds the headings.
    package func filter(_ cells: CellRange) throws(FileProblem) {
        let (rows, columns) = cells.bounds
        try workbook.check(
            worksheet_autofilter(open, rows.lowerBound, columns.lowerBound, rows.upperBound, columns.upperBound))
    }

    /// Spares readers of `058091`, and whoever types `2019` into a cell of style `.entry`, the warning that this is a
    /// number.
    package func expectNumbersAsText(in cells: CellRange) throws(FileProblem) {
        try workbook.check(
            worksheet_ignore_errors(open, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), cells.name))
    }

    /// Words for whoever fills in a cell, none where the text is empty; cut to what a spreadsheet shows: 32 characters
    /// of title, 255 of text.
    package struct Message {
        package var title: String
        package var text: String

        package init(title: String, text: String) {
            self.title = title
            self.text = text
        }

        fileprivate var fitted: (title: String?, text: String?) {
            text.isEmpty ? (nil, nil) : (Self.kept(title, limit: 32), Self.kept(text, limit: 255))
        }

        /// The library takes an equals sign away from the front, as if from a formula.
        private static func kept(_ text: String, limit: Int) -> String? {
            if text.isEmpty { return nil }
            return text.hasPrefix("=") ? "=" + CellText.fitted(text, to: limit - 1) : CellText.fitted(text, to: limit)
        }
    }

    /// Shows a message when one of the cells is chosen.
    package func explain(_ cells: CellRange, _ message: Message) throws(FileProblem) {
        try validate(cells, list: nil, message, warning: Message(title: "", text: ""))
    }

    /// Offers the contents of a column of another worksheet in a drop-down list.
    ///
    /// The list stands in cells because a list within the rule may have no more than 255 characters.
    /// - Parameter warning: what to say to other content, which is taken all the same once confirmed.
    package func offer(
        _ choices: CellRange, of worksheet: Worksheet, in cells: CellRange, _ message: Message, warning: Message
    ) throws(FileProblem) {
        try validate(cells, list: choices.reference(on: worksheet.name), message, warning: warning)
    }

    private func validate(
        _ cells: CellRange, list: String?, _ message: Message, warning: Message
    ) throws(FileProblem) {
        let (rows, columns) = cells.bounds
        let (message, warning) = (message.fitted, warning.fitted)
        try workbook.check(
            cxlsxwriter_validate(
                open, rows.lowerBound, columns.lowerBound, rows.upperBound, columns.upperBound, list,
                message.title, message.text, warning.title, warning.text))
    }

    private var open: UnsafeMutablePointer<lxw_worksheet> {
        _ = workbook.open
        return sheet
    }
}
