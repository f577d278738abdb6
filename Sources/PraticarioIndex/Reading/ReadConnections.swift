import Foundation
import GRDB
import PraticarioSystem
import Synchronization

/// Connections to one index file, so that as many threads read it at once as there are cores.
///
/// A connection reads the file that it opened, even when a newer one has taken its place; then no connection is added
/// any more, since it would read the newer one.
final class ReadConnections: Sendable {
    private let path: String
    private let inode: UInt64?
    private let state: Mutex<State>
    private static let limit = max(2, ProcessInfo.processInfo.activeProcessorCount)

    private struct State {
        var all: [DatabaseQueue]
        var idle: [DatabaseQueue]
        var next = 0
    }

    init(_ path: String) throws {
        self.path = path
        inode = Files.stamp(path)?.inode
        let first = try IndexConnection.open(path, readOnly: true)
        state = Mutex(State(all: [first], idle: [first]))
    }

    /// Reads with a connection that nobody else uses, where there is one; else waits for one.
    func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        try IndexConnection.telling(path) {
            let (connection, isOurs) = connection()
            defer { if isOurs { state.withLock { $0.idle.append(connection) } } }
            return try connection.read(work)
        }
    }

    /// Whether it must be given back.
    private func connection() -> (DatabaseQueue, isOurs: Bool) {
        let idle = state.withLock { state -> DatabaseQueue? in
            state.idle.popLast()
        }
        if let idle { return (idle, true) }
        if let new = oneMore() { return (new, true) }
        return state.withLock { state in
            state.next = (state.next + 1) % state.all.count
            return (state.all[state.next], false)
        }
    }

    private func oneMore() -> DatabaseQueue? {
        guard state.withLock({ $0.all.count < Self.limit }), isStillInPlace,
            let new = try? IndexConnection.open(path, readOnly: true), isStillInPlace
        else { return nil }
        return state.withLock { state in
            // Another thread may have been faster.
            guard state.all.count < Self.limit else { return nil }
            state.all.append(new)
            return new
        }
    }

    private var isStillInPlace: Bool {
        inode != nil && Files.stamp(path)?.inode == inode
    }
}
