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
        zip(meetings.indices, partOrigins).map { index, origin in
            part(meetings[index], "incontro-\(meetings[index].number ?? index + 1)", origin, territories)
        }
    }

    package var outcomeParts: [CommunityPart<Outcome>] {
        zip(outcomes.indices, partOrigins.dropFirst(meetings.count)).map { index, origin in
            let outcome = outcomes[index]
            return part(
                outcome, outcome.name(at: index), origin,
                outcome.territories.isEmpty ? territories : outcome.territories)
        }
    }

    /// Of the meetings, then of the outcomes: each its own, also where several stand on one line.
    private var partOrigins: [Origin] {
        var seen: [Int: Int] = [:]
        return (meetings.map(\.line) + outcomes.map(\.line)).map { line in
            defer { seen[line, default: 0] += 1 }
            return Origin(path: origin.path, line: line, before: seen[line] ?? 0)
        }
    }

    private func part<Content>(
        _ content: Content, _ name: String, _ origin: Origin, _ territories: [String]
    ) -> CommunityPart<Content> {
        CommunityPart(
            id: id + "/" + name, content: content, communityID: id, communityTitle: title,
            isExample: isExample ?? false, themes: themes, territories: territories, origin: origin)
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
    /// Its id, or what stands for one.
    package func name(at index: Int) -> String { id ?? "esito-\(index + 1)" }

    mutating func keepSheets(where exists: (String) -> Bool) {
        sheets.removeAll { !exists($0) }
        toldBy.removeAll { !exists($0) }
    }
}
