/// One export at a time: each may lay out a whole archive and start other programs, and strangers may ask for it.
actor ExportGate {
    /// How many may wait for their turn.
    static let places = 16

    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Throws: `WebProblem.busy` where too many wait already; else what the work throws.
    func through<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        if isBusy {
            guard waiting.count < Self.places else { throw WebProblem.busy }
            await withCheckedContinuation { waiting.append($0) }
        }
        isBusy = true
        defer { pass() }
        return try await work()
    }

    /// The next one is let in before anybody new can come between.
    private func pass() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        isBusy = false
    }
}
