/// Who works together with whom: bodies, and an edge between two that do.
public struct CollaborationNetwork: Codable, Hashable, Sendable {
    /// The keys of the bodies, sorted.
    public let bodies: [String]
    /// Two keys each, the smaller first; sorted, none twice.
    public let edges: [Edge]

    /// Two bodies that work together.
    public struct Edge: Codable, Hashable, Sendable, Comparable {
        /// The smaller key.
        public let a: String
        /// The larger key.
        public let b: String

        /// In either order; `nil` for a body and itself.
        public init?(_ one: String, _ other: String) {
            guard one != other else { return nil }
            (a, b) = one < other ? (one, other) : (other, one)
        }

        public static func < (one: Edge, other: Edge) -> Bool {
            (one.a, one.b) < (other.a, other.b)
        }
    }

    /// - Parameters:
    ///   - bodies: keys, also of those that work with nobody.
    ///   - groups: bodies that work together, each with each.
    public init(bodies: some Sequence<String>, groups: [[String]]) {
        var edges: Set<Edge> = []
        for group in groups {
            for (index, one) in group.enumerated() {
                for other in group[(index + 1)...] { if let edge = Edge(one, other) { edges.insert(edge) } }
            }
        }
        self.bodies = Set(bodies).union(groups.joined()).sorted()
        self.edges = edges.sorted()
    }

    /// Which share of all pairs of bodies work together: 2m / (n (n − 1)); `nil` for fewer than two bodies.
    public var density: Double? {
        guard bodies.count > 1 else { return nil }
        return 2 * Double(edges.count) / Double(bodies.count * (bodies.count - 1))
    }

    /// The edges that an earlier network did not have.
    public func edges(newSince earlier: CollaborationNetwork) -> [Edge] {
        let known = Set(earlier.edges)
        return edges.filter { !known.contains($0) }
    }
}
