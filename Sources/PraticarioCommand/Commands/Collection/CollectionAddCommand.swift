import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

struct CollectionAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Aggiunge schede, o una ricerca. / Add sheets, or a search.",
        discussion: """
            Con --query la raccolta prende ciò che la ricerca trova ogni volta che si legge;
            `praticario collection freeze` ne fa voci. / With --query the collection holds what
            the search finds whenever it is read; `freeze` makes entries of it.

            Esempi / Examples:
              praticario collection add orti baskin-cremona --note "Da qui si comincia"
              praticario collection add orti baskin-cremona calciosociale --first
              praticario collection add orti baskin-cremona --note "Una nota nuova"
              praticario collection add orti --query 'tema:orti territorio:lazio' --limit 10
            """,
        aliases: ["aggiungi"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @Argument(help: "Gli id delle schede. / The sheets' ids.")
    var ids: [String] = []

    @Option(help: "Una ricerca. / A search.")
    var query: String?

    @Option(help: "Della ricerca: quante schede al massimo. / Of the search: how many sheets at most.")
    var limit: Int?

    @Option(help: "Della ricerca: relevance, date o title. / Of the search: relevance, date or title.")
    var sort: ResultOrder?

    @Option(help: "Una nota per la scheda. / A note on the sheet.")
    var note: String?

    @OptionGroup var position: PositionOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if ids.isEmpty == (query == nil) {
            throw ValidationError("gli id di schede, oppure --query / ids of sheets, or --query")
        }
        if let query, !query.contains(where: { !$0.isWhitespace }) { throw ValidationError("--query: vuota / empty") }
        if query != nil, note != nil || position.count > 0 {
            throw ValidationError("--note, --before, --after, --first: solo per le schede / for sheets only")
        }
        if query == nil, limit != nil || sort != nil {
            throw ValidationError("--limit, --sort: solo con --query / with --query only")
        }
        if note != nil, ids.count > 1 { throw ValidationError("--note: per una scheda sola / for one sheet only") }
        if let limit, !(1...10_000).contains(limit) { throw ValidationError("--limit: 1-10000") }
    }

    func run() throws {
        let base = try shared.open()
        let language = shared.language
        if let query {
            try base.add(search: query, to: name, limit: limit, sort: sort)
            guard let search = try base.existingCollection(name).searches.last else { return }
            let problems = try base.diagnostics().filter { $0.path?.hasSuffix("/\(name).md") == true }
            for problem in problems where problem.place?.line == search.place.line {
                Terminal.printError(Paragraph.harmless(problem.text(in: language)))
            }
            let count = try base.found(by: search).count
            Terminal.print(
                language.say("Ricerca aggiunta: ora trova ", "Search added: now it finds ")
                    + (language == .english
                        ? counted(count, "sheet", "sheets") : counted(count, "scheda", "schede")))
            return
        }
        let added = try base.add(ids, to: name, at: position.position, note: note)
        for id in added { Terminal.print("+ \(id)") }
        for id in ids where !added.contains(id) {
            Terminal.printError(
                note == nil
                    ? language.say("\(id): c'era già", "\(id): it was already there")
                    : language.say(
                        note?.isEmpty == true
                            ? "\(id): c'era già: la nota è tolta" : "\(id): c'era già: ora ha questa nota",
                        note?.isEmpty == true
                            ? "\(id): it was already there: the note is gone"
                            : "\(id): it was already there: it has this note now"))
        }
    }
}
