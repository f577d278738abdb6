public import PraticarioCorpus
import Foundation
import PraticarioSystem
import PraticarioWorkbooks

extension Choice {
    /// Writes a file or folder: beside its place first, then renamed.
    ///
    /// All its sheets are written, whoever reads them: `KnowledgeBase.choice` is what leaves out those that must stay.
    ///
    /// - Parameters:
    ///   - format: what it is written as.
    ///   - path: a folder for `site` and `bundle`, or a zip archive of it where it ends so; a folder for `csv` where long tables
    ///     are wanted beside it.
    ///   - edition: for whom.
    ///   - options: the dialect and the template; how much of each sheet is shown, the edition says.
    ///   - source: the knowledge base that a bundle takes its vocabularies from.
    ///   - collectionPath: the file of the collection in it; `nil` for a search.
    /// - Throws: `FileProblem`, `ExportProblem`; for a format that another program makes `ProgramProblem`; what reading
    ///   the sheets throws.
    public func write(
        as format: ExportFormat, to path: String, for edition: Edition, _ options: ExportOptions = ExportOptions(),
        from source: KnowledgeBaseFolder, collectionPath: String? = nil
    ) async throws {
        if format.isFolder, path.hasSuffix(".zip") {
            let folder = Files.temporaryName(beside: path)
            defer {
                try? FileManager.default.removeItem(atPath: folder)
                Files.settle(folder)
            }
            try await write(as: format, to: folder, for: edition, options, from: source, collectionPath: collectionPath)
            return try ZipFolder.write(folder, to: path)
        }
        switch format {
        case .site: try Site(self, edition).write(toFolder: path)
        case .bundle:
            let sources = ArchiveBundle.Sources(folder: source, collection: collectionPath)
            try ArchiveBundle(self, edition, sources).write(toFolder: path)
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

    /// Writes a format for which `isText` holds, piece by piece, with all its sheets. Of the options the dialect matters; how
    /// much of each sheet is shown, the edition says.
    ///
    /// - Throws: what reading the sheets throws.
    public func write(
        as format: ExportFormat, to out: inout some TextOutputStream, for edition: Edition,
        _ options: ExportOptions = ExportOptions()
    ) throws {
        switch format {
        case .markdown: try MarkdownDocument(Document(self, edition, files: .fromKnowledgeBase)).write(to: &out)
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
