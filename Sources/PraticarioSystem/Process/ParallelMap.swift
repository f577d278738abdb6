import Dispatch
import Synchronization

/// Maps on all cores, in order. `progress` hears after every item, from any thread, how many of how many are done.
package func parallelMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], progress: @Sendable (Int, Int) -> Void = { _, _ in },
    _ transform: @Sendable (Item) -> Result
) -> [Result] {
    let done = Atomic<Int>(0)
    return [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
        // Each iteration initializes its own element, once.
        nonisolated(unsafe) let base = buffer.baseAddress
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
            (base! + index).initialize(to: transform(items[index]))
            progress(done.wrappingAdd(1, ordering: .relaxed).newValue, items.count)
        }
        count = items.count
    }
}
