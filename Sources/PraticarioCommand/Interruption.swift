import Foundation
import Praticario
import PraticarioSystem

/// Ctrl-C, and a polite kill: what was half made goes, what stood there stays.
enum Interruption {
    /// Whoever holds the sources is cleaned up after.
    static func watch() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler {
                for path in Files.unfinished { try? FileManager.default.removeItem(atPath: path) }
                // As shells tell what ended a program.
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }
}
