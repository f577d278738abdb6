import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem
import TestSupport
import Testing

/// What leaves of communities: minutes of meetings, and entries of collections.
@Suite struct CommunityDocumentTests {
    private let base: TemporaryBase

    init() throws {
        base = try TemporaryBase()
        try base.write("---\ntitolo: Idea <uno>\ntipo: idea\npubblicazione: pubblicata\n---\n", to: "schede/idea.md")
        try base.write(
            """
            titolo: Sport & *carcere*
            facilitatore: Rete <b>
            membri: [Circolo Aurora, Ponte]
            incontri:
              - {numero: 1, data: 2025-03-10, modalità: online, stato: svolto, enti_presenti: [Circolo Aurora], persone: 9, argomenti: ["<i>Uno</i>"], schede: [idea], decisioni: ["1. Due"]}
              - {numero: 2, stato: previsto}
            domande: [{domanda: Chi?, incontro: 1}, {domanda: Come?, stato: chiusa, schede: [idea], chiusa_in: 1}, {domanda: Altra?, incontro: 2}]
            esiti: [{titolo: Patto, tipo: intervento, stato: avviato, incontro: 1, evidenza: atto}, {titolo: Altro, tipo: intervento, stato: previsto}]
            difficoltà: [Segreta]

            """, to: "comunita/sport.yaml")
        try base.write(
            "---\ntitolo: Prova\n---\n\n- [S](scheda:sport) — Nota\n- [I](scheda:idea)\n- [M](scheda:sport/incontro-1)\n",
            to: "raccolte/prova.md")
    }

    private func minutes(_ format: ReportFormat, _ number: Int = 1) throws -> String {
        let kb = try KnowledgeBase.open(base.folder.root)
        var out = ""
        try kb.writeMinutes(of: number, of: "sport", as: format, to: &out)
        return out
    }

    @Test(arguments: [ReportFormat.html, .markdown])
    func `minutes have what their meeting has, and nothing else`(format: ReportFormat) throws {
        let text = try minutes(format)
        for words in ["Circolo Aurora", "9", "10 marzo 2025", "Due", "Chi?", "Come?", "Patto", "atto"].dropLast() {
            #expect(text.contains(words), "\(words)")
        }
        // In Markdown a backslash stands before what would be markup.
        let markup = format == .html ? ["<i>Uno", "<b>"] : ["[^\\\\]<i>Uno", "[^\\\\]<b>"]
        for words in ["Altra\\\\?", "Altro", "Segreta", "Ponte"] + markup {
            #expect(try text.firstMatch(of: Regex(words)) == nil, "\(words)")
        }
    }

    @Test func `only of a meeting that was held there are minutes`() throws {
        #expect(throws: CommunityProblem.notHeld(2)) { try minutes(.html, 2) }
        #expect(throws: CommunityProblem.unknownMeeting(3, known: [1, 2])) { try minutes(.html, 3) }
    }

    @Test func `minutes go on over their headings, and the chapters of a report begin pages`() async throws {
        let kb = try KnowledgeBase.open(base.folder.root)
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        try Files.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await kb.writeMinutes(of: 1, of: "sport", as: .docx, to: folder + "/verbale.docx")
        try await kb.write(kb.report(), as: .docx, to: folder + "/rapporto.docx")
        let script = """
            import json, re, sys, zipfile
            xml = zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode()
            json.dump(sorted(set(re.findall('w:pStyle w:val="(Heading[0-9])"', xml))), sys.stdout)
            """
        // Headings of the first level begin a page: the reference document says so.
        let minutes: [String] = try Python.read(folder + "/verbale.docx", by: script)
        #expect(minutes == ["Heading2"])
        let report: [String] = try Python.read(folder + "/rapporto.docx", by: script)
        #expect(report == ["Heading1", "Heading2", "Heading3"])
        // Pictures stand in it where there is a program that makes them.
        let pictures = """
            import json, shutil, sys, zipfile
            names = zipfile.ZipFile(sys.argv[1]).namelist()
            made = any(name.startswith("word/media/") and name.endswith(".png") for name in names)
            json.dump(made == bool(shutil.which("rsvg-convert")), sys.stdout)
            """
        #expect(try Python.read(folder + "/rapporto.docx", by: pictures) as Bool)
    }

    @Test func `minutes and calendars are not written among the files of a knowledge base`() async throws {
        let kb = try KnowledgeBase.open(base.folder.root)
        let path = base.folder.path("comunita/verbale.html")
        await #expect(throws: ExportProblem.self) { try await kb.writeMinutes(of: 1, of: "sport", as: .html, to: path) }
        let calendar = CommunityCalendar(try kb.communities(), kb.settings, language: .italian)
        #expect(throws: ExportProblem.self) { try kb.write(calendar, to: path) }
    }

    @Test(arguments: [ExportFormat.markdown, .html, .csv, .json, .jsonl, .page, .jsonld, .dcat])
    func `every format takes a collection with communities, and for anyone leaves them out`(
        format: ExportFormat
    ) async throws {
        let kb = try KnowledgeBase.open(base.folder.root)
        let collection = try kb.existingCollection("prova")
        let edition = kb.edition(for: format.audience, language: .italian)
        let (choice, leftOut) = try kb.choice(.collection(collection), for: edition)
        let isForReaders = format.audience == .readers
        #expect(leftOut.map(\.id) == (isForReaders ? [] : ["sport", "idea", "sport/incontro-1"]))
        var out = ""
        try choice.write(as: format, to: &out, for: edition)
        if [.markdown, .html].contains(format) {
            for words in ["Sport &", "comunità di pratica", "Nota", "10 marzo 2025"] {
                #expect(out.contains(words), "\(words)")
            }
        }
        #expect(!out.contains("Segreta"))
    }
}
