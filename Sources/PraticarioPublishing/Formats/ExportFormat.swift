public import PraticarioCorpus

/// What a selection can be written as. A format is one case here and one type beside it.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// One document with a table of contents.
    case markdown
    /// One page to read and to print.
    case html
    /// One page with a search of its own.
    case page
    /// A folder of pages, with a map and a search.
    case site
    case docx, odt, epub, pdf
    /// A table that Excel in Italy opens right; into a folder, long tables beside it.
    case csv
    case xlsx
    /// Lossless: `docs/dati.md`.
    case json, jsonl
    /// schema.org.
    case jsonld
    /// The data set for portals of open data, DCAT-AP_IT.
    case dcat
    /// The vocabularies.
    case skos
    /// A knowledge base of its own.
    case bundle

    /// Who reads it, which decides what may be in it.
    public enum Audience: Sendable {
        /// People who know where it comes from: all that is published, examples marked.
        case readers
        /// Anyone: nothing without a licence, no examples.
        case anyone
        /// Anyone, to be used again: only what an open licence allows that for.
        case openData
    }

    public var audience: Audience {
        switch self {
        case .site, .bundle: .anyone
        case .jsonld, .dcat: .openData
        default: .readers
        }
    }

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

extension Selection {
    /// Writes the selection to a file or folder: beside its place first, then renamed.
    ///
    /// - Parameters:
    ///   - path: a folder for `site` and `bundle`, and for `csv` where long tables are wanted beside it.
    ///   - source: the knowledge base that a bundle takes its vocabularies from.
    ///   - collectionPath: the file of the collection in it; `nil` for a search.
    /// - Throws: `FileProblem`, or `MissingProgram` for a format that needs a program which is not installed.
    public func write(
        as format: ExportFormat, to path: String, _ options: ExportOptions = ExportOptions(),
        from source: KnowledgeBaseFolder, collectionPath: String? = nil
    ) async throws {
        switch format {
        case .site: try Site(self).write(toFolder: path)
        case .bundle: try Bundle(self, .init(folder: source, collection: collectionPath)).write(toFolder: path)
        case .csv where path.hasSuffix("/") || Files.type(of: path) == .folder:
            try LongTables(self, options.dialect).write(toFolder: path)
        case .xlsx: try WorkbookExport(self).write(to: path)
        case .docx: try await OfficeDocument(self, .docx, options).write(to: path)
        case .odt: try await OfficeDocument(self, .odt, options).write(to: path)
        case .epub: try await OfficeDocument(self, .epub, options).write(to: path)
        case .pdf: try await OfficeDocument(self, .pdf, options).write(to: path)
        default:
            var file = try OutputFile(path)
            try write(as: format, to: &file, options)
            try file.close()
        }
    }

    /// Writes a format that is text, piece by piece.
    public func write(
        as format: ExportFormat, to out: inout some TextOutputStream, _ options: ExportOptions = ExportOptions()
    ) throws {
        switch format {
        case .markdown: try SelectionMarkdown(self, detail: options.detail).write(to: &out)
        case .html: try HTMLDocument(self, detail: options.detail).write(to: &out)
        case .page: try SearchPage(self).write(to: &out)
        case .csv: try TableExport(self, options.dialect).write(to: &out)
        case .json: try JSONExport(self).write(to: &out)
        case .jsonl: try JSONExport(self).writeLines(to: &out)
        case .jsonld: try SchemaOrgData(self).write(to: &out)
        case .dcat: try DCATCatalog(self).write(to: &out)
        case .skos: try SKOSVocabulary(self).write(to: &out)
        case .site, .bundle, .xlsx, .docx, .odt, .epub, .pdf:
            preconditionFailure("\(format) is no text")
        }
    }
}
