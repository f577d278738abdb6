/// What a knowledge base holds: whatever is found, checked and kept on its own, whole.
package enum KnowledgeDocument: Codable, Hashable, Sendable {
    case sheet(Entry)
    case community(Community)
    case meeting(CommunityPart<Meeting>)
    case outcome(CommunityPart<Outcome>)

    /// What is found apart from each other.
    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// A practice, an experience, an idea or a solution.
        case sheet
        case community, meeting, outcome
    }

    package var kind: Kind {
        switch self {
        case .sheet: .sheet
        case .community: .community
        case .meeting: .meeting
        case .outcome: .outcome
        }
    }

    /// Unique among all documents of a knowledge base.
    package var id: String {
        switch self {
        case .sheet(let entry): entry.id
        case .community(let community): community.id
        case .meeting(let part): part.id
        case .outcome(let part): part.id
        }
    }

    /// Where it is written.
    package var origin: Origin {
        switch self {
        case .sheet(let entry): entry.origin
        case .community(let community): community.origin
        case .meeting(let part): part.origin
        case .outcome(let part): part.origin
        }
    }

    /// The sheet that it is, if it is one.
    package var entry: Entry? {
        if case .sheet(let entry) = self { entry } else { nil }
    }

    /// The community that it is, if it is one.
    package var community: Community? {
        if case .community(let community) = self { community } else { nil }
    }

    /// The ids of what it refers to.
    package var references: [String] {
        switch self {
        case .sheet(let entry): entry.relations.map(\.target)
        case .community(let community): community.sheets
        case .meeting(let part): part.content.sheets
        case .outcome(let part): part.content.sheets + part.content.toldBy
        }
    }

    /// Without references to what is not there: a dangling one costs only itself.
    package func keepingReferences(to exists: (String) -> Bool) -> KnowledgeDocument {
        switch self {
        case .sheet(let entry): return .sheet(entry.keepingRelations(to: exists))
        case .community(var community):
            community.keepSheets(where: exists)
            return .community(community)
        case .meeting(var part):
            part.content.sheets.removeAll { !exists($0) }
            return .meeting(part)
        case .outcome(var part):
            part.content.keepSheets(where: exists)
            return .outcome(part)
        }
    }
}
