import Foundation
import Testing

/// What every command says in JSON, key by key, about a small knowledge base that has something of everything.
/// `make transcripts` writes the expected answers anew.
@Suite struct JSONTranscriptTests {
    @Test(arguments: JSONAnswer.all)
    func `an answer in JSON is what it was`(answer: JSONAnswer) throws {
        let text = try Program.withinOneDay { try Program.settled(answer.text()) }
        try Golden.expect(text, at: answer.path)
    }

    @Test(.enabled(if: !Golden.isRewritten)) func `every expected answer belongs to a case`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Golden.folder + "/json")
        #expect(files.sorted() == JSONAnswer.all.map { $0.name + ".json" }.sorted())
    }
}

/// A command line whose answer in JSON is kept under `Fixtures/json`.
struct JSONAnswer: Sendable, CustomTestStringConvertible {
    /// Of the file.
    let name: String
    /// The command and what follows it.
    let arguments: [String]
    /// How often it is run, in a knowledge base of its own; 0 for what only reads and shares one.
    let writes: Int
    /// What is run before.
    let before: [[String]]
    /// Whether each line is an object.
    var isLines: Bool { arguments.contains("jsonl") }
    var testDescription: String { name }
    var path: String { "json/\(name).json" }

    /// The headline under which `docs/output.md` documents it.
    var heading: String {
        isLines
            ? "jsonl"
            : arguments.prefix(["collection", "community"].contains(arguments[0]) ? 2 : 1).joined(separator: " ")
    }

    init(_ name: String, _ arguments: String..., writes: Int = 0, before: [[String]] = []) {
        self.name = name
        self.arguments = arguments
        self.writes = writes
        self.before = before
    }

