public import Praticario
import PraticarioCorpus
public import PraticarioSystem

extension KnowledgeBase {
    /// Writes the record of a meeting that was held: bodies, never persons.
    ///
    /// - Parameters:
    ///   - number: of the meeting.
    ///   - community: its id or title.
    ///   - format: what it is written as: one for which `isDocument` holds.
    ///   - path: the file, whose folder must exist.
    ///   - language: of labels and headings; what people wrote stays in its own.
    /// - Throws: `CommunityProblem`, `FileProblem`, `ExportProblem`; for a format that another program makes
    ///   `ProgramProblem`.
    public func writeMinutes(
        of number: Int, of community: String, as format: ReportFormat, to path: String, language: Language = .italian
    ) async throws {
        try Disclosure.keepOut(path, of: folder)
        let (document, edition) = try minutes(of: number, of: community, language)
        guard !format.isText else {
            var file = try OutputFile(path)
            try write(document, as: format, to: &file)
            return try file.close()
        }
        try await OfficeDocument(document, edition, format.exportFormat).write(to: path)
    }

    /// Writes the record of a meeting as text, in HTML or Markdown.
    public func writeMinutes(
        of number: Int, of community: String, as format: ReportFormat, to out: inout some TextOutputStream,
        language: Language = .italian
    ) throws {
        try write(try minutes(of: number, of: community, language).document, as: format, to: &out)
    }

    private func write(_ document: Document, as format: ReportFormat, to out: inout some TextOutputStream) throws {
        switch format {
        case .html: try HTMLDocument(document).write(to: &out)
        case .markdown: try MarkdownDocument(document).write(to: &out)
        case .docx, .odt, .pdf, .xlsx, .json: preconditionFailure("\(format) is no text of minutes")
        }
    }

    private func minutes(
        of number: Int, of name: String, _ language: Language
    ) throws -> (document: Document, edition: Edition) {
        let snapshot = snapshot()
        let community = try snapshot.existingCommunity(name)
        let meeting = try community.existingMeeting(number)
        guard meeting.status == .held else { throw CommunityProblem.notHeld(number) }
        let programme = snapshot.programme()
        let edition = edition(of: programme, language: language)
        let document = Document(
            meeting, of: community, programme, edition, sheets: try snapshot.sheets(of: [community]))
        return (document, edition)
    }
}
