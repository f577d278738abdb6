import Dispatch
import Praticario

/// Work that waits for a disk or for a processor, away from the threads that answer everybody.
enum Background {
    private static let files = DispatchQueue(label: "praticario.files", attributes: .concurrent)
    /// One change at a time: nobody comes between what somebody is asked about and what is written.
    private static let changes = DispatchQueue(label: "praticario.changes")
    /// One password at a time: each takes 64 MB.
    private static let passwords = DispatchQueue(label: "praticario.passwords")

    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await run(on: files, work)
    }

    /// Changes files.
    ///
    /// - Parameters:
    ///   - command: what those who undo read of it.
    ///   - author: who does it.
    ///   - recorder: takes down what is changed.
    static func change<Value: Sendable>(
        as command: String, by author: Edit.Author?, recorder: any ChangeRecorder,
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await run(on: changes) {
            try EditJournal.$command.withValue(command) {
                try EditJournal.$author.withValue(author) {
                    try EditJournal.$recorder.withValue(recorder) { try work() }
                }
            }
        }
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
