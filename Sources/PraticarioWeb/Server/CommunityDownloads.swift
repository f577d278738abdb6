import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem

/// The minutes of a meeting, and the days of meetings, to take away.
extension WebLibrary {
    @Sendable func downloadMinutes(_ request: Request, _ context: WebContext) async throws -> Response {
        let (format, type) = try ReportDownload.named(context.part("format"))
        guard let number = Int(context.part("number")) else { throw WebProblem.notFound }
        guard format.isDocument else { throw WebProblem.noFormat(context.part("format")) }
        let (base, id, language) = (base(for: context.viewer), context.part("id"), context.language)
        return try await written("verbale-\(id)-\(number).\(format.fileExtension)", type) { path in
            try await base.writeMinutes(of: number, of: id, as: format, to: path, language: language)
        }
    }

    @Sendable func calendar(_ request: Request, _ context: WebContext) async throws -> Response {
        try await calendar(context, named: "incontri") { try $0.communities() }
    }

    @Sendable func communityCalendar(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        return try await calendar(context, named: "incontri-\(id)") { [try $0.existingCommunity(id)] }
    }

    private func calendar(
        _ context: WebContext, named stem: String, _ communities: @escaping @Sendable (Snapshot) throws -> [Community]
    ) async throws -> Response {
        let language = context.language
        let text = try await read(context) { snapshot in
            CommunityCalendar(try communities(snapshot), snapshot.settings, language: language).text
        }
        var response = Response.text(text, "text/calendar; charset=utf-8")
        let name = String(
            stem.unicodeScalars.map {
                $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic || ("0"..."9").contains($0))
                    ? Character($0) : "-"
            })
        response.headers[.contentDisposition] = "attachment; filename=\"\(name).ics\""
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
