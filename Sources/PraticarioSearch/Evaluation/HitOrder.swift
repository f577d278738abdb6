/// Where hits stand in an answer: written once, for every archive.
package struct HitOrder: Sendable {
    package let isByRelevance: Bool

    package init(_ order: ResultOrder) {
        isByRelevance = order == .relevance
    }

    /// What the order looks at.
    package struct Rank: Sendable {
        package let isInPlace: Bool
        package let score: Double
        /// Of the document among all, see `places`.
        package let place: Int32

        @inlinable
        package init(isInPlace: Bool, score: Double, place: Int32) {
            self.isInPlace = isInPlace
            self.score = score
            self.place = place
        }
    }

    @inlinable
    package func precedes(_ a: Rank, _ b: Rank) -> Bool {
        if isByRelevance {
            if a.isInPlace != b.isInPlace { return a.isInPlace }
            if a.score != b.score { return a.score > b.score }
        }
        return a.place < b.place
    }

    /// What documents are put in order by, before any question.
    package struct Key: Sendable {
        let id: String
        /// ISO 8601; empty where not known.
        let updated: String
        let titleKey: String

        package init(id: String, updated: String, titleKey: String) {
            self.id = id
            self.updated = updated
            self.titleKey = titleKey
        }
    }

    /// Whether one document comes before another: by id, by date with the newest first, by title; ties, and documents
    /// without a date after all others, by the bytes of the id.
    package static func precedes(_ a: Key, _ b: Key, in order: ResultOrder) -> Bool {
        switch order {
        case .relevance: break
        case .date where a.updated != b.updated: return b.updated.utf8.lexicographicallyPrecedes(a.updated.utf8)
        case .title where !a.titleKey.utf8.elementsEqual(b.titleKey.utf8):
            return a.titleKey.utf8.lexicographicallyPrecedes(b.titleKey.utf8)
        case .date, .title: break
        }
        return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }

    /// The place of each document where all are in an order.
    package static func places(of keys: [Key], in order: ResultOrder) -> [Int32] {
        var places = [Int32](repeating: 0, count: keys.count)
        for (place, index) in keys.indices.sorted(by: { precedes(keys[$0], keys[$1], in: order) }).enumerated() {
            places[index] = Int32(place)
        }
        return places
    }
}
