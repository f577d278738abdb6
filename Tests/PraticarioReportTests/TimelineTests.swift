import PraticarioCorpus
import PraticarioReport
import TestSupport
import Testing

/// What happened when and where, against what was counted by hand.
@Suite struct TimelineTests {
    private static func community(_ text: String) throws -> Community {
        let file = ParsedFile(community: Array(text.utf8), path: "comunita/a.yaml", SmallWorld.vocabularies)
        guard case .community(let community) = try #require(file.documents.first).content else {
            throw CancellationError()
        }
        return community
    }

    private static let text = """
        titolo: A
        membri:
          - {nome: Uno, territorio: Roma}
          - {nome: Due, territorio: Lecce (LE)}
          - {nome: Tre}
        incontri:
          - {numero: 2, data: 2025-05-12, stato: svolto}
          - {numero: 1, data: 2025-03-10, stato: annullato}
          - {numero: 3, stato: previsto}
        esiti:
          - {titolo: X, tipo: adozione, stato: avviato, data: 2025-05, territori: [Roma, Lecce (LE)]}
          - {titolo: Y, tipo: intervento, stato: concluso, data: 2025-05-12, territori: [Italia]}
          - {titolo: Z, tipo: intervento, stato: previsto, data: 2024, territori: [Roma]}
          - {titolo: W, tipo: partenariato, stato: avviato, parti: [Uno, Due], territori: [Roma]}

        """

    private static func names(_ moments: [Timeline.Moment]) -> [String] {
        moments.map { moment in
            switch moment {
            case .meeting(let meeting): "\(meeting.number ?? 0)"
            case .outcome(let outcome): outcome.title
            }
        }
    }

    @Test func `moments stand in the order of time, those without a date apart`() throws {
        let timeline = Timeline(try Self.community(Self.text))
        #expect(Self.names(timeline.moments) == ["Z", "1", "X", "2", "Y"])
        #expect(Self.names(timeline.undated) == ["3", "W"])
    }

    @Test func `months are counted from where a date begins`() throws {
        #expect(try #require(PartialDate("2025")).months == 2025 * 12)
        #expect(try #require(PartialDate("2025-03")).months == 2025 * 12 + 2)
        #expect(try #require(PartialDate("2025-03-10")).months == 2025 * 12 + 2 + 9.0 / 31)
    }

    private static func coverage(_ texts: [String], until: PartialDate? = nil) throws -> [RegionCoverage] {
        Report(
            nil, try texts.map(community), surveys: [:], sheets: [:], territories: SmallWorld.vocabularies.territories,
            until: until, for: .ministry
        ).coverage
    }

    @Test func `regions have their members and what began in them, each body once`() throws {
        let found = try Self.coverage([Self.text, Self.text])
        #expect(found.map(\.region) == ["12", "16", nil])
        #expect(found.map(\.members) == [1, 1, 1])
        #expect(found.map(\.adoptions) == [2, 2, 0])
        #expect(found.map(\.partnerships) == [2, 0, 0])
        #expect(found.map(\.interventions) == [0, 0, 2])
        #expect(try Self.coverage([Self.text], until: PartialDate("2025-01")).map(\.outcomes) == [0, 0, 0])
    }

    @Test func `where nothing is, no region is`() throws {
        #expect(try Self.coverage(["titolo: B\n"]) == [])
    }

    @Test func `a body that says its place once is in no other row`() throws {
        let second = "titolo: B\nmembri:\n  - {nome: uno}\n"
        #expect(try Self.coverage([Self.text, second]).map(\.members) == [1, 1, 1])
    }
}
