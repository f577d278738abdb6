import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Files of `comunita/`: read whole, a wrong value costing only itself.
@Suite struct CommunityTests {
    private static let today = PartialDate(year: 2026, month: 11, day: 24)!
    static let text = """
        titolo: Sport e carcere
        sintesi: Come si porta lo sport dentro.
        temi: [sport in carcere]
        territori: [Lazio, provincia di Foggia]
        facilitatore: Rete di prova
        membri:
          - {nome: Circolo Aurora, territorio: Roma, forma_giuridica: APS, sezione_runts: b}
          - nome: Comune di Foggia
            territorio: Foggia (FG)
            forma_giuridica: altro
        partenariati_di_partenza:
          - {parti: [Circolo Aurora, Comune di Foggia]}
        incontri:
          - numero: 1
            data: 2025-03-10
            modalità: online
            stato: svolto
            enti_presenti: [Circolo Aurora, comune di foggia]
            persone: 14
            argomenti: [Chi entra e come]
            schede: [palestra]
            decisioni: Scrivere al provveditorato
          - {numero: 2, data: 2025-05-12, modalità: in presenza, luogo: Roma, stato: previsto}
        domande:
          - {id: chi-paga, domanda: Chi paga gli istruttori?, tema: sport, incontro: 1, stato: chiusa, schede: [palestra]}
        esiti:
          - titolo: Palestra condivisa
            tipo: intervento
            stato: avviato
            data: 2025-06
            territori: [Roma]
            destinatari: [detenuti]
            incontro: 1
            evidenza: Convenzione del 3 giugno 2025
            schede: [palestra]
          - {id: orti, titolo: Patto, tipo: partenariato, stato: previsto, parti: [Circolo Aurora, UISP], formale: sì, con_pa: no}
        difficoltà: [Pochi istruttori]

        """

    private static func read(_ text: String) -> ParsedFile {
        ParsedFile(community: Array(text.utf8), path: "comunita/sport.yaml", SmallWorld.vocabularies)
    }

