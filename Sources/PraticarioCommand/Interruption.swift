import Foundation
import Praticario
import PraticarioSystem
import Synchronization

/// Ctrl-C, and a polite kill: what was half made goes, what stood there stays.
enum Interruption {
    private static let handler = Mutex<(@Sendable () -> Void)?>(nil)

    /// Does work that ends by itself, in order, when `handler` has told it to.
    static func handling(_ handler: @escaping @Sendable () -> Void, _ work: () async throws -> Void) async throws {
        Self.handler.withLock { $0 = handler }
        defer { Self.handler.withLock { $0 = nil } }
        try await work()
    }

    /// Whoever holds the sources is cleaned up after.
    static func watch() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler {
                if let handler = handler.withLock({ $0 }) { return handler() }
                // As shells tell what ended a program.
                Files.abandonUnfinished(status: 128 + number)
            }
            source.resume()
            return source
        }
    }
}
