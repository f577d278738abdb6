import CXLSXWriter
package import PraticarioSystem

/// A spreadsheet (.xlsx) in the making.
///
/// It is written beside its place and renamed into it by `close()`: where that fails, or is never called, whatever
/// stood there before still does. Rows and columns count from 0.
///
/// Content never fails: what a cell cannot hold is cut or replaced as `CellText` says, and an address that is no link
/// is written as text. Nothing is ever written as a formula.
package final class Workbook {
    package let path: String
    private let beside: String
    /// `nil` once closed: closing frees it, whether it succeeds or not.
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    /// How many bytes the largest part of the file may have before it is compressed.
    private var largestPart: UInt64 = 1 << 20

    /// Fails where the folder does not exist or may not be written.
    ///
    /// - Parameter isStreaming: for content of any size. A row is put aside as soon as a later one of its worksheet is
    ///   begun, and what is written to it after that is lost.
    package init(_ path: String, title: String, isStreaming: Bool = false) throws(FileProblem) {
        let path = Files.target(of: path)
        guard Files.isReplaceable(path) else { throw FileProblem(path: path, reason: "not a regular file") }
        self.path = path
        beside = Files.temporaryName(beside: path)
        // The library opens the file only when it closes the workbook, and complains on standard error.
        do { try Files.write([], to: beside) } catch { throw FileProblem(path: path, reason: error.reason) }
        var options = lxw_workbook_options()
        options.constant_memory = isStreaming ? 1 : 0
        book = workbook_new_opt(beside, &options)
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
    package func addWorksheet(_ name: String) throws(FileProblem) -> Worksheet {
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
    package func close() throws(FileProblem) {
        if let folder = cxlsxwriter_temporary_folder(), cxlsxwriter_free_bytes(folder) < largestPart {
            throw FileProblem(path: String(cString: folder), reason: "not enough space left")
        }
        let status = workbook_close(open)
        book = nil
        if status != LXW_NO_ERROR { Files.remove(beside) }
        try check(status)
        Files.flush(beside)
        try Files.replace(path, by: beside)
    }

    var open: UnsafeMutablePointer<lxw_workbook> {
        guard let book else { preconditionFailure("a workbook was used after it was closed") }
        return book
    }

    /// A byte takes five at most, as `&amp;`.
    package func makeRoom(for text: String) {
        largestPart += UInt64(text.utf8.count) * 5 + 200
    }

    func check(_ status: lxw_error, _ subject: String? = nil) throws(FileProblem) {
        guard status != LXW_NO_ERROR else { return }
        let reason = String(cString: lxw_strerror(status))
        throw FileProblem(path: path, reason: subject.map { "\($0): \(reason)" } ?? reason)
    }

    func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[style] { return format }
        guard let format = workbook_add_format(open) else { return nil }
        style.set(format)
        formats[style] = format
        return format
    }
}
