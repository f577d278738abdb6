import Foundation
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What changed last among the sheets of a search, as news that any feed reader follows (RFC 4287).
struct AtomFeed: Sendable {
    private let name: String
    private let address: String
    private let home: String
    private let items: [(head: EntryHead, updated: String)]

    /// As many sheets as a feed holds.
    private static let limit = 30

    /// - Parameter origin: of the server: scheme, name and port.
    init(_ state: SearchState, _ snapshot: Snapshot, origin: String, _ language: Language) throws {
        var request = SearchRequest.allHeads
        request.limit = Self.limit
        request.sort = .date
        request.wantsEntries = true
        let hits = try snapshot.search(state.question(snapshot.values), request).hits
        items = hits.map { ($0.head, Self.time($0.entry?.updated)) }
        let what = state.text.isEmpty ? "" : " – " + state.text
        name = (snapshot.settings.title.isEmpty ? "Praticario" : snapshot.settings.title) + what
        home = origin + state.at(page: 1).address
        address = origin + SearchState.address("/novita.atom", state.at(page: 1).fields)
    }

    /// Atom wants a moment: what is known of a day, its beginning; nothing, the beginning of time.
    private static func time(_ date: PartialDate?) -> String {
        let parts = (date?.iso8601 ?? "1970").split(separator: "-")
        let whole = parts + ["01", "01"].dropFirst(parts.count - 1)
        return whole.joined(separator: "-") + "T00:00:00Z"
    }

    var xml: String {
        let origin = home.split(separator: "/", maxSplits: 3).prefix(2).joined(separator: "//")
        let entries = items.map { item in
            let link = origin + SheetPage.address(of: item.head.id)
            return """
                <entry>
                <id>\(Self.escaped(link))</id>
                <title>\(Self.escaped(item.head.title))</title>
                <link href="\(Self.escaped(link))"/>
                <updated>\(item.updated)</updated>
                <author><name>\(Self.escaped(item.head.organization ?? name))</name></author>
                <summary>\(Self.escaped(item.head.summary ?? ""))</summary>
                </entry>

                """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>\(Self.escaped(home))</id>
            <title>\(Self.escaped(name))</title>
            <link rel="self" href="\(Self.escaped(address))"/>
            <link href="\(Self.escaped(home))"/>
            <updated>\(items.first?.updated ?? "1970-01-01T00:00:00Z")</updated>
            \(entries.joined())</feed>

            """
    }

    /// Also without the controls that XML 1.0 does not allow.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t", "\u{FFFE}", "\u{FFFF}":
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension WebLibrary {
    @Sendable func feed(_ request: Request, _ context: WebContext) async throws -> Response {
        let state = SearchState(request.fields)
        let origin = Self.origin(request)
        let xml = try await read(context) { try AtomFeed(state, $0, origin: origin, context.language).xml }
        return Response.text(xml, "application/atom+xml; charset=utf-8").answering(request)
    }

    /// How the server was called, for addresses that are followed from elsewhere.
    static func origin(_ request: Request) -> String {
        let scheme = request.isSecure ? "https" : "http"
        return "\(scheme)://\(request.head.authority ?? "localhost")"
    }
}
