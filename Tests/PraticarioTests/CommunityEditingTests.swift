import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

/// Communities are begun and changed in their files; what a change does not concern stays byte for byte.
@Suite struct CommunityEditingTests {
    private let base: TemporaryBase

    /// Comments, odd indentation, CR LF, items between braces and on lines of their own.
    private static let text = """
        # Scritta a mano
        titolo:   "Sport: uno"   # il nome
        temi: [sport]

        membri:
        - nome: Circolo Aurora
          territorio: Roma
        - {nome: Ponte}   # cooperativa
        incontri:
            -   numero: 1
                data: 2025-03-10
                stato: svolto   # c'eravamo
                # chi c'era
                enti_presenti:
                    - Circolo Aurora
                    - Ponte

            - {numero: 2, data: 2025-05-12, luogo: "Roma, sede", stato: previsto}   # poi

            # Le domande
        domande: [{id: chi, domanda: "Chi, quando?", incontro: 1}, {domanda: Come?}]
        esiti:   # ancora nulla
        # fine

        """.replacing("\n", with: "\r\n")

    init() throws {
        base = try TemporaryBase()
        try base.write(Self.text, to: "comunita/sport.yaml")
        try base.write("---\ntitolo: Idea\ntipo: idea\n---\n", to: "schede/idea.md")
    }

    private func open() throws -> KnowledgeBase { try KnowledgeBase.open(base.folder.root) }

