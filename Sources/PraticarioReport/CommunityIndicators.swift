public import PraticarioCorpus
public import PraticarioStatistics
import PraticarioSystem

/// What a community did and what came of it, in figures: docs/rapporto.md says how each is made.
///
/// `nil` is "not known", never 0.
public struct CommunityIndicators: Codable, Hashable, Sendable {
    /// The meetings by whether they took place.
    public let meetings: Meetings
    /// Who came.
    public let participation: Participation
    /// What the community wanted to know, by whether it does now; `nil` where no question is listed.
    public let questions: Questions?
    /// What was taken up.
    public let adoptions: Adoptions
    /// Who works together that did not before.
    public let partnerships: Partnerships
    /// What is done for people.
    public let interventions: Interventions
    /// What was shared and used again.
    public let knowledge: Knowledge
    /// How many outcomes have come how far, by the cycles of value creation.
    public let cycles: [ValueCycle: Int]

    /// Meetings by whether they took place.
    public struct Meetings: Codable, Hashable, Sendable {
        /// How many the programme plans; `nil` where it does not say.
        public let planned: Int?
        /// How many took place.
        public let held: Int
        /// How many did not, and will not.
        public let cancelled: Int
        /// How many are still to come.
        public let toCome: Int
    }

    /// Who came to the meetings that were held.
    public struct Participation: Codable, Hashable, Sendable {
        /// How many bodies are members.
        public let members: Int
        /// How many of them came at least once; `nil` where no meeting says who came.
        public let present: Int?
        /// Of each meeting that was held how many people came, in their order; `nil` where it does not say.
        public let people: [Int?]
        /// Of those that say it; `nil` where none does.
        public let meanPeople: Double?
        /// The codes of the regions in which members are, sorted.
        public let regions: [String]
    }

    /// Questions by their status.
    public struct Questions: Codable, Hashable, Sendable {
        /// Nobody knows yet.
        public let open: Int
        /// Part of it is known.
        public let partly: Int
        /// It is known.
        public let closed: Int

        /// All of them.
        public var total: Int { open + partly + closed }
        /// Which share is closed, from 0 to 1.
        public var closedShare: Double { Double(closed) / Double(total) }
    }

    /// Forms and models that were taken up: begun or concluded, planned ones apart.
    public struct Adoptions: Codable, Hashable, Sendable {
        /// New organizational forms.
        public let organizationalForms: Int
        /// New management models.
        public let managementModels: Int
        /// Agreed, not begun.
        public let planned: Int
        /// Where the territory lies outside those of the sheet that was taken up.
        public let acrossTerritories: Int
    }

    /// Partnerships that began, planned ones apart; and the network before and after.
    public struct Partnerships: Codable, Hashable, Sendable {
        /// Begun or concluded.
        public let new: Int
        /// Agreed, not begun.
        public let planned: Int
        /// Of the new ones how many are with a public administration; `nil` where none says whether it is.
        public let withAdministration: Int?
        /// Of the new ones how many say whether a public administration is one of the parties.
        public let sayingWhether: Int
        /// Pairs of bodies that work together and did not at the start.
        public let newEdges: Int
        /// Of the members and their partners at the start.
        public let before: CollaborationNetwork
        /// Of the same bodies and the new partners.
        public let after: CollaborationNetwork
    }

    /// Interventions by how far they are.
    public struct Interventions: Codable, Hashable, Sendable {
        /// Agreed, not begun: never counted as begun.
        public let planned: Int
        /// Begun, under way.
        public let started: Int
        /// Over.
        public let concluded: Int
        /// Of those begun or concluded, by the codes of their territories.
        public let byTerritory: [String: Int]
        /// Of those begun or concluded, by the ids of whom they serve.
        public let byTargetGroup: [String: Int]

        /// Begun or concluded.
        public var done: Int { started + concluded }
    }

    /// Sheets that were shared at meetings, and what became of them.
    public struct Knowledge: Codable, Hashable, Sendable {
        /// Different sheets shared at meetings that were held.
        public let shared: Int
        /// Of these, by kind.
        public let byKind: [EntryKind: Int]
        /// Interventions that come from an idea or a solution.
        public let fromIdeas: Int
        /// Interventions that a practice or an experience now tells.
        public let toldAsPractices: Int
    }
}
