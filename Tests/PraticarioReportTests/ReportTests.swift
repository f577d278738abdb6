import PraticarioCorpus
import PraticarioReport
import PraticarioStatistics
import PraticarioSystem
import TestSupport
import Testing

/// Every figure of a report against what was counted by hand.
@Suite struct ReportTests {
    private static let text = """
        titolo: Sport e carcere
        temi: [sport in carcere]
        territori: [Lazio]
        facilitatore: Rete di prova
        membri:
          - {nome: Circolo Aurora, territorio: Roma}
          - {nome: Cooperativa Ponte, territorio: Foggia (FG)}
          - {nome: UISP di prova, territorio: Lecce (LE)}
        partenariati_di_partenza:
          - {parti: [Circolo Aurora, Cooperativa Ponte]}
        incontri:
          - {numero: 1, data: 2025-03-10, modalità: online, stato: svolto, persone: 14, decisioni: [Scrivere al comune], enti_presenti: [Circolo Aurora, cooperativa ponte], schede: [idea, pratica]}
          - {numero: 2, data: 2025-05-12, modalità: online, stato: svolto, enti_presenti: [Circolo Aurora], schede: [pratica]}
          - {numero: 3, data: 2025-07-07, modalità: online, stato: annullato}
          - {numero: 4, data: 2025-09-08, modalità: in presenza, stato: svolto, persone: 7}
          - {numero: 5, data: 2026-01-12, modalità: online, stato: previsto}
        domande:
          - {id: uno, domanda: Chi paga?, stato: chiusa, schede: [pratica]}
          - {id: due, domanda: Chi entra?, stato: in parte}
          - {id: tre, domanda: Chi resta?}
        esiti:
          - {id: a1, titolo: Forma nuova, tipo: adozione, da: UISP di prova, che_cosa: forma organizzativa, stato: avviato, data: 2025-06, territori: [Lecce (LE)], schede: [pratica], evidenza: statuto}
          - {id: a2, titolo: Gestione nuova, tipo: adozione, da: Circolo Aurora, che_cosa: modello di gestione, stato: concluso, data: 2025-10, territori: [Roma], schede: [pratica], evidenza: verbale}
          - {id: a3, titolo: Forse, tipo: adozione, da: Circolo Aurora, che_cosa: modello di gestione, stato: previsto, data: 2025-10}
          - {id: p1, titolo: Patto, tipo: partenariato, stato: avviato, data: 2025-07, parti: [Circolo Aurora, UISP di prova, Comune di Roma], con_pa: sì, evidenza: atto}
          - {id: p2, titolo: Di nuovo insieme, tipo: partenariato, stato: avviato, data: 2025-08, parti: [cooperativa ponte, Circolo Aurora], evidenza: lettera}
          - {id: p3, titolo: Poi, tipo: partenariato, stato: previsto, data: 2025-11, parti: [Circolo Aurora, Altri]}
          - {id: i1, titolo: Palestra, tipo: intervento, stato: concluso, data: 2025-10, territori: [Roma], destinatari: [detenuti], schede: [idea], raccontato_in: [pratica]}
          - {id: i2, titolo: Corsa, tipo: intervento, stato: avviato, data: 2025-11, territori: [Roma], evidenza: foto, ciclo: trasformativo}
          - {id: i3, titolo: Vela, tipo: intervento, stato: previsto, data: 2026-02}
        difficoltà: [Pochi istruttori]

        """