    static let all = [
        JSONAnswer("search-words", "search", "orto sociale -palestra"),
        JSONAnswer("search-explained", "search", "anziano \"orto sociale\" rag*", "--explain"),
        JSONAnswer("search-place", "search", "sport foggia"),
        JSONAnswer("search-theme", "search", "anziani soli", "--limit", "1"),
        JSONAnswer("search-correction", "search", "dopscuola"),
        JSONAnswer("search-solutions", "search", "tipo:soluzione tema:scuola"),
        JSONAnswer("search-wider", "search", "tema:sport territorio:lecce"),
        JSONAnswer("search-suppressed", "search", "orto territorio:ronago"),
        JSONAnswer("search-page", "search", "sport", "--sort", "title", "--offset", "1", "--limit", "2"),
        JSONAnswer("search-date", "search", "", "--sort", "date", "--limit", "3"),
        JSONAnswer("search-collection", "search", "raccolta:orti-e-vicinato -tipo:pratica"),
        JSONAnswer("search-problems", "search", "territorio:castro tema:boh \"sport"),
        JSONAnswer("show-sheet", "show", "orto-di-via-mazzini"),
        JSONAnswer("show-row", "show", "nonni-in-rete"),
        JSONAnswer("show-example", "show", "doposcuola-in-palestra"),
        JSONAnswer("rename", "rename", "orto-di-via-mazzini", "orto-di-quartiere", writes: 1),
        JSONAnswer("check", "check"),
        JSONAnswer("similar", "similar", "orto-di-via-mazzini", "--limit", "2"),
        JSONAnswer("review", "review"),
        JSONAnswer(
            "unmet", "unmet", writes: 1,
            before: [
                ["unmet", "--on"], ["search", "orto", "bocciofila"], ["search", "ORTO bocciofila"],
                ["search", "gatto"],
                ["search", "orto"],
            ]),
        JSONAnswer("evaluate", "evaluate", "giudizi.tsv", writes: 1),
        JSONAnswer("themes", "themes"),
        JSONAnswer("themes-targets", "themes", "--targets"),
        JSONAnswer("territories", "territories"),
        JSONAnswer("territories-homonyms", "territories", "Castro"),
        JSONAnswer("territories-suppressed", "territories", "Ronago"),
        JSONAnswer("territories-successor", "territories", "Uggiate con Ronago"),
        JSONAnswer("territories-sigla", "territories", "FG"),
        JSONAnswer("community-list", "community", "list"),
        JSONAnswer("community-show", "community", "show", "orti"),
        JSONAnswer(
            "community-agenda", "community", "show", "sport-e-carcere", "--agenda", writes: 1,
            before: [
                ["community", "new", "Sport e carcere"],
                [
                    "community", "meeting", "add", "sport-e-carcere", "--date", "2026-01-12", "--mode", "online",
                    "--people", "5", "--decision", "Provare",
                ],
                ["community", "meeting", "add", "sport-e-carcere", "--date", "2099-01-12", "--mode", "online"],
                ["community", "question", "add", "sport-e-carcere", "Chi apre?", "--meeting", "1"],
                [
                    "community", "question", "close", "sport-e-carcere", "domanda-1", "--sheet", "orto-di-via-mazzini",
                    "--meeting", "1", "--partly",
                ],
                ["community", "log", "sport-e-carcere", "Torneo", "--kind", "intervento", "--status", "previsto"],
            ]),
        JSONAnswer("community-new", "community", "new", "Sport e carcere", "--theme", "orti", writes: 1),
        JSONAnswer(
            "community-meeting", "community", "meeting", "update", "orti", "1", "--people", "11", "--organization",
            "Circolo Levante", writes: 1),
        JSONAnswer("community-meeting-add", "community", "meeting", "add", "orti", "--date", "2099-06-01", writes: 1),
        JSONAnswer("community-question", "community", "question", "add", "orti", "Chi innaffia?", writes: 1),
        JSONAnswer(
            "community-question-update", "community", "question", "update", "orti", "inverno", "--theme", "orti",
            "--status", "in parte", writes: 1),
        JSONAnswer(
            "community-question-close", "community", "question", "close", "orti", "acqua", "--sheet",
            "banca-del-tempo", "--meeting", "1", writes: 1),
        JSONAnswer(
            "community-log", "community", "log", "orti", "Pranzo nell'orto", "--kind", "intervento", "--status",
            "previsto", writes: 1),
        JSONAnswer(
            "community-outcome", "community", "outcome", "update", "orti", "esito-2", "--status", "concluso",
            "--formal", writes: 1),
        JSONAnswer(
            "community-survey", "community", "survey", "import", "orti", "questionario.csv", "--max", "5", "--ignore",
            "Note", writes: 1),
        JSONAnswer("collection-list", "collection", "list"),
        JSONAnswer("collection-show", "collection", "show", "orti-e-vicinato"),
        JSONAnswer("collection-empty", "collection", "show", "vuota"),
        JSONAnswer(
            "collection-community", "collection", "show", "vuota", writes: 1,
            before: [["collection", "add", "vuota", "orti", "orti/convenzione-foggia", "--last"]]),
        JSONAnswer("jsonl", "search", "tipo:pratica", "--format", "jsonl"),
        JSONAnswer("index", "index"),
        JSONAnswer("index-rebuilt", "index", "--rebuild", writes: 1),
        JSONAnswer("import-dry", "import", "risposte.csv", "--dry-run", writes: 1),
        JSONAnswer("import", "import", "da-importare.csv", "--table", "arrivi", writes: 1),
        JSONAnswer("import-changed", "import", "aggiunte.csv", "--table", "risposte", writes: 1),
        JSONAnswer(
            "import-archive", "import", "altri.zip", writes: 1,
            before: [["export", "--format", "bundle", "--output", "altri.zip"]]),
        JSONAnswer("import-again", "import", "da-importare.csv", "--table", "arrivi", writes: 2),
    ]

    /// What the program writes, the last time.
    func text() throws -> String {
        let base = writes == 0 ? SharedBase.complete : try ownBase()
        var text = ""
        for arguments in before { #expect(try base.run(arguments).status == 0) }
        for _ in 0..<max(1, writes) {
            let result = try base.run(arguments + (isLines ? [] : ["--format", "json"]))
            // A check that finds errors says so by its status.
            #expect(result.status == (arguments[0] == "check" ? 1 : 0), "\(result.text)")
            text = result.text
        }
        // Names of temporary folders differ from run to run.
        return text.replacing(base.folder.resolvingSymlinksInPath().path(), with: "…")
            .replacing(base.folder.path(), with: "…")
    }

    private func ownBase() throws -> SharedBase {
        let base = SharedBase("Tests/PraticarioCommandTests/Fixtures/completo")
        for table in ["risposte.csv", "da-importare.csv", "aggiunte.csv", "giudizi.tsv", "questionario.csv"] {
            try FileManager.default.copyItem(
                atPath: Golden.folder + "/" + table, toPath: base.folder.appending(path: table).path())
        }
        return base
    }
}
