public import PraticarioCorpus
import PraticarioSystem

extension Selection {
    /// Writes the selection to a file or folder: beside its place first, then renamed.
    ///
    /// - Parameters:
    ///   - format: what it is written as.
    ///   - path: a folder for `site` and `bundle`, and for `csv` where long tables are wanted beside it.
    ///   - options: of the format.
    ///   - source: the knowledge base that a bundle takes its vocabularies from.
    ///   - collectionPath: the file of the collection in it; `nil` for a search.
    /// - Throws: `FileProblem`, `ExportProblem`; for a format that needs another program `ProgramProblem`.
    public func write(
        as format: ExportFormat, to path: String, _ options: ExportOptions = ExportOptions(),
        from source: KnowledgeBaseFolder, collectionPath: String? = nil
    ) async throws {
        switch format {
        case .site: try Site(self).write(toFolder: path)
        case .bundle: try ArchiveBundle(self, .init(folder: source, collection: collectionPath)).write(toFolder: path)
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
