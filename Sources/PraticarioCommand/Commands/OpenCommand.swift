import ArgumentParser
import Foundation
import Praticario
import PraticarioSystem
import PraticarioWeb

struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Apre l'archivio nel browser di questo computer. / Open the archive in this machine's browser.",
        discussion: """
            Le pagine mostrano anche bozze e comunità, e ci si scrive: solo da questo
            computer. L'indirizzo scritto qui vale una volta. Si chiude con Ctrl-C.
            Pages also show drafts and communities, and one writes there: from this machine
            alone. The address written here holds once. Ctrl-C ends it.

            Esempi / Examples:
              praticario apri
              praticario apri --kb corpus
              praticario open --port 8080 --no-browser
            """,
        aliases: ["apri"])

    @Option(help: "La porta; senza, una libera. / The port; without it, a free one.")
    var port = 0

    @Flag(inversion: .prefixedNo, help: "Apre anche il browser. / Also open the browser.")
    var browser = true

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port: 0–65535") }
    }

    func run() async throws {
        ProcessMemory.share()
        let base = try shared.open()
        let token = WebServer.newToken()
        var options = WebOptions()
        options.port = port
        options.visitors = .owner(token: token)
        options.names = ["127.0.0.1", "localhost"]
        let (language, opensBrowser) = (shared.language, browser)
        try await Serving.run(WebServer(base, options)) { address in
            let address = WebServer.address(of: address, token: token)
            Terminal.print(
                language.say("Aperto: \(address)\nPer chiudere: Ctrl-C", "Open: \(address)\nTo close: Ctrl-C"))
            if opensBrowser { Browser.open(address) }
        }
    }
}
