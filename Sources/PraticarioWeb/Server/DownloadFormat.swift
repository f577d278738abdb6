import Hummingbird
import PraticarioPublishing
import PraticarioSystem

/// A format in which sheets may be taken away.
struct DownloadFormat: Sendable {
    let format: ExportFormat
    let label: LocalizedText
    let type: String

    /// In addresses.
    var name: String { format.rawValue }

    /// What a search or a collection is downloaded as: all formats, folders as zip archives.
    static let all: [DownloadFormat] = [
        .init(.docx, "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        .init(.odt, "LibreOffice", "application/vnd.oasis.opendocument.text"),
        .init(.pdf, "PDF", "application/pdf"),
        .init(.epub, "EPUB", "application/epub+zip"),
        .init(.html, LocalizedText(it: "Pagina da stampare", en: "Page to print"), "text/html; charset=utf-8"),
        .init(.page, LocalizedText(it: "Pagina con ricerca", en: "Page with a search"), "text/html; charset=utf-8"),
        .init(.xlsx, "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        .init(.csv, "CSV", "text/csv; charset=utf-8"),
        .init(.markdown, "Markdown", "text/markdown; charset=utf-8"),
        .init(.json, "JSON", "application/json"),
        .init(.jsonl, "JSON Lines", "application/jsonl"),
        .init(.jsonld, "JSON-LD", "application/ld+json"),
        .init(.dcat, "DCAT-AP_IT", "text/turtle; charset=utf-8"),
        .init(.skos, LocalizedText(it: "Vocabolari (SKOS)", en: "Vocabularies (SKOS)"), "text/turtle; charset=utf-8"),
        .init(.site, LocalizedText(it: "Sito intero (zip)", en: "Whole site (zip)"), "application/zip"),
        .init(
            .bundle, LocalizedText(it: "Archivio Praticario (zip)", en: "Praticario archive (zip)"), "application/zip"),
    ]

    /// The file that is downloaded.
    func fileName(_ stem: String) -> String { format.fileName(stem) + (format.isFolder ? ".zip" : "") }

    /// What one sheet is downloaded as.
    static let ofOne = all.filter { [.docx, .odt, .pdf, .markdown, .json, .jsonld].contains($0.format) }

    private init(_ format: ExportFormat, _ label: String, _ type: String) {
        self.init(format, LocalizedText(both: label), type)
    }

    private init(_ format: ExportFormat, _ label: LocalizedText, _ type: String) {
        self.format = format
        self.label = label
        self.type = type
    }

    /// - Throws: `WebProblem.noFormat`.
    static func named(_ name: String, among formats: [DownloadFormat] = all) throws -> DownloadFormat {
        guard let found = formats.first(where: { $0.name == name }) else { throw WebProblem.noFormat(name) }
        return found
    }
}
