import PraticarioCorpus
import PraticarioReport
import PraticarioSystem
import TestSupport
import Testing

/// The indicators of knowledge, of attendance and of territories, against what was counted by hand.
@Suite struct IndicatorTests {
    private static let text = """
        titolo: Orti
        territori: [Lazio, Campania]
        membri:
          - {nome: Uno, territorio: Roma}
          - {nome: Due, territorio: Lecce (LE)}
          - {nome: Tre, territorio: Foggia (FG)}
          - {nome: Quattro}
        incontri:
          - {numero: 2, data: 2025-05-12, modalità: online, stato: svolto, persone: 9, enti_presenti: [Due, Altri], schede: [soluzione, pratica]}
          - {numero: 1, data: 2025-03-10, modalità: in presenza, stato: svolto, persone: 12, enti_presenti: [Uno, due, Uno], schede: [soluzione]}
          - {numero: 3, stato: svolto}
          - {numero: 4, data: 2025-09-01, modalità: online, stato: annullato, schede: [bozza]}
        esiti:
          - {titolo: Altrove, tipo: adozione, che_cosa: modello di gestione, stato: avviato, data: 2025-06, territori: [Roma], schede: [soluzione]}
          - {titolo: Lì vicino, tipo: adozione, che_cosa: forma organizzativa, stato: concluso, data: 2025-06, territori: [San Severo (FG)], schede: [soluzione]}
          - {titolo: Non si sa dove, tipo: adozione, stato: avviato, data: 2025-06, schede: [soluzione]}
          - {titolo: Formale, tipo: partenariato, stato: avviato, data: 2025-07, parti: [Uno, Due], formale: sì, con_pa: no}
          - {titolo: Informale, tipo: partenariato, stato: avviato, data: 2025-07, parti: [Uno, Tre], formale: no}
          - {titolo: Intera, tipo: intervento, stato: avviato, data: 2025-10, territori: [Napoli], schede: [soluzione], raccontato_in: [pratica]}
          - {titolo: Solo idea, tipo: intervento, stato: concluso, data: 2025-10, territori: [Napoli, Roma], destinatari: [giovani], schede: [idea]}
          - {titolo: Di nulla, tipo: intervento, stato: avviato, data: 2025-11}
          - {titolo: Forse, tipo: intervento}
          - {titolo: Poi, tipo: intervento, stato: previsto, schede: [idea]}

        """

    private static func community() throws -> Community {
        let file = ParsedFile(community: Array(text.utf8), path: "comunita/orti.yaml", SmallWorld.vocabularies)
        return try #require(file.documents.first?.content.community)
    }

    /// The solution is from the province of Foggia, and answers the idea, which is a draft.
    private static let sheets: [String: Entry] = {
        func sheet(_ id: String, _ kind: EntryKind, _ territory: String, _ themes: [String], in community: String?)
            -> Entry
        {
            var entry = Entry(id: id, kind: kind, title: id, origin: Origin(path: "schede/\(id).md"))
            (entry.territories, entry.themes, entry.community) = ([territory], themes, community)
            entry.publication = id == "idea" ? .draft : .published
            return entry
        }
        var solution = sheet("soluzione", .solution, "071", ["sport", "scuola"], in: nil)
        solution.relations = [
            Relation(kind: .answers, target: "idea"), Relation(kind: .similarTo, target: "pratica"),
            Relation(kind: .derivesFrom, target: "non-c-e"),
        ]
        return [
            "idea": sheet("idea", .idea, "12", ["anziani"], in: "ORTI"), "soluzione": solution,
            "pratica": sheet("pratica", .practice, "063049", ["sport"], in: "orti"),
            "bozza": sheet("bozza", .practice, "12", [], in: "altra"),
        ]
    }()

    private static func report(_ readers: ReportReaders = .network) throws -> Report {
        var programme = Programme(title: "Prova")
        programme.plan = Programme.Plan(communities: 1, meetings: 6, online: 5, inPerson: 1)
        return Report(
            programme, [try community()], surveys: [:], sheets: sheets,
            territories: SmallWorld.vocabularies.territories, for: readers)
    }

    private static func indicators() throws -> CommunityIndicators { try report().chapters[0].indicators }

    @Test func `meetings are counted by how people met, beside the plan`() throws {
        let found = try Self.indicators().meetings
        #expect([found.held, found.heldOnline, found.heldInPerson, found.cancelled] == [3, 1, 1, 1])
        #expect([found.planned, found.plannedOnline, found.plannedInPerson] == [6, 5, 1])
    }

