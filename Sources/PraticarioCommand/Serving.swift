import Foundation
import Praticario
import PraticarioSystem
import PraticarioWeb

/// A server that ends as a program should: Ctrl-C or a polite kill let what was begun be answered.
enum Serving {
    static func run(_ server: WebServer, started: @escaping @Sendable (String) async -> Void) async throws {
        let (stops, stop) = AsyncStream.makeStream(of: Void.self)
        try await Interruption.handling({ stop.yield() }) {
            do {
                try await server.run(until: { for await _ in stops { break } }, started: started)
            } catch let error as any ExplainedError {
                throw error
            } catch {
                throw Failure(
                    it: "il server non parte: \(error); forse la porta è già in uso: prova con --port 0",
                    en: "the server does not start: \(error); perhaps the port is in use: try --port 0")
            }
        }
    }
}

/// The browser of this machine.
enum Browser {
    /// Where there is none, the address on the terminal is enough.
    static func open(_ address: String) {
        let candidates = ["/usr/bin/xdg-open", "/usr/bin/open", "/usr/bin/wslview"]
        guard let program = candidates.first(where: FileManager.default.isExecutableFile) else { return }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [address]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try? process.run()
    }
}