    private func file(_ path: String = "comunita/sport.yaml") -> String? {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) }
    }

    private static let meeting =
        "    - {numero: 2, data: 2025-05-12, luogo: \"Roma, sede\", stato: previsto}   # poi\r\n"

    private static func expected(_ changes: [(String, String)]) -> String {
        changes.reduce(text) { text, change in
            precondition(text.contains(change.0), change.0)
            return text.replacing(change.0, with: change.1)
        }
    }

    private func expectUndoable(_ expected: String, _ change: (KnowledgeBase) throws -> CommunityChange) throws {
        let kb = try open()
        let community = try change(kb).community
        #expect(file() == expected)
        // The knowledge base that is open knows it, and what it knows is what the file says.
        #expect(try kb.existingCommunity("sport") == community)
        try EditJournal(base.folder).undo()
        #expect(file() == Self.text)
    }

    @Test func `a meeting is added behind the last one, as those are indented`() throws {
        let new = """
                -   numero: 3
                    data: 2025-06-09
                    modalità: in presenza
                    luogo: Roma
                    stato: svolto
                    enti_presenti: [Circolo Aurora]
                    persone: 12
                    argomenti:
                      - "Chi paga, e quando?"
                    schede: [idea]
                    decisioni:
                      - "Un #regolamento: \\"nuovo\\""

            """.replacing("\n", with: "\r\n")
        let expected = Self.expected([(Self.meeting, Self.meeting + new)])
        try expectUndoable(expected) { kb in
            var meeting = Meeting()
            meeting.date = PartialDate("2025-06-09")
            (meeting.mode, meeting.status, meeting.place, meeting.people) = (.inPerson, .held, "Roma", 12)
            // A member is written as the file writes it.
            meeting.organizations = ["circolo  aurora"]
            meeting.topics = ["Chi paga, e quando?"]
            meeting.sheets = ["idea"]
            meeting.decisions = ["Un #regolamento: \"nuovo\""]
            return try kb.add(meeting, to: "Sport: uno")
        }
    }

    @Test func `a meeting between braces becomes a held one where it stands`() throws {
        let expected = Self.expected([
            ("stato: previsto}", "stato: svolto, enti_presenti: [Ponte, Circolo Aurora], persone: 4}")
        ])
        try expectUndoable(expected) { kb in
            try kb.changeMeeting(2, of: "sport") { meeting in
                meeting.status = .held
                meeting.people = 4
                meeting.organizations = ["Ponte", "CIRCOLO AURORA"]
            }
        }
    }

    @Test func `a meeting on lines of its own changes in its lines, and keeps its comments`() throws {
        let expected = Self.expected([
            ("stato: svolto   # c'eravamo", "stato: annullato   # c'eravamo"),
            ("- Ponte\r\n\r\n", "- Ponte\r\n        luogo: \"a casa: da noi\"\r\n\r\n"),
        ])
        try expectUndoable(expected) { kb in
            try kb.changeMeeting(1, of: "sport") { meeting in
                meeting.status = .cancelled
                meeting.place = "a casa: da noi"
            }
        }
    }

    @Test func `an outcome begins the list that was empty, whose comment stays`() throws {
        let new =
            "  - titolo: \"Patto \\\"uno\\\"\"\r\n    tipo: partenariato\r\n    id: patto-uno\r\n"
            + "    data: 2025-06\r\n    territori: [Lazio]\r\n    stato: avviato\r\n    evidenza: atto\r\n"
            + "    schede: [idea]\r\n    parti: [Ponte, Circolo Aurora]\r\n    formale: sì\r\n"
        let expected = Self.expected([("esiti:   # ancora nulla\r\n", "esiti:   # ancora nulla\r\n" + new)])
        try expectUndoable(expected) { kb in
            var outcome = Outcome(kind: .partnership, title: "Patto \"uno\"")
            outcome.date = PartialDate("2025-06")
            (outcome.territories, outcome.parties) = (["Lazio"], ["ponte", "Circolo Aurora"])
            (outcome.status, outcome.evidence, outcome.isFormal) = (.started, "atto", true)
            outcome.sheets = ["idea"]
            return try kb.log(outcome, in: "sport")
        }
    }

    @Test func `questions that share a line are told apart`() throws {
        try expectUndoable(
            Self.expected([("{domanda: Come?}", "{domanda: Come?, stato: in parte, schede: [idea], chiusa_in: 2}")])
        ) { try $0.closeQuestion("domanda-2", of: "sport", by: ["idea"], at: 2, isPartly: true) }
        try expectUndoable(
            Self.expected([("incontro: 1}, {", "incontro: 1, stato: chiusa, schede: [idea]}, {")])
        ) { try $0.closeQuestion("chi", of: "sport", by: ["idea"]) }
        try expectUndoable(
            Self.expected([
                (
                    "{domanda: Come?}]",
                    "{domanda: Come?}, {domanda: \"Dove, {quando}?\", id: domanda-3, tema: sport, stato: aperta}]"
                )
            ])
        ) { kb in
            var question = KnowledgeQuestion(question: "Dove, {quando}?")
            (question.theme, question.status) = ("sport", .open)
            return try kb.add(question, to: "sport")
        }
    }

    @Test(arguments: [
        "titolo: Sport\n", "title: Sport\n", "titolo: Sport\nesiti: []\n", "titolo: Sport\nesiti: ~ # nulla",
        "titolo: Sport\nesiti:", "titolo: Sport\n...\n", "# solo\ntitolo: Sport", "  titolo: Sport\n  esiti: []\n",
        "titolo: Sport\nesiti: [\n  {titolo: A, tipo: intervento, stato: previsto}, # primo\n]\n",
        "titolo: Sport\nesiti:\n-\n  titolo: A # uno\n  tipo: intervento\n  stato: previsto\n\n\n# coda\n",
        "titolo: Sport\nesiti:\n  - titolo: A\n    tipo: intervento\n    stato: previsto\n    evidenza: |\n      # uno\n\n      due\nsintesi: S\n",
        "titolo: Sport\rsintesi: S\r",
        "\u{FEFF}titolo: Sport\nesiti:\n- titolo: A\n  tipo: intervento\n  stato: previsto",
    ])
    func `whatever the style of the file, an outcome more is read and all else stays`(text: String) throws {
        try base.write(text, to: "comunita/sport.yaml")
        let kb = try open()
        let before = try kb.existingCommunity("sport").outcomes
        var outcome = Outcome(kind: .intervention, title: "B: \u{1F}\t\\ 'x' \"y\" # {[,]} 日本\u{2028}\nfine")
        outcome.status = .planned
        let after = try kb.log(outcome, in: "sport").community
        #expect(after.outcomes.dropLast().map(\.title) == before.map(\.title))
        #expect(after.outcomes.last?.title == outcome.title && after.outcomes.last?.status == .planned)
        // What was there is there still, in its order.
        var rest = Substring(file() ?? "").unicodeScalars
        for scalar in text.unicodeScalars where !"[]~ ".unicodeScalars.contains(scalar) {
            guard let index = rest.firstIndex(of: scalar) else { return #expect(Bool(false), "\(file() ?? "")") }
            rest = rest[rest.index(after: index)...]
        }
        try EditJournal(base.folder).undo()
        #expect(file() == text)
    }

    @Test(arguments: [
        "{titolo: Sport, esiti: []}\n", "titolo: Sport\nesiti: {titolo: A, tipo: intervento, stato: previsto}\n",
        "titolo: Sport\ntitolo: Due\n", "titolo: Sport\nesiti:\n  []\n",
    ])
    func `what is written in a way that the change would make something else of stays`(text: String) throws {
        try base.write(text, to: "comunita/sport.yaml")
        let kb = try open()
        var outcome = Outcome(kind: .intervention, title: "B")
        outcome.status = .planned
        #expect(throws: SheetEditProblem.unclear("comunita/sport.yaml")) { try kb.log(outcome, in: "sport") }
        #expect(file() == text && EditJournal(base.folder).edits().isEmpty)
    }

    @Test func `an English file is written on in English`() throws {
        try base.write("title: Sport\nmeetings:\n  - {number: 1, status: planned}\n", to: "comunita/sport.yaml")
        let kb = try open()
        try kb.changeMeeting(1, of: "sport") { $0.status = .cancelled }
        var meeting = Meeting()
        (meeting.status, meeting.mode) = (.planned, .inPerson)
        try kb.add(meeting, to: "sport")
        #expect(
            file() == "title: Sport\nmeetings:\n  - {number: 1, status: cancelled}\n"
                + "  - number: 2\n    mode: in person\n    status: planned\n")
    }

    @Test func `values that mean nothing, persons and sheets that are not there are refused`() throws {
        let kb = try open()
        func refused(_ change: (inout Outcome) -> Void) -> String {
            var outcome = Outcome(kind: .intervention, title: "A")
            outcome.status = .planned
            change(&outcome)
            do {
                try kb.log(outcome, in: "sport")
                return "written"
            } catch { return (error as? any ExplainedError)?.message.it ?? "\(error)" }
        }
        #expect(refused { $0.territories = ["Rma"] }.contains("forse volevi «Roma»"))
        #expect(refused { $0.targetGroups = ["marziani"] }.contains("marziani"))
        #expect(refused { $0.meeting = 9 }.contains("incontro 9"))
        #expect(refused { $0.sheets = ["idee"] }.contains("forse volevi «idea»"))
        #expect(refused { $0.toldBy = ["boh"] }.contains("boh"))
        #expect(refused { $0.evidence = "scrivi a mario.rossi@gmail.com" }.contains("mario.rossi@gmail.com"))
        #expect(refused { $0.title = " " } != "written")
        #expect(refused { $0.id = "Con Spazi" } != "written")
        var meeting = Meeting()
        meeting.organizations = ["Mario Rossi"]
        #expect(throws: CommunityProblem.self) { try kb.add(meeting, to: "sport") }
        meeting = Meeting()
        meeting.number = 2
        #expect(throws: CommunityProblem.self) { try kb.add(meeting, to: "sport") }
        let toCome = try #require(PartialDate("2099-01-01"))
        #expect(throws: CommunityProblem.toCome(toCome)) {
            try kb.changeMeeting(2, of: "sport") { ($0.status, $0.date) = (.held, toCome) }
        }
        #expect(throws: CommunityProblem.unknownMeeting(9, known: [1, 2])) {
            try kb.changeMeeting(9, of: "sport") { $0.status = .held }
        }
        #expect(throws: CommunityProblem.unknownQuestion("qui", known: ["chi", "domanda-2"])) {
            try kb.closeQuestion("qui", of: "sport", by: [])
        }
        #expect(file() == Self.text && EditJournal(base.folder).edits().isEmpty)
    }

    @Test func `an outcome says more, the rest of the file stays byte for byte, and it can be undone`() throws {
        let kb = try open()
        var outcome = Outcome(kind: .intervention, title: "Corsa")
        outcome.status = .planned
        try kb.log(outcome, in: "sport")
        let before = try #require(file())
        let change = try kb.changeOutcome("corsa", of: "sport") { found in
            found.status = .concluded
            found.evidence = "Registro: maggio"
            found.toldBy = ["idea"]
        }
        let found = try #require(change.community.outcomes.first)
        #expect(found.status == .concluded && found.evidence == "Registro: maggio" && found.toldBy == ["idea"])
        let lines = (before.split(separator: "\r\n"), try #require(file()).split(separator: "\r\n"))
        let changed = lines.1.difference(from: lines.0)
        #expect(changed.removals.count == 1 && changed.insertions.count == 3)
        try EditJournal(base.folder).undo()
        #expect(file() == before)
        #expect(throws: CommunityProblem.unknownOutcome("corse", known: ["corsa"])) {
            try kb.changeOutcome("corse", of: "sport") { $0.status = .started }
        }
    }

    @Test func `a question says more within braces, and one without an id is named by its place`() throws {
        let kb = try open()
        let change = try kb.changeQuestion("domanda-2", of: "sport") { question in
            question.question = "Come, e da dove?"
            question.theme = "sport"
            question.status = .open
        }
        #expect(change.community.questions.map(\.question) == ["Chi, quando?", "Come, e da dove?"])
        let first = "{id: chi, domanda: \"Chi, quando?\", incontro: 1}"
        let second = "{domanda: \"Come, e da dove?\", tema: sport, stato: aperta}"
        #expect(try #require(file()).contains("[\(first), \(second)]"))
        #expect(throws: CommunityProblem.self) { try kb.changeQuestion("chi", of: "sport") { $0.theme = "boh" } }
        #expect(throws: CommunityProblem.self) { try kb.changeQuestion("chi", of: "sport") { $0.question = " " } }
    }

    @Test func `a new community reads back without errors, and goes again`() throws {
        let kb = try open()
        var community = Community(title: "Orti & \"scuole\"")
        (community.themes, community.territories) = (["sport"], ["Castro (LE)"])
        community.facilitator = "Rete: uno"
        community.members = ["Circolo Aurora", "Ponte"].map { CommunityMember(name: $0) }
        let change = try kb.newCommunity(community)
        #expect(change.warnings.isEmpty && change.community.id == "orti-scuole")
        #expect(change.community.territories == ["075096"])
        #expect(change.community.members.map(\.name) == community.members.map(\.name))
        #expect(try kb.existingCommunity("orti-scuole") == change.community)
        #expect(throws: CommunityProblem.exists("orti-scuole")) { try kb.newCommunity(community) }
        try EditJournal(base.folder).undo()
        #expect(file("comunita/orti-scuole.yaml") == nil)
    }

    @Test(arguments: ["idea", "sport", "../fuori", "Con Spazi", ""])
    func `an id that is taken or that is none is refused`(id: String) throws {
        let kb = try open()
        var community = Community(title: id.isEmpty ? "…" : "Nuova")
        community.id = id
        #expect(throws: CommunityProblem.self) { try kb.newCommunity(community) }
        #expect(EditJournal(base.folder).edits().isEmpty)
    }

    @Test func `the agenda has what is open, and nothing that is done`() throws {
        try base.write(
            "---\ntitolo: Nuova\ntipo: idea\ncomunità: Sport uno\n---\n", to: "schede/nuova.md")
        try base.write("---\ntitolo: Idea\ntipo: idea\ncomunità: sport\n---\n", to: "schede/idea.md")
        try base.write(
            """
            titolo: Sport uno
            incontri:
              - {numero: 1, data: 2025-03-10, stato: svolto, schede: [idea], decisioni: [Fatta]}
              - {numero: 2, data: 2025-04-10, stato: svolto, decisioni: [Da fare]}
              - {numero: 4, data: 2099-04-10, stato: previsto}
              - {numero: 3, data: 2099-01-10, stato: previsto}
            domande: [{domanda: Uno?, stato: chiusa, schede: [idea]}, {domanda: Due?}]
            esiti:
              - {titolo: A, tipo: intervento, stato: previsto}
              - {titolo: B, tipo: intervento, stato: avviato, incontro: 1, evidenza: atto}

            """, to: "comunita/sport.yaml")
        let agenda = try open().agenda(of: "sport")
        #expect(agenda.next?.number == 3 && agenda.last?.number == 2)
        #expect(agenda.questions.map(\.id) == ["domanda-2"])
        #expect(agenda.newSheets.map(\.id) == ["nuova"])
        #expect(agenda.decisions.map(\.text) == ["Da fare"])
        #expect(agenda.planned.map(\.title) == ["A"])
    }

    @Test func `sheets that name a community by id or title count under its title, also when that changes`() throws {
        func sheet(_ title: String, _ community: String) throws {
            try base.write(
                "---\ntitolo: \(title)\ntipo: idea\ncomunità: \(community)\n---\n", to: "schede/\(title).md")
        }
        try base.write("titolo: Spazi e giovani\n", to: "comunita/gruppo.yaml")
        try sheet("uno", "gruppo")
        try sheet("due", "spazi E giovani")
        try sheet("tre", "Altrove")
        let kb = try open()
        func counts() throws -> [String: Int] {
            Dictionary(
                uniqueKeysWithValues: (try kb.search("", limit: 0).facets[.community] ?? []).map { ($0.key, $0.count) })
        }
        #expect(try counts() == ["Spazi e giovani": 2, "Altrove": 1])
        for question in ["comunità:gruppo", "comunità:giovani", "comunità:spazi-e-giovani"] {
            #expect(try kb.search(question).hits.map(\.id).sorted() == ["due", "uno"], "\(question)")
        }
        #expect(try kb.agenda(of: "gruppo").newSheets.map(\.id) == ["due", "uno"])
        #expect(try kb.diagnostics().filter { $0.code == .unknownCommunity }.map(\.path) == ["schede/tre.md"])
        try base.write("titolo: Piazze\n", to: "comunita/gruppo.yaml")
        try kb.refresh()
        #expect(try counts() == ["Piazze": 1, "spazi E giovani": 1, "Altrove": 1])
        #expect(try kb.search("comunità:gruppo").hits.map(\.id) == ["uno"])
        // Without communities of its own a knowledge base may name those of others.
        base.remove("comunita/gruppo.yaml")
        base.remove("comunita/sport.yaml")
        try kb.refresh()
        #expect(try kb.diagnostics().allSatisfy { $0.code != .unknownCommunity })
    }

    @Test func `a collection holds communities, meetings and outcomes beside sheets`() throws {
        try base.write(
            """
            titolo: Sport *uno*
            sintesi: Chi gioca.
            incontri: [{numero: 1, data: 2025-03-10, stato: svolto}]
            esiti: [{id: patto, titolo: Patto, tipo: intervento, stato: avviato, evidenza: atto}]

            """, to: "comunita/sport.yaml")
        let kb = try open()
        try kb.newCollection("Prova")
        let ids = ["sport", "idea", "sport/incontro-1", "sport/patto"]
        #expect(try kb.add(ids, to: "prova", note: "Nota") == ids)
        #expect(throws: CollectionProblem.self) { try kb.add(["sport/boh"], to: "prova") }
        let contents = try kb.contents(of: try kb.existingCollection("prova"))
        let found = contents.compactMap { part -> String? in
            switch part {
            case .text: nil
            case .sheet(let head, let note): "\(head.id) \(note)"
            case .document(let head, let note): "\(head.id) \(note)"
            }
        }
        #expect(found == ids.map { $0 + " Nota" })
        #expect(try kb.existingCollection("prova").missingEntries(in: contents).isEmpty)
        #expect(try kb.diagnostics().filter { $0.path == "raccolte/prova.md" }.isEmpty)
        try base.write("titolo: Altro\n", to: "comunita/sport.yaml")
        try kb.refresh()
        let dangling = try kb.diagnostics().filter { $0.path == "raccolte/prova.md" }.map(\.code)
        #expect(dangling == [.danglingReference, .danglingReference])
    }

    @Test func `meetings and outcomes that share a line are each found`() throws {
        func write(_ last: String) throws {
            try base.write(
                "{titolo: Sport, incontri: [{numero: 1, argomenti: [canestri]}, {numero: 2, argomenti: [canestri]}], esiti: [{titolo: Canestri a Roma, tipo: intervento, stato: previsto}, {titolo: \(last), tipo: intervento, stato: previsto}]}\n",
                to: "comunita/sport.yaml")
        }
        try write("Canestri a Napoli")
        let kb = try open()
        var request = SearchRequest()
        request.documents = 10
        let all = ["sport/esito-1", "sport/esito-2", "sport/incontro-1", "sport/incontro-2"]
        #expect(try kb.search("canestri", request).documents.map(\.id).sorted() == all)
        try write("Reti")
        try kb.refresh()
        #expect(
            try kb.search("canestri", request).documents.map(\.id).sorted()
                == all.filter { $0 != "sport/esito-2" })
    }
}
