import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioReport
import PraticarioSystem

/// The report on communities to take away, in the formats that are one file to read.
struct ReportDownload: Sendable {
    let label: String
    let links: [PageLink]

    private static let formats: [(format: ReportFormat, label: LocalizedText, type: String)] = [
        (.docx, LocalizedText(both: "Word"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (.odt, LocalizedText(both: "LibreOffice"), "application/vnd.oasis.opendocument.text"),
        (.pdf, LocalizedText(both: "PDF"), "application/pdf"),
        (.html, LocalizedText(it: "Pagina da stampare", en: "Page to print"), "text/html; charset=utf-8"),
        (
            .xlsx, LocalizedText(it: "Excel, con le tabelle", en: "Excel, with the tables"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        ),
    ]

    static func named(_ name: String) throws -> (format: ReportFormat, type: String) {
        guard let found = formats.first(where: { $0.format.rawValue == name }) else {
            throw WebProblem.noFormat(name)
        }
        return (found.format, found.type)
    }

    /// Of a meeting that was held.
    static func minutes(of number: Int, of community: String, _ language: Language) -> [PageLink] {
        formats.filter(\.format.isDocument).map { row in
            PageLink(
                label: row.label[language],
                address: "\(CommunityPage.address(of: community))/verbale/\(number)/\(row.format.rawValue)")
        }
    }

    /// By who reads it.
    ///
    /// - Parameter community: the id of the one that it is on; `nil` for all.
    static func all(on community: String? = nil, _ language: Language) -> [ReportDownload] {
        ReportReaders.allCases.map { readers in
            var fields = FormFields()
            fields.append("edizione", readers.rawValue)
            if let community { fields.append("comunita", community) }
            return ReportDownload(
                label: readers == .network
                    ? language.say("Per chi conduce il programma", "For those who run the programme")
                    : language.say("Per il ministero", "For the ministry"),
                links: formats.map { row in
                    PageLink(
                        label: row.label[language],
                        address: "/rapporto/\(row.format.rawValue)?\(fields.encoded)")
                })
        }
    }
}

extension WebLibrary {
    @Sendable func downloadReport(_ request: Request, _ context: WebContext) async throws -> Response {
        let (format, type) = try ReportDownload.named(context.part("format"))
        let fields = request.fields
        let readers = fields["edizione"].flatMap { ReportReaders(named: $0) } ?? .network
        let (base, language) = (base(for: context.viewer), context.language)
        let community = fields["comunita"]
        let report = try await Background.run { try base.report(on: community, for: readers) }
        guard !report.chapters.isEmpty else { throw WebProblem.noCommunities }
        let name = (community ?? "rapporto") + "." + format.fileExtension
        return try await written(name, type) { path in
            try await base.write(report, as: format, to: path, language: language)
        }
    }
}