    @Test func `attendance stands in the order of time, each body once, and is not 0 where nobody wrote it`() throws {
        let found = try Self.indicators().participation
        #expect(found.attendance.map(\.number) == [1, 2, 3])
        #expect(found.attendance.map(\.people) == [12, 9, nil])
        #expect(found.attendance.map(\.organizations) == [2, 2, nil])
        #expect(found.attendance.map(\.members) == [2, 1, nil])
        #expect(found.members == 4 && found.present == 2 && found.meanPeople == 10.5)
    }

    @Test func `territories are those of members, of what began, and of the community`() throws {
        let found = try Self.indicators().territories
        #expect(found.placedMembers == 3 && found.memberRegions == ["12", "16"])
        #expect(found.memberProvinces == ["058", "071", "075"])
        #expect(found.outcomeRegions == ["12", "15", "16"])
        #expect(found.namedRegions == ["12", "15"] && found.reachedRegions == 2)
    }

    @Test func `adoptions elsewhere are counted of those that say both territories`() throws {
        let found = try Self.indicators().adoptions
        #expect([found.organizationalForms, found.managementModels, found.unspecified, found.done] == [1, 1, 1, 3])
        #expect(found.acrossTerritories == 1 && found.sayingWhere == 2)
        let crossings = try Self.report().chapters[0].crossings
        #expect(crossings.map(\.adoption) == ["Altrove", "Lì vicino"])
        #expect(crossings.map(\.isElsewhere) == [true, false])
        #expect(crossings.map(\.from) == [["071"], ["071"]] && crossings.map(\.to) == [["058091"], ["071051"]])
    }

    @Test func `partnerships are formal, or with an administration, of those that say it`() throws {
        let found = try Self.indicators().partnerships
        #expect(found.formal == 1 && found.sayingFormal == 2)
        #expect(found.withAdministration == 0 && found.sayingWhether == 1)
    }

    @Test func `interventions are counted by the themes of their sheets`() throws {
        let found = try Self.indicators().interventions
        #expect([found.planned, found.started, found.concluded, found.unstated] == [1, 2, 1, 1])
        #expect(found.byTheme == ["sport": 1, "scuola": 1, "anziani": 1] && found.withoutTheme == 1)
        #expect(found.byTerritory == ["063049": 2, "058091": 1] && found.byTargetGroup == ["giovani": 1])
    }

    @Test func `knowledge is counted by kind, theme, region and meeting, and by what became of it`() throws {
        let found = try Self.indicators().knowledge
        #expect(found.shared == 2 && found.byKind == [.solution: 1, .practice: 1])
        #expect(found.byTheme == ["sport": 2, "scuola": 1] && found.byRegion == ["16": 1, "15": 1])
        #expect(try Self.indicators().participation.attendance.map(\.sheets) == [1, 2, 0])
        #expect(found.reused == 1 && found.produced == 2)
    }

    @Test func `chains go from an idea by way of a solution and an intervention to a practice`() throws {
        let counts = try Self.indicators().knowledge.chains
        #expect([counts.interventions, counts.traceable] == [3, 2])
        #expect([counts.fromIdea, counts.fromSolution, counts.told, counts.complete] == [2, 1, 1, 1])
        let chains = try Self.report().chapters[0].chains
        #expect(chains.map(\.intervention) == ["Intera", "Solo idea"])
        #expect(chains.map(\.ideas) == [["idea"], ["idea"]] && chains.map(\.isComplete) == [true, false])
        #expect(chains[0].solutions == ["soluzione"] && chains[0].practices == ["pratica"])
    }

    @Test func `the ministry has the same counts, and no draft by name`() throws {
        let (ours, theirs) = (try Self.report(), try Self.report(.ministry))
        #expect(ours.chapters[0].indicators == theirs.chapters[0].indicators)
        #expect(theirs.chapters[0].chains.map(\.ideas) == [[], []])
        #expect(theirs.chapters[0].chains.map(\.isComplete) == [true, false])
        #expect(ours.totals == theirs.totals && ours.coverage == theirs.coverage)
    }

    @Test func `a story is told by the sheet that tells an outcome, before those from which most come`() throws {
        #expect(try Self.report().chapters[0].stories == ["pratica", "soluzione"])
    }

    @Test func `an outcome that says neither cycle nor status is in no cycle`() throws {
        let found = try Self.indicators()
        #expect(found.cycles == [.applied: 7, .realized: 1, .potential: 1] && found.withoutCycle == 1)
    }

    @Test func `what some communities know is summed, and what none knows is not 0`() throws {
        let totals = try Self.report().totals
        #expect(totals.adoptions == 3 && totals.adoptionsElsewhere == 1 && totals.adoptionsSayingWhere == 2)
        #expect(totals.partnershipsWithAdministration == 0 && totals.partnershipsSayingWhether == 1)
        #expect(totals.newPairs == 2 && totals.toldInterventions == 1 && totals.completeChains == 1)
        #expect(totals.held == 3 && totals.plannedMeetings == 6 && totals.members == 4)
    }
}
