/// A meeting or an outcome, with what its community lends it: it is found on its own.
package struct CommunityPart<Content: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// The id of the community, a slash and its own: `giovani/incontro-3`.
    package var id: String
    package var content: Content
    package var communityID: String
    package var communityTitle: String
    package var isExample: Bool
    package var themes: [String]
    /// Its own, or else those of the community.
    package var territories: [String]
    package var origin: Origin
}

extension Community {
    package var meetingParts: [CommunityPart<Meeting>] {
        meetings.enumerated().map { index, meeting in
            part(meeting, "incontro-\(meeting.number ?? index + 1)", line: meeting.line, territories)
        }
    }

    package var outcomeParts: [CommunityPart<Outcome>] {
        outcomes.enumerated().map { index, outcome in
            part(
                outcome, outcome.id ?? "esito-\(index + 1)", line: outcome.line,
                outcome.territories.isEmpty ? territories : outcome.territories)
        }
    }

    private func part<Content>(
        _ content: Content, _ name: String, line: Int, _ territories: [String]
    ) -> CommunityPart<Content> {
        CommunityPart(
            id: id + "/" + name, content: content, communityID: id, communityTitle: title,
            isExample: isExample ?? false, themes: themes, territories: territories,
            origin: Origin(path: origin.path, line: line))
    }
}

extension Community {
    /// Whether it has this id or title, whatever the case and accents.
    package func isNamed(_ name: String) -> Bool {
        CommunityNames([(id, title)]).id(of: name) != nil
    }

    /// The ids of all sheets that it refers to.
    package var sheets: [String] {
        meetings.flatMap(\.sheets) + questions.flatMap(\.sheets) + outcomes.flatMap { $0.sheets + $0.toldBy }
    }

    mutating func keepSheets(where exists: (String) -> Bool) {
        for index in meetings.indices { meetings[index].sheets.removeAll { !exists($0) } }
        for index in questions.indices { questions[index].sheets.removeAll { !exists($0) } }
        for index in outcomes.indices { outcomes[index].keepSheets(where: exists) }
    }
}

extension Outcome {
    mutating func keepSheets(where exists: (String) -> Bool) {
        sheets.removeAll { !exists($0) }
        toldBy.removeAll { !exists($0) }
    }
}
