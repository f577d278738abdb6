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
            Le pagine mostrano anche bozze e comunità: le vede solo chi ha l'indirizzo
            scritto qui, e solo da questo computer. Si chiude con Ctrl-C.
            Pages also show drafts and communities, to whoever has the address written
            here, from this machine alone. Ctrl-C ends it.

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
        let base = try shared.open()
        let key = Self.key()
        var options = WebOptions()
        options.port = port
        options.visitors = .owner(key: key)
        options.names = ["127.0.0.1", "localhost"]
        let (language, opensBrowser) = (shared.language, browser)
        try await Serving.run(WebServer(base, options)) { address in
            let address = "\(address)/entra?chiave=\(key)"
            Terminal.print(
                language.say("Aperto: \(address)\nPer chiudere: Ctrl-C", "Open: \(address)\nTo close: Ctrl-C"))
            if opensBrowser { Browser.open(address) }
        }
    }

    /// 128 bits that nobody guesses.
    private static func key() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let part = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - part.count) + part
        }.joined()
    }
}
