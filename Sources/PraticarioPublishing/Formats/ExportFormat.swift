/// What sheets can be written as. A format is one case here and one type beside it; `Audience.swift` says whom it is for.
public enum ExportFormat: String, Codable, CaseIterable, Sendable {
    /// One document with a table of contents.
    case markdown
    /// One page to read and to print.
    case html
    /// One page with a search of its own.
    case page
    /// A folder of pages, with a map and a search.
    case site
    /// A document for Word; pandoc makes it.
    case docx
    /// A document for LibreOffice; pandoc makes it.
    case odt
    /// A book for readers of e-books; pandoc makes it.
    case epub
    /// A document to print; WeasyPrint makes it.
    case pdf
    /// A table that Excel in Italy opens right; into a folder, long tables beside it.
    case csv
    /// A spreadsheet with a row a sheet, and the long tables.
    case xlsx
    /// Lossless, one object with everything: `docs/dati.md`.
    case json
    /// Lossless, a sheet a line.
    case jsonl
    /// schema.org.
    case jsonld
    /// The data set for portals of open data, DCAT-AP_IT.
    case dcat
    /// The vocabularies.
    case skos
    /// A knowledge base of its own.
    case bundle

    /// Whether it is a document, which may be short.
    public var hasDetail: Bool {
        switch self {
        case .markdown, .html, .docx, .odt, .epub, .pdf: true
        default: false
        }
    }

    /// Whether it is a folder, which may be packed into a zip archive.
    public var isFolder: Bool { self == .site || self == .bundle }

    /// Whether it is a text, which can be written piece by piece.
    public var isText: Bool {
        switch self {
        case .site, .bundle, .xlsx, .docx, .odt, .epub, .pdf: false
        default: true
        }
    }

    /// The name of the file where none is given, after the id of a collection.
    public func fileName(_ stem: String?) -> String {
        let name = stem ?? "praticario"
        switch self {
        case .markdown: return name + ".md"
        case .page: return stem.map { $0 + "-cerca.html" } ?? "cerca.html"
        case .site: return name + "-sito"
        case .bundle: return name + "-archivio"
        case .dcat, .skos: return "\(name)-\(rawValue).ttl"
        default: return "\(name).\(rawValue)"
        }
    }
}
