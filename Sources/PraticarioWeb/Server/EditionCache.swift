import Praticario
import Synchronization

/// What takes long to work out of a whole knowledge base, kept until its index is another one: of those for everybody and
/// for the people of the knowledge base.
final class EditionCache<Value: Sendable>: Sendable {
    private let values = Mutex<[(edition: String, value: Value)]>([])
    /// One works it out, the others wait for it.
    private let making = Mutex<Void>(())

    private static var limit: Int { 2 }

    /// - Parameter edition: of what the value is worked out from.
    func value(_ edition: String, _ make: () throws -> Value) throws -> Value {
        if let known = known(edition) { return known }
        return try making.withLock { _ in
            if let known = known(edition) { return known }
            let value = try make()
            values.withLock { values in
                values.append((edition, value))
                if values.count > Self.limit { values.removeFirst() }
            }
            return value
        }
    }

    /// Whether anybody has asked for it yet.
    var isUsed: Bool { values.withLock { !$0.isEmpty } }

    private func known(_ edition: String) -> Value? {
        values.withLock { values in values.first { $0.edition == edition }?.value }
    }
}
