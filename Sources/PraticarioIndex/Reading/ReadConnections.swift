import Foundation
import GRDB
import PraticarioSystem
import Synchronization

/// Connections to one index, so that as many threads read it at once as there are cores.
///
/// A connection reads the files that it opened, even when newer ones have taken their place; then no connection is added
/// any more, since it would read the newer ones.
final class ReadConnections: Sendable {
    private let files: IndexFiles
    private let stamps: [Files.Stamp?]
    let recent: RecentSegment?
    private let state: Mutex<State>
    private static let limit = max(2, ProcessInfo.processInfo.activeProcessorCount)

    private struct State {
        var all: [DatabaseQueue]
        var idle: [DatabaseQueue]
        var next = 0
    }

    init(_ files: IndexFiles) throws {
        self.files = files
        stamps = files.stamps
        let (first, recent) = try IndexConnection.reading(files)
        self.recent = recent
        state = Mutex(State(all: [first], idle: [first]))
    }

    /// Reads with a connection that nobody else uses, where there is one; else waits for one.
    func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        try IndexConnection.telling(files.base) {
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
            let new = try? IndexConnection.reading(files).connection, isStillInPlace
        else { return nil }
        return state.withLock { state in
            // Another thread may have been faster.
            guard state.all.count < Self.limit else { return nil }
            state.all.append(new)
            return new
        }
    }

    /// Whether the files are those that were there before the first connection was opened.
    private var isStillInPlace: Bool {
        files.stamps.map { $0?.inode } == stamps.map { $0?.inode } && stamps[0] != nil
    }
}
