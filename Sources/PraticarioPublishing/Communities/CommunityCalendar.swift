import ItalianText
public import Praticario
public import PraticarioCorpus
public import PraticarioSystem

/// Meetings for the calendars of people: iCalendar, RFC 5545.
///
/// Every meeting whose day is known is an event of that day, under a name that stays the same: who reads the file again
/// sees what changed.
public struct CommunityCalendar: Sendable {
    private let communities: [Community]
    private let settings: KnowledgeBaseSettings
    private let language: Language
    private let made: PartialDate

    /// Of some communities of a knowledge base with these settings, in this language, as of this day.
    public init(
        _ communities: [Community], _ settings: KnowledgeBaseSettings, language: Language, made: PartialDate = .today
    ) {
        (self.communities, self.settings, self.language, self.made) = (communities, settings, language, made)
    }

    /// Meetings that are in it.
    public var count: Int { communities.flatMap(\.meetingParts).count { $0.content.date?.day != nil } }

    /// Meetings whose day is not known: they are left out.
    public var undated: Int { communities.flatMap(\.meetingParts).count { $0.content.date?.day == nil } }

    /// Lines that end in CR LF and have at most 75 octets.
    public var text: String {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Praticario//Praticario//IT", "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:" + Self.escaped(settings.title),
        ]
        let events = communities.flatMap(\.meetingParts).flatMap(event)
        return (head + events + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ part: CommunityPart<Meeting>) -> [String] {
        let meeting = part.content
        guard let date = meeting.date, date.day != nil else { return [] }
        let names = part.id.split(separator: "/").reversed().joined(separator: ".")
        let number = meeting.number.map { " \($0)" } ?? ""
        let example = part.isExample ? language.say("[esempio] ", "[example] ") : ""
        let place = [meeting.mode?.label[language], meeting.place].compactMap { $0 }.joined(separator: ", ")
        let description = meeting.topics.joined(separator: "\n")
        return [
            "BEGIN:VEVENT", "UID:\(names)@\(TextKey.slug(settings.title)).praticario",
            "DTSTAMP:\(Self.day(made))T000000Z", "DTSTART;VALUE=DATE:\(Self.day(date))",
            "SUMMARY:"
                + Self.escaped(
                    example + part.communityTitle + ", " + language.say("incontro", "meeting") + number),
            place.isEmpty ? "" : "LOCATION:" + Self.escaped(place),
            description.isEmpty ? "" : "DESCRIPTION:" + Self.escaped(description),
            "STATUS:" + Self.status(meeting.status), "END:VEVENT",
        ].filter { !$0.isEmpty }
    }

    private static func status(_ status: MeetingStatus?) -> String {
        switch status {
        case .held: "CONFIRMED"
        case .cancelled: "CANCELLED"
        case .planned, nil: "TENTATIVE"
        }
    }

    private static func day(_ date: PartialDate) -> String { date.iso8601.replacing("-", with: "") }

    /// RFC 5545, 3.3.11; controls may not stand in it.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": escaped += "\\n"
            case _ where scalar.properties.generalCategory == .control: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// RFC 5545, 3.1: what goes on begins with a space, and no character is taken apart.
    private static func folded(_ line: String) -> String {
        var folded = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if octets + size > 75 {
                folded += "\r\n "
                octets = 1
            }
            folded.unicodeScalars.append(scalar)
            octets += size
        }
        return folded
    }
}

extension KnowledgeBase {
    /// Writes a calendar.
    ///
    /// - Parameters:
    ///   - calendar: of one community or of all.
    ///   - path: the file, whose folder must exist.
    /// - Throws: `FileProblem`, `ExportProblem`.
    public func write(_ calendar: CommunityCalendar, to path: String) throws {
        try Disclosure.keepOut(path, of: folder)
        let file = try OutputFile(path)
        file.write(calendar.text)
        try file.close()
    }
}
