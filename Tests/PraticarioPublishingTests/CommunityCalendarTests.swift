import Foundation
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem
import TestSupport
import Testing

/// Calendars as others read them, and minutes as their readers see them.
@Suite struct CommunityCalendarTests {
    private static let long = String(repeating: "à🦊 ", count: 40) + "fine"
    private static let text = """
        titolo: "Sport; \\\\carcere, uno"
        incontri:
          - {numero: 1, data: 2025-03-10, modalità: online, stato: svolto, argomenti: ["\(long)", "Due: a;b,c\\nBEGIN:VEVENT"]}
          - {numero: 2, data: 2025-12-31, modalità: in presenza, luogo: "Roma, sede", stato: annullato}
          - {numero: 3, data: 2026-02, stato: previsto}
          - {data: 2099-02-28, stato: previsto}

        """

    private static func calendar() throws -> CommunityCalendar {
        let file = ParsedFile(community: Array(text.utf8), path: "comunita/sport.yaml", SmallWorld.vocabularies)
        let community = try #require(file.documents.compactMap(\.content.community).first)
        var settings = KnowledgeBaseSettings()
        settings.title = "Archivio di prova"
        return CommunityCalendar(
            [community], settings, language: .italian, made: try #require(PartialDate("2026-11-26")))
    }

    @Test func `lines end in CR LF and have at most 75 octets`() throws {
        let calendar = try Self.calendar()
        #expect(calendar.count == 3 && calendar.undated == 1)
        let lines = calendar.text.components(separatedBy: "\r\n")
        #expect(lines.last == "" && !calendar.text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
        for line in lines { #expect(line.utf8.count <= 75, "\(line)") }
        #expect(calendar.text == (try Self.calendar()).text)
    }

    private struct Event: Decodable, Equatable {
        let uid, start, summary, location, description, status: String
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["PRATICARIO_PYTHON"] != nil))
    func `another program reads days, names and texts as they are`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).ics")
        defer { try? FileManager.default.removeItem(at: path) }
        try Data(Self.calendar().text.utf8).write(to: path)
        let events: [Event] = try Python.read(
            path.path(),
            by: """
                import icalendar, json, sys
                calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
                assert not calendar.errors and str(calendar["VERSION"]) == "2.0"
                events = []
                for event in calendar.walk("VEVENT"):
                    assert not event.errors
                    start = event.decoded("DTSTART")
                    assert event.decoded("DTSTAMP").isoformat() == "2026-11-26T00:00:00+00:00"
                    events.append({"uid": str(event["UID"]), "start": start.isoformat(),
                        "summary": str(event["SUMMARY"]), "location": str(event.get("LOCATION", "")),
                        "description": str(event.get("DESCRIPTION", "")), "status": str(event["STATUS"])})
                print(json.dumps(events))
                """)
        #expect(
            events == [
                Event(
                    uid: "incontro-1.sport@archivio-di-prova.praticario", start: "2025-03-10",
                    summary: "Sport; \\carcere, uno, incontro 1", location: "online",
                    description: Self.long + "\nDue: a;b,c\nBEGIN:VEVENT", status: "CONFIRMED"),
                Event(
                    uid: "incontro-2.sport@archivio-di-prova.praticario", start: "2025-12-31",
                    summary: "Sport; \\carcere, uno, incontro 2", location: "in presenza, Roma, sede",
                    description: "", status: "CANCELLED"),
                Event(
                    uid: "incontro-4.sport@archivio-di-prova.praticario", start: "2099-02-28",
                    summary: "Sport; \\carcere, uno, incontro", location: "", description: "", status: "TENTATIVE"),
            ])
    }
}
