import Synchronization
import Testing

@testable import PraticarioWeb

/// Exports come one after the other, and no crowd of them forms.
@Suite struct ExportGateTests {
    @Test func `one is made at a time, and whoever finds too many waiting is told`() async throws {
        let gate = ExportGate()
        let course = Course()
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<60 {
                group.addTask {
                    do {
                        try await gate.through {
                            course.begin()
                            try await Task.sleep(for: .milliseconds(20))
                            course.end()
                        }
                        return false
                    } catch { return true }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(course.most == 1)
        #expect(refused > 0 && refused < 60)
        // The way is free again.
        #expect(try await gate.through { 7 } == 7)
    }
}

/// How many are at work.
private final class Course: Sendable {
    private let state = Mutex<(now: Int, most: Int)>((0, 0))

    func begin() { state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
    func end() { state.withLock { $0.now -= 1 } }
    var most: Int { state.withLock { $0.most } }
}
