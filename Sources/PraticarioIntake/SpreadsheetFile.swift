import Foundation
import PraticarioCorpus
import PraticarioPrograms
import PraticarioSystem
import PraticarioWorkbooks

/// A spreadsheet that somebody brings. What it is its content tells, not its name.
package enum SpreadsheetFile {
    private enum Kind {
        case text
        case workbook
        case openDocument(ZipArchive)
        case knowledgeBase
        case other(LocalizedText)
    }

    /// Its first worksheet as CSV; a text as it is.
    ///
    /// - Throws: `ImportProblem`, `FileProblem`; `ProgramProblem` where an `.xlsx` cannot be read here.
    static func csv(of path: String) async throws -> [UInt8] {
        if let bytes = try csvByOurselves(of: path) { return bytes }
        return try await csvByProgram(of: path)
    }

    /// As `csv(of:)`; `nil` where another program is needed to read it.
    package static func csvByOurselves(of path: String) throws -> [UInt8]? {
        guard Files.type(of: path) != nil else { throw ImportProblem.missing(path) }
        let bytes = try Files.read(path)
        switch kind(of: bytes) {
        case .text: return bytes
        case .knowledgeBase: throw ImportProblem.otherArchive(path)
        case .other(let what): throw ImportProblem.noTable(path, what: what)
        case .openDocument(let archive):
            guard let table = OpenDocumentTable(archive) else { throw ImportProblem.damaged(path) }
            let writer = CSVWriter(.rfc4180)
            return named + Array(table.rows.map(writer.line).joined().utf8)
        case .workbook: return nil
        }
    }

    /// A workbook as CSV.
    package static func csvByProgram(of path: String) async throws -> [UInt8] {
        do {
            return named
                + (try await ExternalProgram.xlsx2csv.run(["--dateformat", "%Y-%m-%d", "--", Files.absolute(path)]))
        } catch ProgramProblem.failed {
            throw ImportProblem.damaged(path)
        }
    }

    /// What programs wrote needs no guess which separator it has.
    private static let named = Array("sep=,\n".utf8)

    private static func kind(of bytes: [UInt8]) -> Kind {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            guard let archive = ZipArchive(bytes) else { return .other(.damagedArchive) }
            if archive.contains("xl/workbook.xml") { return .workbook }
            if ArchiveFiles.isKnowledgeBase(archive) { return .knowledgeBase }
            let type = archive.content(of: "mimetype").map { String(decoding: $0, as: UTF8.self) } ?? ""
            if type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") { return .openDocument(archive) }
            let isDocument = archive.contains("word/document.xml") || type.contains("opendocument.text")
            return .other(isDocument ? .document : .archive)
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .other(.oldWorkbook) }
        if bytes.starts(with: Array("%PDF".utf8)) { return .other(.pdf) }
        return text(bytes)
    }

    private static func text(_ bytes: [UInt8]) -> Kind {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if !isUTF16, bytes.prefix(4_096).contains(0) { return .other(.binary) }
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        let lower = head.lowercased()
        if ["<!doctype html", "<html", "<table"].contains(where: lower.hasPrefix) { return .other(.page) }
        if lower.hasPrefix("<?xml") { return .other(.xml) }
        guard head.first == "[" || head.first == "{",
            (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
        else { return .text }
        return .other(.json)
    }
}

extension LocalizedText {
    fileprivate static let oldWorkbook = LocalizedText(
        it: "un foglio di Excel di prima del 2007 (.xls), o uno protetto da una password",
        en: "a workbook of Excel before 2007 (.xls), or one with a password")
    fileprivate static let document = LocalizedText(it: "un documento di testo", en: "a text document")
    fileprivate static let archive = LocalizedText(it: "un archivio .zip", en: "a .zip archive")
    fileprivate static let damagedArchive = LocalizedText(it: "un file rovinato", en: "a damaged file")
    fileprivate static let pdf = LocalizedText(it: "un PDF", en: "a PDF")
    fileprivate static let binary = LocalizedText(it: "un file che non è testo", en: "a file that is no text")
    fileprivate static let page = LocalizedText(it: "una pagina web", en: "a web page")
    fileprivate static let xml = LocalizedText(it: "un file XML", en: "an XML file")
    fileprivate static let json = LocalizedText(it: "un file JSON", en: "a JSON file")
}
