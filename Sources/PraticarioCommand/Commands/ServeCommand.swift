import ArgumentParser
import Praticario
import PraticarioSearch
import PraticarioSystem
import PraticarioWeb

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Mostra l'archivio pubblicato a chi raggiunge l'indirizzo. / Serve what is published.",
        discussion: """
            Solo schede pubblicate, senza note interne; comunità e bozze restano a casa.
            Chi è scritto con `praticario person` entra, e fa ciò che il suo ruolo permette.
            Per una rete, dietro nginx che fa da TLS: --host-name archivio.esempio.org
            Only published sheets, without internal notes; communities and drafts stay
            at home. The people of `praticario person` come in. For a network, behind nginx with TLS: --host-name archive.example.org

            Esempi / Examples:
              praticario serve --port 8080
              praticario serve --host 0.0.0.0 --host-name archivio.esempio.org --log
            """,
        aliases: ["servi"])

    @Option(help: "L'indirizzo su cui ascoltare. / The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "La porta. / The port.")
    var port = 8080

    @Option(
        name: .customLong("host-name"),
        help:
            "Il nome con cui lo si chiama; più volte per più nomi. / The name it is called by; more than once for more."
    )
    var names: [String] = []

    @Flag(name: .customLong("log"), help: "Una riga JSON per richiesta. / A line of JSON for each request.")
    var logs = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port: 0–65535") }
    }

    func run() async throws {
        ProcessMemory.share()
        let base = try shared.open(scope: .published)
        var options = WebOptions()
        options.host = host
        options.port = port
        let hasPeople = People(base.folder).exist
        let whole = hasPeople ? try shared.open() : nil
        if hasPeople { options.visitors = .people }
        options.names = names.map { $0.lowercased() }
        options.logsRequests = logs
        let language = shared.language
        try await Serving.run(WebServer(base, whole: whole, options)) { address in
            Terminal.print(
                language.say("In ascolto: \(address)\nPer chiudere: Ctrl-C", "Listening: \(address)\nTo close: Ctrl-C"))
        }
    }
}
