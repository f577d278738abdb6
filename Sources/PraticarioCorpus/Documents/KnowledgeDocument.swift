/// What a knowledge base holds: whatever is found, checked and kept on its own, whole.
package enum KnowledgeDocument: Codable, Hashable, Sendable {
    case sheet(Entry)

    /// What is found apart from each other.
    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// A practice, an experience, an idea or a solution.
        case sheet
    }

    package var kind: Kind {
        switch self {
        case .sheet: .sheet
        }
    }

    /// Unique among all documents of a knowledge base.
    package var id: String {
        switch self {
        case .sheet(let entry): entry.id
        }
    }

    /// Where it is written.
    package var origin: Origin {
        switch self {
        case .sheet(let entry): entry.origin
        }
    }

    /// The sheet that it is, if it is one.
    package var entry: Entry? {
        if case .sheet(let entry) = self { entry } else { nil }
    }

    /// The ids of what it refers to.
    package var references: [String] {
        switch self {
        case .sheet(let entry): entry.relations.map(\.target)
        }
    }

    /// Without references to what is not there: a dangling one costs only itself.
    package func keepingReferences(to exists: (String) -> Bool) -> KnowledgeDocument {
        switch self {
        case .sheet(let entry): .sheet(entry.keepingRelations(to: exists))
        }
    }
}
