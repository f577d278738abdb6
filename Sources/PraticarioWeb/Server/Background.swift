import Dispatch
import Praticario

/// Work that waits for a disk or for a processor, away from the threads that answer everybody.
enum Background {
    private static let files = DispatchQueue(label: "praticario.files", attributes: .concurrent)
    /// One password at a time: each takes 64 MB.
    private static let passwords = DispatchQueue(label: "praticario.passwords")

    /// - Parameter command: what those who undo read of it.
    static func run<Value: Sendable>(
        as command: String = "", _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await run(on: files) { try EditJournal.$command.withValue(command) { try work() } }
    }

    static func password<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await run(on: passwords, work)
    }

    private static func run<Value: Sendable>(
        on queue: DispatchQueue, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
