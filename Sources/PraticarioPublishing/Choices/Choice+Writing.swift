import PraticarioCorpus
import PraticarioSystem

extension Choice {
    /// Writes a file or folder: beside its place first, then renamed.
    ///
    /// - Parameters:
    ///   - path: a folder for `site` and `bundle`, and for `csv` where long tables are wanted beside it.
    ///   - options: the dialect and the template; how much of each sheet is shown, the edition says.
    ///   - sources: what a bundle takes along as it is.
    /// - Throws: `FileProblem`, or `MissingProgram` for a format that needs a program which is not installed.
    func write(
        as format: ExportFormat, to path: String, for edition: Edition, _ options: ExportOptions,
        sources: ArchiveBundle.Sources
    ) async throws {
        switch format {
        case .site: try Site(self, edition).write(toFolder: path)
        case .bundle: try ArchiveBundle(self, edition, sources).write(toFolder: path)
        case .csv where path.hasSuffix("/") || Files.type(of: path) == .folder:
            try LongTables(self, edition, options.dialect).write(toFolder: path)
        case .xlsx: try WorkbookExport(self, edition).write(to: path)
        case .docx, .odt, .epub, .pdf:
            try await OfficeDocument(self, edition, format, template: options.template).write(to: path)
        case .markdown, .html, .page, .csv, .json, .jsonl, .jsonld, .dcat, .skos:
            var file = try OutputFile(path)
            try write(as: format, to: &file, for: edition, options)
            try file.close()
        }
    }

    /// Writes a format that is text, piece by piece.
    ///
    /// - Parameter options: the dialect; how much of each sheet is shown, the edition says.
    package func write(
        as format: ExportFormat, to out: inout some TextOutputStream, for edition: Edition,
        _ options: ExportOptions = ExportOptions()
    ) throws {
        switch format {
        case .markdown: try MarkdownDocument(Document(self, edition)).write(to: &out)
        case .html: try HTMLDocument(Document(self, edition)).write(to: &out)
        case .page: try SearchPage(self, edition).write(to: &out)
        case .csv: try TableExport(self, edition, options.dialect).write(to: &out)
        case .json: try JSONExport(self, edition).write(to: &out)
        case .jsonl: try JSONExport(self, edition).writeLines(to: &out)
        case .jsonld: try SchemaOrgData(self, edition).write(to: &out)
        case .dcat: try DCATCatalog(self, edition).write(to: &out)
        case .skos: try SKOSVocabulary(edition).write(to: &out)
        case .site, .bundle, .xlsx, .docx, .odt, .epub, .pdf:
            preconditionFailure("\(format) is no text")
        }
    }
}