    private static func community(_ text: String = text) throws -> Community {
        let file = ParsedFile(community: Array(text.utf8), path: "comunita/sport.yaml", SmallWorld.vocabularies)
        guard case .community(let community) = try #require(file.documents.first).content else {
            throw CancellationError()
        }
        return community
    }

    private static func sheet(_ id: String, _ kind: EntryKind, _ territory: String) -> Entry {
        var entry = Entry(id: id, kind: kind, title: id, origin: Origin(path: "schede/\(id).md"))
        entry.territories = [territory]
        entry.publication = id == "idea" ? .draft : .published
        return entry
    }

    private static let sheets = [
        "idea": sheet("idea", .idea, "058091"), "pratica": sheet("pratica", .practice, "12"),
    ]

    private static func indicators(_ community: Community, plan: Programme.Plan? = nil) -> CommunityIndicators {
        CommunityIndicators(
            community, plan: plan, sheets: sheets, territories: SmallWorld.vocabularies.territories)
    }

    @Test func `meetings and participation are counted`() throws {
        let found = Self.indicators(try Self.community())
        #expect(found.meetings.held == 3 && found.meetings.cancelled == 1 && found.meetings.toCome == 1)
        #expect(found.meetings.planned == nil)
        #expect(found.participation.members == 3 && found.participation.present == 2)
        #expect(found.participation.attendance.map(\.people) == [14, nil, 7])
        #expect(found.participation.meanPeople == 10.5)
    }

    @Test func `questions are counted by status, one without a status being open`() throws {
        let questions = try #require(Self.indicators(try Self.community()).questions)
        #expect([questions.open, questions.partly, questions.closed] == [1, 1, 1])
        #expect(questions.closedShare == 1.0 / 3)
    }

    @Test func `what is planned never counts as begun`() throws {
        let found = Self.indicators(try Self.community())
        #expect(found.adoptions.organizationalForms == 1 && found.adoptions.managementModels == 1)
        #expect(found.adoptions.planned == 1)
        #expect(found.partnerships.new == 2 && found.partnerships.planned == 1)
        #expect(found.interventions.started == 1 && found.interventions.concluded == 1)
        #expect(found.interventions.planned == 1 && found.interventions.done == 2)
    }

    @Test func `a model is taken up elsewhere where no territory of its sheet is the same, above or below`() throws {
        #expect(Self.indicators(try Self.community()).adoptions.acrossTerritories == 1)
    }

    @Test func `new edges are pairs that did not work together at the start`() throws {
        let found = Self.indicators(try Self.community()).partnerships
        #expect(found.before.edges.count == 1 && found.before.bodies.count == 3)
        #expect(found.newEdges == 3)
        #expect(found.before.density == 1.0 / 3)
        #expect(found.after.bodies.count == 4 && found.after.density == 4.0 / 6)
        #expect(found.withAdministration == 1 && found.sayingWhether == 1)
    }

    @Test func `interventions are counted by place and by whom they serve`() throws {
        let found = Self.indicators(try Self.community()).interventions
        #expect(found.byTerritory == ["058091": 2] && found.byTargetGroup == ["detenuti": 1])
    }

    @Test func `knowledge is what was shared, and what came of ideas`() throws {
        let found = Self.indicators(try Self.community()).knowledge
        #expect(found.shared == 2 && found.byKind == [.idea: 1, .practice: 1])
        #expect(found.chains.fromIdea == 1 && found.chains.told == 1)
    }

    @Test func `cycles follow from kind and status unless the file states them`() throws {
        #expect(
            Self.indicators(try Self.community()).cycles == [
                .applied: 4, .potential: 3, .realized: 1, .transformative: 1,
            ])
    }

    @Test func `an empty community has figures, and what is not known is not 0`() throws {
        let found = Self.indicators(try Self.community("titolo: Vuota\n"))
        #expect(found.meetings.held == 0 && found.questions == nil)
        #expect(found.participation.present == nil && found.participation.meanPeople == nil)
        #expect(found.participation.members == nil && found.participation.attendance == [])
        #expect(found.knowledge.shared == nil && found.knowledge.produced == nil)
        #expect(found.adoptions.acrossTerritories == nil && found.partnerships.formal == nil)
        #expect(found.territories.reachedRegions == nil)
        #expect(found.partnerships.withAdministration == nil && found.partnerships.before.density == nil)
        let report = Report(
            nil, [try Self.community("titolo: Vuota\n")], surveys: [:], sheets: [:],
            territories: SmallWorld.vocabularies.territories, for: .network)
        #expect(report.totals.questions == nil && report.totals.plannedMeetings == nil)
        #expect(report.totals.members == nil && report.totals.adoptionsElsewhere == nil)
        #expect(report.totals.partnershipsWithAdministration == nil && report.totals.measuredGains == 0)
        #expect(report.chapters.map(\.gain) == [nil])
    }

    @Test func `chapters add up, bodies of several communities counted once`() throws {
        var programme = Programme(title: "Prova")
        programme.plan = Programme.Plan(communities: 3, meetings: 4)
        let community = try Self.community()
        let report = Report(
            programme, [community, community, community], surveys: [:], sheets: Self.sheets,
            territories: SmallWorld.vocabularies.territories, for: .network)
        #expect(report.totals.held == 9 && report.totals.plannedMeetings == 12)
        #expect(report.totals.members == 3 && report.totals.adoptions == 6)
        #expect(report.totals.partnerships == 6 && report.totals.interventions == 6)
        #expect(report.totals.plannedInterventions == 3 && report.totals.questions?.total == 9)
        #expect(report.chapters.map(\.stories) == Array(repeating: ["pratica", "idea"], count: 3))
    }

    @Test func `the ministry reads no difficulties, no decisions, no open questions and nothing that is not public`()
        throws
    {
        let report = Report(
            nil, [try Self.community()], surveys: [:], sheets: Self.sheets,
            territories: SmallWorld.vocabularies.territories, for: .ministry)
        let community = report.chapters[0].community
        #expect(community.difficulties.isEmpty && community.questions.map(\.id) == ["uno", "due"])
        #expect(community.meetings.flatMap(\.decisions).isEmpty)
        #expect(try Self.community().meetings[0].decisions == ["Scrivere al comune"])
        #expect(!community.sheets.contains("idea") && community.sheets.contains("pratica"))
        #expect(report.chapters[0].indicators.questions?.total == 3)
    }

    @Test func `both editions have the same figures`() throws {
        let communities = [try Self.community()]
        let figures = [ReportReaders.network, .ministry].map { readers in
            Report(
                nil, communities, surveys: [:], sheets: Self.sheets,
                territories: SmallWorld.vocabularies.territories, for: readers
            ).chapters[0].indicators
        }
        #expect(figures[0] == figures[1])
        #expect(figures[0].knowledge.byKind[.idea] != nil)
    }

    @Test func `an outcome without a status is neither done nor planned`() throws {
        let found = Self.indicators(
            try Self.community(
                "titolo: C\nesiti:\n  - {titolo: A, tipo: adozione}\n  - {titolo: B, tipo: partenariato, parti: [X, Y]}\n"
            ))
        #expect(found.adoptions.planned == 0 && found.partnerships.planned == 0 && found.partnerships.new == 0)
    }

    @Test func `what lies after a day does not count`() throws {
        let report = Report(
            nil, [try Self.community()], surveys: [:], sheets: Self.sheets,
            territories: SmallWorld.vocabularies.territories, until: PartialDate("2025-08-31"), for: .network)
        let found = report.chapters[0].indicators
        #expect(found.meetings.held == 2 && found.interventions.done == 0)
        #expect(found.partnerships.new == 2 && found.adoptions.managementModels == 0)
    }
}
