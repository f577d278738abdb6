public import PraticarioCorpus
public import PraticarioPublishing
public import PraticarioSearch

extension KnowledgeBase {
    /// What an export wrote and what it left out.
    public struct ExportReport: Sendable {
        public var path: String
        public var sheets: Int
        /// Drafts, sheets in review and archived ones, by id.
        public var leftOut: [String]
    }

    /// Writes the sheets that answer a question to a file, in the order of the answer.
    ///
    /// - Parameters:
    ///   - question: in the query language; empty for all sheets.
    ///   - format: what is written.
    ///   - path: the file; its folder must exist.
    ///   - title: of the document; by default that of the knowledge base.
    ///   - includingDrafts: also what is not published.
    ///   - language: of labels and headings.
    /// - Throws: `FileProblem`, or `MissingProgram` for a format that needs a program that is not installed.
    @discardableResult
    public func export(
        _ question: String, as format: ExportFormat, to path: String, title: String? = nil,
        includingDrafts: Bool = false, language: Language = .italian
    ) async throws -> ExportReport {
        let found = try search(question, limit: Int.max / 2).hits.map(\.entry)
        let entries = found.filter { includingDrafts || $0.publication == .published }
        let name = title ?? (settings.title.isEmpty ? "Praticario" : settings.title)
        let selection = Selection(
            title: name, query: question.isEmpty ? nil : question, entries: entries, values: values,
            settings: settings, language: language, date: .today)
        try await selection.write(as: format, to: path)
        let kept = Set(entries.map(\.id))
        return ExportReport(
            path: path, sheets: entries.count, leftOut: found.map(\.id).filter { !kept.contains($0) })
    }
}
