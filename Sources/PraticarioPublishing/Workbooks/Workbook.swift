import CXLSXWriter
import PraticarioCorpus

/// A spreadsheet (.xlsx) in the making.
///
/// It is written beside its place and renamed into it by `close()`: where that fails, or is never called, whatever
/// stood there before still does. Rows and columns count from 0.
///
/// Content never fails: what a cell cannot hold is cut or replaced as `CellText` says, and an address that is no link
/// is written as text. Nothing is ever written as a formula.
final class Workbook {
    let path: String
    private let beside: String
    /// `nil` once closed: closing frees it, whether it succeeds or not.
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    /// How many bytes the largest part of the file may have before it is compressed.
    private var largestPart: UInt64 = 1 << 20

    /// Fails where the folder does not exist or may not be written.
    init(_ path: String, title: String) throws(FileProblem) {
        self.path = path
        beside = Files.temporaryName(beside: path)
        // The library opens the file only when it closes the workbook, and complains on standard error.
        do { try Files.write([], to: beside) } catch { throw FileProblem(path: path, reason: error.reason) }
        book = workbook_new(beside)
        guard book != nil else {
            Files.remove(beside)
            throw FileProblem(path: path, reason: "out of memory")
        }
        try check(cxlsxwriter_set_title(open, CellText.fitted(title, to: 255)))
    }

    deinit {
        guard let book else { return }
        lxw_workbook_free(book)
        Files.remove(beside)
    }

    /// A new worksheet after those that are there; the first is the one that opens.
    ///
    /// Fails where the name is taken or not allowed: up to 31 characters, none of `[]:*?/\`.
    func addWorksheet(_ name: String) throws(FileProblem) -> Worksheet {
        let name = CellText.fitted(name, to: CellText.limit)
        guard !name.isEmpty else { throw FileProblem(path: path, reason: "a worksheet has no name") }
        try check(workbook_validate_sheet_name(open, name), name)
        guard let sheet = workbook_add_worksheet(open, name) else {
            throw FileProblem(path: path, reason: "out of memory")
        }
        return Worksheet(name: name, workbook: self, sheet: sheet)
    }

    /// Writes the file, waits until it is on the disk, and puts it in its place. Its worksheets cannot be used after.
    ///
    /// Fails on a full disk, also on one that has no room for the parts: the library does not notice when it cannot
    /// write all of a part, and makes a broken file.
    func close() throws(FileProblem) {
        if let folder = cxlsxwriter_temporary_folder(), cxlsxwriter_free_bytes(folder) < largestPart {
            throw FileProblem(path: String(cString: folder), reason: "not enough space left")
        }
        let status = workbook_close(open)
        book = nil
        if status != LXW_NO_ERROR { Files.remove(beside) }
        try check(status)
        Files.flush(beside)
        try Files.rename(beside, to: path)
    }

    fileprivate var open: UnsafeMutablePointer<lxw_workbook> {
        guard let book else { preconditionFailure("a workbook was used after it was closed") }
        return book
    }

    /// A byte takes five at most, as `&amp;`.
    fileprivate func makeRoom(for text: String) {
        largestPart += UInt64(text.utf8.count) * 5 + 200
    }

    fileprivate func check(_ status: lxw_error, _ subject: String? = nil) throws(FileProblem) {
        guard status != LXW_NO_ERROR else { return }
        let reason = String(cString: lxw_strerror(status))
        throw FileProblem(path: path, reason: subject.map { "\($0): \(reason)" } ?? reason)
    }

    fileprivate func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[style] { return format }
        guard let format = workbook_add_format(open) else { return nil }
        style.set(format)
        formats[style] = format
        return format
    }
}

/// One worksheet of a workbook that is not closed yet.
struct Worksheet {
    let name: String
    private let workbook: Workbook
    private let sheet: UnsafeMutablePointer<lxw_worksheet>

