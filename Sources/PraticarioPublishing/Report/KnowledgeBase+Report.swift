public import Praticario
public import PraticarioCorpus
public import PraticarioReport
import PraticarioSearch
public import PraticarioSystem

extension KnowledgeBase {
    /// What came of the communities, as the files say it now.
    ///
    /// - Parameters:
    ///   - community: the id or title of one; `nil` for all.
    ///   - until: the last day that counts; `nil` for all.
    ///   - readers: who reads it.
    /// - Throws: `CommunityProblem.unknown`, and what reading throws.
    public func report(
        on community: String? = nil, until: PartialDate? = nil, for readers: ReportReaders = .network
    ) throws -> Report {
        let snapshot = snapshot()
        let communities = try community.map { [try snapshot.existingCommunity($0)] } ?? snapshot.communities()
        var surveys: [String: Survey] = [:]
        for community in communities { surveys[community.id] = Survey.read(community.id, in: folder).survey }
        return Report(
            snapshot.programme(), communities, surveys: surveys, sheets: try snapshot.sheets(of: communities),
            territories: snapshot.vocabularies.territories, until: until, for: readers)
    }

    /// Writes a report as a document.
    ///
    /// - Parameters:
    ///   - report: what `report(on:until:for:)` made.
    ///   - format: what it is written as.
    ///   - path: the file, whose folder must exist.
    ///   - language: of labels and headings; what people wrote stays in its own.
    /// - Throws: `FileProblem`, `ExportProblem`; for a format that another program makes `ProgramProblem`.
    public func write(
        _ report: Report, as format: ReportFormat, to path: String, language: Language = .italian
    ) async throws {
        try Disclosure.keepOut(path, of: folder)
        let edition = edition(of: report.programme, language: language)
        switch format {
        case .docx, .odt, .pdf:
            let document = Document(report, edition, sheets: try sheets(of: report))
            try await OfficeDocument(document, edition, format.exportFormat).write(to: path)
        case .xlsx:
            try ReportWorkbook(ReportWords(report, edition, sheets: try sheets(of: report))).write(to: path)
        case .html, .markdown, .json:
            var file = try OutputFile(path)
            try write(report, as: format, to: &file, language: language)
            try file.close()
        }
    }

    /// Writes a report as text, in a format for which `isText` holds.
    public func write(
        _ report: Report, as format: ReportFormat, to out: inout some TextOutputStream,
        language: Language = .italian
    ) throws {
        let edition = edition(of: report.programme, language: language)
        let document = Document(report, edition, sheets: try sheets(of: report))
        switch format {
        case .html: try HTMLDocument(document).write(to: &out)
        case .markdown: try MarkdownDocument(document).write(to: &out)
        case .json: out.write(ReportJSON.text(of: report) + "\n")
        case .docx, .odt, .pdf, .xlsx: preconditionFailure("\(format) is no text")
        }
    }

    /// Those that the readers may know.
    private func sheets(of report: Report) throws -> [String: Entry] {
        let sheets = try snapshot().sheets(of: report.chapters.map(\.community))
        return report.readers == .network ? sheets : sheets.filter { $0.value.publication == .published }
    }
}

extension Snapshot {
    /// The sheets that communities refer to and that name one of them, and those that these derive from or answer; by their
    /// ids.
    func sheets(of communities: [Community]) throws -> [String: Entry] {
        let referred = Set(communities.flatMap(\.sheets))
        let ids = try ids()
        var found: [Entry] = []
        // Some at a time: a whole knowledge base takes much memory.
        for start in stride(from: 0, to: ids.count, by: 500) {
            found += try entries(Array(ids[start..<min(start + 500, ids.count)])).filter { entry in
                referred.contains(entry.id)
                    || (entry.community.map { name in communities.contains { $0.isNamed(name) } } ?? false)
            }
        }
        let known = Set(found.map(\.id))
        found += try entries(Set(found.flatMap(\.relations).map(\.target)).subtracting(known).sorted())
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }
}

/// What a report can be written as.
public enum ReportFormat: String, Codable, CaseIterable, Sendable {
    /// A page that needs nothing else.
    case html
    /// CommonMark with tables.
    case markdown
    /// By pandoc, likewise the next.
    case docx, odt
    /// By WeasyPrint.
    case pdf
    /// A worksheet for each table.
    case xlsx
    /// The report itself, for programs: docs/rapporto.md.
    case json

    /// Whether it can be written anywhere, piece by piece.
    public var isText: Bool { [.html, .markdown, .json].contains(self) }

    /// What comes behind the dot.
    public var fileExtension: String { self == .markdown ? "md" : rawValue }

    /// Whether it can be read from beginning to end: minutes are written as such.
    public var isDocument: Bool { self != .json && self != .xlsx }

    var exportFormat: ExportFormat {
        switch self {
        case .html: .html
        case .markdown: .markdown
        case .docx: .docx
        case .odt: .odt
        case .pdf: .pdf
        case .xlsx: .xlsx
        case .json: .json
        }
    }
}
