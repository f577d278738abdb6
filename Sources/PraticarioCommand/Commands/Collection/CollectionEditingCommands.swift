import ArgumentParser
import Praticario

struct CollectionNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Comincia una raccolta. / Begin a collection.",
        discussion: """
            Esempio / Example:
              praticario collection new "Orti e vicinato" --curator "Rete degli orti"
            """,
        aliases: ["nuova"])

    @Argument(help: "Il titolo. / The title.")
    var words: [String]

    @Option(help: "L'organizzazione che la cura. / The organization that curates it.")
    var curator: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let path = try base.newCollection(words.joined(separator: " "), curator: curator)
        Terminal.print(base.folder.path(path))
    }
}

/// Where an entry goes.
struct PositionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Prima di questa voce. / Before this entry.", valueName: "id"))
    var before: String?

    @Option(help: ArgumentHelp("Dopo questa voce. / After this entry.", valueName: "id"))
    var after: String?

    @Flag(help: "In cima. / First.")
    var first = false

    @Flag(help: "In fondo. / Last.")
    var last = false

    var count: Int { [before != nil, after != nil, first, last].count { $0 } }

    func validate() throws {
        if count > 1 { throw ValidationError("una sola di --before, --after, --first, --last / only one of them") }
    }

    var position: CollectionText.Position {
        if let before { return .before(before) }
        if let after { return .after(after) }
        return first ? .first : .last
    }
}

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
        let added = try base.add(ids, to: name, at: position.position, note: note ?? "")
        for id in added { Terminal.print("+ \(id)") }
        for id in ids where !added.contains(id) {
            Terminal.printError(language.say("\(id): c'era già", "\(id): it was already there"))
        }
    }
}

struct CollectionRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Toglie schede. / Take sheets out.",
        discussion: """
            Esempio / Example:
              praticario collection remove orti baskin-cremona
            """,
        aliases: ["togli"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @Argument(help: "Gli id delle schede. / The sheets' ids.")
    var ids: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.open().remove(ids, from: name)
        for id in ids { Terminal.print("- \(id)") }
    }
}

struct CollectionMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Sposta una scheda. / Move a sheet.",
        discussion: """
            Esempi / Examples:
              praticario collection move orti baskin-cremona --first
              praticario collection move orti baskin-cremona --after calciosociale
            """,
        aliases: ["sposta"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @Argument(help: "L'id della scheda. / The sheet's id.")
    var id: String

    @OptionGroup var position: PositionOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if position.count == 0 {
            throw ValidationError("dove: --before, --after, --first o --last / where: one of them")
        }
    }

    func run() throws {
        let base = try shared.open()
        try base.move(id, in: name, to: position.position)
        for (number, entry) in try base.existingCollection(name).entries.enumerated() {
            Terminal.print("\(number + 1). \(entry.id)")
        }
    }
}

struct CollectionFreezeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Fa voci di ciò che le ricerche trovano oggi. / Make entries of what the searches find today.",
        discussion: """
            Esempio / Example:
              praticario collection freeze orti
            """,
        aliases: ["congela"])

    @Argument(help: "L'id della raccolta. / The collection's id.")
    var name: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let count = try shared.open().freeze(name)
        let language = shared.language
        Terminal.print(
            count == 0
                ? language.say("Non c'era nessuna ricerca.", "There was no search.")
                : language.say("Ricerche diventate voci: ", "Searches made entries: ") + "\(count)")
    }
}
