import Synchronization

/// Whether long work is still wanted: set from outside, asked within.
package final class Cancellation: Sendable {
    private let isCancelled = Atomic<Bool>(false)

    /// The one of the work that is being done here.
    @TaskLocal package static var current: Cancellation?

    package init() {}

    package func cancel() {
        isCancelled.store(true, ordering: .relaxed)
    }

    /// Throws `CancellationError` where the work is no longer wanted.
    package static func check() throws {
        if let current, current.isCancelled.load(ordering: .relaxed) { throw CancellationError() }
        try Task.checkCancellation()
    }
}