    private static func community(_ file: ParsedFile) throws -> Community {
        guard case .community(let community) = try #require(file.documents.first).content else {
            throw CancellationError()
        }
        return community
    }

    @Test func `every part of a community is read`() throws {
        let file = Self.read(Self.text)
        #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
        let community = try Self.community(file)
        #expect(community.id == "sport" && community.title == "Sport e carcere")
        #expect(community.themes == ["sport-in-carcere"] && community.territories == ["12", "071"])
        #expect(community.members.map(\.legalForm) == [.aps, .other])
        #expect(community.members.map(\.runtsSection) == [.b, nil])
        #expect(community.earlierPartnerships.map(\.parties) == [["Circolo Aurora", "Comune di Foggia"]])
        #expect(community.meetings.map(\.status) == [.held, .planned])
        #expect(community.meetings.map(\.mode) == [.online, .inPerson])
        #expect(community.meetings[0].decisions == ["Scrivere al provveditorato"])
        #expect(community.meetings.map(\.line) == [14, 23])
        #expect(community.questions.map(\.status) == [.closed])
        #expect(community.outcomes.map(\.kind) == [.intervention, .partnership])
        #expect(community.outcomes[0].territories == ["058091"] && community.outcomes[0].targetGroups == ["detenuti"])
        #expect(community.outcomes[1].isFormal == true && community.outcomes[1].isWithAdministration == false)
        #expect(community.difficulties == ["Pochi istruttori"])
    }

    @Test func `English keys say the same`() throws {
        let words = [
            ("titolo", "title"), ("sintesi", "summary"), ("temi", "themes"), ("territori", "territories"),
            ("facilitatore", "facilitator"), ("membri", "members"), ("nome", "name"), ("territorio", "territory"),
            ("incontri", "meetings"), ("domande", "questions"), ("esiti", "outcomes"), ("numero", "number"),
            ("modalità", "mode"), ("stato", "status"), ("persone", "people"), ("tipo", "kind"),
        ]
        let english = words.reduce(Self.text) { $0.replacing("\($1.0):", with: "\($1.1):") }
        #expect(english != Self.text)
        #expect(try Self.community(Self.read(english)) == Self.community(Self.read(Self.text)))
    }

    @Test func `meetings and outcomes are documents of their own, which point at their line`() {
        let documents = Self.read(Self.text).documents.map(\.content)
        #expect(
            documents.map(\.id) == [
                "sport", "sport/incontro-1", "sport/incontro-2", "sport/esito-1", "sport/orti",
            ])
        #expect(documents.map(\.origin.line) == [nil, 14, 23, 27, 36])
        #expect(documents.map(\.kind) == [.community, .meeting, .meeting, .outcome, .outcome])
    }

    @Test(
        arguments: [
            ("titolo: x\nincontri: [{numero: due}]", [DiagnosticCode.unknownValue]),
            ("titolo: x\nincontri: [{numero: 1}, {numero: 1}]", [.duplicateID]),
            ("titolo: x\nincontri: [{stato: svolto}]", [.missingField]),
            ("titolo: x\nincontri: [{stato: fato}]", [.unknownValue]),
            ("titolo: x\ndomande: [{stato: aperta}]", [.missingField]),
            ("titolo: x\ndomande: [{domanda: Chi?, incontro: 4}]", [.danglingReference]),
            ("titolo: x\ndomande: [{domanda: Chi?, stato: chiusa}]", [.missingEvidence]),
            ("titolo: x\nesiti: [{titolo: y}]", [.missingField]),
            ("titolo: x\nesiti: [{titolo: y, tipo: partenariato, parti: [A], evidenza: atto}]", [.missingField]),
            ("titolo: x\nesiti: [{titolo: y, tipo: adozione, evidenza: atto}]", [.missingField]),
            ("titolo: x\nesiti: [{titolo: y, tipo: intervento, evidenza: atto}]", [.missingField]),
            ("titolo: x\nesiti: [{titolo: y, tipo: intervento, stato: previsto, id: È mio}]", [.invalidID]),
            ("titolo: x\nmembri: [{nome: Mario Bianchi}]", [.personalData]),
            ("titolo: x\nmembri: [{nome: Fondazione Mario Bianchi}]", []),
            ("titolo: x\nfacilitatore: dott. Neri", [.personalData]),
            ("titolo: x\ndifficoltà: [Sentire mario.bianchi@gmail.com]", [.personalData]),
            ("titolo: x\nterritori: [Atlantide]", [.unknownTerritory]), ("titolo: x\ntemi: [boh]", [.unknownTheme]),
            ("titolo: x\nincontro: []", [.unknownField]), ("temi: [sport]", [.missingField]),
            ("titolo: x\nincontri: [niente]", [.unknownValue]),
        ] as [(String, [DiagnosticCode])])
    func `what is wrong is told, and costs only itself`(text: String, codes: [DiagnosticCode]) throws {
        let file = Self.read(text + "\n")
        #expect(file.diagnostics.map(\.code) == codes, "\(file.diagnostics)")
        #expect(file.documents.isEmpty == !text.contains("titolo: x"))
    }

    @Test func `a sheet that is not there is told, and left out`() throws {
        let base = try TemporaryBase()
        try base.write(Self.text, to: "comunita/sport.yaml")
        let corpus = Corpus.load(base.folder, today: Self.today)
        #expect(corpus.diagnostics.map(\.code) == [.danglingReference, .danglingReference, .danglingReference])
        #expect(corpus.documents.flatMap(\.references).isEmpty)
    }

    @Test func `of two communities with one id the second is left out with its parts`() throws {
        let base = try TemporaryBase()
        try base.write("titolo: Una\n", to: "comunita/a.yaml")
        try base.write("titolo: Altra\nid: a\nincontri: [{numero: 1}]\n", to: "comunita/b.yaml")
        let corpus = Corpus.load(base.folder, today: Self.today)
        #expect(corpus.diagnostics.map(\.code) == [.duplicateID])
        #expect(corpus.documents.map(\.id) == ["a"])
    }

    @Test(arguments: [
        ("titolo: P\npiano: {comunità: 1, incontri: 2, online: 1, in_presenza: 1}", 0),
        ("titolo: P\npiano: {comunità: 3}", 1), ("titolo: P\npiano: {incontri: 6, online: 5, in_presenza: 1}", 1),
        ("titolo: P", 0),
    ])
    func `communities are checked against the plan`(programme: String, problems: Int) throws {
        let base = try TemporaryBase()
        try base.write(programme + "\n", to: "programma.yaml")
        let (read, diagnostics) = Programme.read(base.folder)
        #expect(diagnostics.isEmpty)
        let community = try Self.community(Self.read(Self.text))
        let found = ProgrammeCheck.diagnostics(
            read, [community], today: try #require(PartialDate("2025-04-01")))
        #expect(found.map(\.code) == Array(repeating: .offPlan, count: problems), "\(found)")
    }

    @Test(arguments: [
        ("J31J24000000007", true), ("J31 J24000 000007", true), ("12345", false), ("131J24000000007", false),
    ])
    func `a CUP is fifteen letters and digits`(cup: String, isRight: Bool) throws {
        let base = try TemporaryBase()
        try base.write("titolo: P\ncup: \(cup)\n", to: "programma.yaml")
        let (programme, diagnostics) = Programme.read(base.folder)
        #expect((programme?.cup != nil) == isRight && diagnostics.isEmpty == isRight)
    }
}