    fileprivate init(name: String, workbook: Workbook, sheet: UnsafeMutablePointer<lxw_worksheet>) {
        self.name = name
        self.workbook = workbook
        self.sheet = sheet
    }

    func write(
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

    /// A note that opens over the cell.
    func comment(_ text: String, row: Int, column: Int) throws(FileProblem) {
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
    func setColumns(_ columns: ClosedRange<Int>, width: Double, style: CellStyle? = nil) throws(FileProblem) {
        let width = Self.columnWidth(width)
        let format = style.flatMap(workbook.format)
        try workbook.check(
            worksheet_set_column(
                open, lxw_col_t(clamping: columns.lowerBound), lxw_col_t(clamping: columns.upperBound), width, format))
    }

    /// The width a column gets when it is asked for this one.
    static func columnWidth(_ width: Double) -> Double {
        width.isFinite ? min(max(width, 1), 255) : 20
    }

    /// Makes a row high enough for what is written in it, each text with the width of its column.
    ///
    /// Excel does this by itself, LibreOffice does not.
    func setHeight(row: Int, for cells: [(text: String, width: Double)], style: CellStyle = .text) throws(FileProblem) {
        let lines = cells.map { CellText.lines($0.text, width: Self.columnWidth($0.width)) }.max() ?? 1
        let height = style == .title ? 24 : Double(15 * lines)
        try workbook.check(worksheet_set_row(open, lxw_row_t(clamping: row), min(height, 409), nil))
    }

    /// Keeps the first rows and columns in sight.
    func freeze(rows: Int, columns: Int = 0) {
        worksheet_freeze_panes(open, lxw_row_t(clamping: rows), lxw_col_t(clamping: columns))
    }

    /// Lets readers filter and sort; the first row holds the headings.
    func filter(_ cells: CellRange) throws(FileProblem) {
        let (rows, columns) = cells.bounds
        try workbook.check(
            worksheet_autofilter(open, rows.lowerBound, columns.lowerBound, rows.upperBound, columns.upperBound))
    }

    /// Spares whoever types `2019` into a cell of style `.entry` the warning that this is a number.
    func expectNumbersAsText(in cells: CellRange) throws(FileProblem) {
        try workbook.check(
            worksheet_ignore_errors(open, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), cells.name))
    }

    /// Words for whoever fills in a cell, none where the text is empty; cut to what a spreadsheet shows: 32 characters of title, 255 of text.
    struct Message {
        var title: String
        var text: String

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
    func explain(_ cells: CellRange, _ message: Message) throws(FileProblem) {
        try validate(cells, list: nil, message, warning: Message(title: "", text: ""))
    }

    /// Offers the contents of a column of another worksheet in a drop-down list.
    ///
    /// The list stands in cells because a list within the rule may have no more than 255 characters.
    /// - Parameter warning: what to say to other content, which is taken all the same once confirmed.
    func offer(
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

/// How a cell looks. Colour only repeats what weight, place or words already say.
enum CellStyle: Hashable {
    /// Of a whole page.
    case title
    /// Of a column.
    case heading
    case text
    case explanation
    /// To be filled in: what is typed stays as it was typed, also `2019-05` and `=1+1`.
    case entry
    case link

    fileprivate func set(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if self != .title { format_set_text_wrap(format) }
        switch self {
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 16)
        case .heading:
            format_set_bold(format)
            format_set_bg_color(format, 0xDDEBF7)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .text:
            break
        case .explanation:
            format_set_font_color(format, 0x595959)
        case .entry:
            format_set_num_format(format, "@")
        case .link:
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, 0x0B5394)
        }
    }
}

/// Where a cell leads.
enum CellLink {
    /// An `http`, `https` or `mailto` address.
    case web(String)
    case cell(worksheet: String, row: Int, column: Int)

    /// As the library takes it; `nil` where it is no address, or longer than a spreadsheet allows.
    fileprivate var target: String? {
        switch self {
        case .cell(let worksheet, let row, let column):
            let cell = CellRange(rows: row...row, columns: column...column)
            return "internal:\(CellRange.quoted(worksheet))!\(cell.name)"
        case .web(let address):
            let schemes = ["http://", "https://", "mailto:"]
            guard let scheme = schemes.first(where: address.lowercased().hasPrefix) else { return nil }
            var target = Self.percentEncoded(address.utf8.dropFirst(scheme.utf8.count))
            // The library would take these words for a scheme of its own wherever they stand.
            for word in ["internal", "external"] { target = target.replacing(word + ":", with: word + "%3A") }
            target = scheme + target
            return target.utf8.count > 2_000 ? nil : target
        }
    }

    /// What an address may hold stays, escapes too; any other byte is escaped.
    private static func percentEncoded(_ text: some Collection<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            let isEscape = byte == UInt8(ascii: "%") && rest.prefix(2).count { hexadecimal.contains($0) } == 2
            if isEscape || plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let hexadecimal = Set("0123456789ABCDEFabcdef".utf8)
    private static let plain = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=".utf8)
}

/// A rectangle of cells.
struct CellRange {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    fileprivate var bounds: (rows: ClosedRange<lxw_row_t>, columns: ClosedRange<lxw_col_t>) {
        (
            lxw_row_t(clamping: rows.lowerBound)...lxw_row_t(clamping: rows.upperBound),
            lxw_col_t(clamping: columns.lowerBound)...lxw_col_t(clamping: columns.upperBound)
        )
    }

    /// As people write it: `A2:C501`.
    var name: String {
        let first = Self.columnName(columns.lowerBound) + "\(rows.lowerBound + 1)"
        let last = Self.columnName(columns.upperBound) + "\(rows.upperBound + 1)"
        return first == last ? first : "\(first):\(last)"
    }

    /// As a formula on another worksheet names it: `'Elenchi'!$A$2:$A$90`.
    func reference(on worksheet: String) -> String {
        let first = "$\(Self.columnName(columns.lowerBound))$\(rows.lowerBound + 1)"
        let last = "$\(Self.columnName(columns.upperBound))$\(rows.upperBound + 1)"
        return "\(Self.quoted(worksheet))!\(first):\(last)"
    }

    static func quoted(_ worksheet: String) -> String {
        "'" + worksheet.replacing("'", with: "''") + "'"
    }

    static func columnName(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
        return column < 26 ? letter : columnName(column / 26 - 1) + letter
    }
}

/// What a cell takes as text.
enum CellText {
    /// The characters a cell holds, as a spreadsheet counts them: in UTF-16.
    static let limit = 32_767
    /// More than this nobody reads in a note over a cell.
    static let noteLimit = 2_000
    /// Stands where something was cut off.
    static let cutMarker = " […]"

    /// The text without what breaks a file, cut to at most `limit` characters, the marker among them.
    ///
    /// Line ends become `\n`; control characters and what XML does not know become spaces. Text that looks like an
    /// escape of the file format, `_x0041_`, is escaped, so that it is read back as it stands here.
    static func fitted(_ text: String, to limit: Int) -> String {
        let clean = escaped(text.unicodeScalars.contains(where: isReplaced) ? replaced(text) : text)
        guard clean.utf16.count > limit else { return clean }
        var room = limit - cutMarker.utf16.count
        return clean.prefix { character in
            room -= character.utf16.count
            return room >= 0
        } + cutMarker
    }

    /// How many lines a text takes in a column that is `width` characters wide; rather one more than one less.
    static func lines(_ text: String, width: Double) -> Int {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .reduce(0) { $0 + max(1, Int((Double($1.count) / width).rounded(.up))) }
    }

    private static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func replaced(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\r", "\u{85}", "\u{2028}", "\u{2029}": clean.append("\n")
            default: clean.append(isReplaced(scalar) ? " " : scalar)
            }
            last = scalar
        }
        return String(clean)
    }

    private static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x(?=[0-9A-Fa-f]{4}_)/) { _ in "_x005F_x" }
    }
}
