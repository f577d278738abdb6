import Dispatch
import Synchronization

/// Maps on all cores, in order. `progress` hears after every item, from any thread, how many of how many are done.
package func parallelMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], progress: @Sendable (Int, Int) -> Void = { _, _ in },
    _ transform: @Sendable (Item) -> Result
) -> [Result] {
    let done = Atomic<Int>(0)
    let parts = min(Cores.most ?? items.count, items.count)
    return [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
        // Each iteration initializes its own element, once.
        nonisolated(unsafe) let base = buffer.baseAddress
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            for index in stride(from: part, to: items.count, by: parts) {
                (base! + index).initialize(to: transform(items[index]))
                progress(done.wrappingAdd(1, ordering: .relaxed).newValue, items.count)
            }
        }
        count = items.count
    }
}

/// As `parallelMap`, a batch at a time: `take` gets the results one by one, in order, on the thread of the caller, while the
/// next batch is made. No more than two batches are held.
package func parallelMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], inBatchesOf size: Int, progress: @Sendable (Int, Int) -> Void,
    _ transform: @Sendable (Item) -> Result, take: (Result) throws -> Void
) rethrows {
    let starts = Array(stride(from: 0, to: items.count, by: size))
    @Sendable func make(_ start: Int) -> [Result] {
        parallelMap(
            Array(items[start..<min(start + size, items.count)]),
            progress: { done, _ in progress(start + done, items.count) }, transform)
    }
    let most = Cores.most
    try withoutActuallyEscaping(make) { make in
        let queue = DispatchQueue(label: "praticario.batches")
        // Only what runs on the queue touches it.
        nonisolated(unsafe) var next: [Result] = []
        // Whatever happens, nothing is made any more when this returns.
        defer { queue.sync {} }
        func begin(_ start: Int) {
            queue.async { next = Cores.$most.withValue(most) { make(start) } }
        }
        if let first = starts.first { begin(first) }
        for start in starts {
            var batch = queue.sync {
                defer { next = [] }
                return next
            }
            if start + size < items.count { begin(start + size) }
            batch.reverse()
            while let result = batch.popLast() { try take(result) }
        }
    }
}

/// Among how many threads work is shared.
package enum Cores {
    /// 1 for none but the caller's; `nil` for as many as there are cores.
    @TaskLocal package static var most: Int?
}
