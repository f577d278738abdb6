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
    /// Where members and outcomes are.
    public let territories: Territories
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
    /// How many outcomes say neither a cycle nor how far they are.
    public let withoutCycle: Int

    /// Meetings by whether they took place.
    public struct Meetings: Codable, Hashable, Sendable {
        /// How many the programme plans; `nil` where it does not say.
        public let planned: Int?
        /// Of these online, likewise.
        public let plannedOnline: Int?
        /// Of these in person, likewise.
        public let plannedInPerson: Int?
        /// How many took place.
        public let held: Int
        /// Of these online.
        public let heldOnline: Int
        /// Of these in person; what is neither does not say how people met.
        public let heldInPerson: Int
        /// How many did not, and will not.
        public let cancelled: Int
        /// How many are still to come.
        public let toCome: Int
    }

    /// Who came to the meetings that were held.
    public struct Participation: Codable, Hashable, Sendable {
        /// How many bodies are members; `nil` where none is listed.
        public let members: Int?
        /// How many of them came at least once; `nil` where no meeting says who came.
        public let present: Int?
        /// Of each meeting that was held, the earliest first; those without a date at the end, in the order of the file.
        public let attendance: [Attendance]
        /// Of those that say it; `nil` where none does.
        public let meanPeople: Double?

        /// Who came to one meeting.
        public struct Attendance: Codable, Hashable, Sendable {
            /// Of the meeting.
            public let number: Int?
            /// When it was.
            public let date: PartialDate?
            /// How many people came; `nil` where it does not say.
            public let people: Int?
            /// How many different bodies came; `nil` where it names none.
            public let organizations: Int?
            /// How many of these are members, likewise.
            public let members: Int?
            /// How many different sheets it shared.
            public let sheets: Int
        }
    }

    /// Where members and outcomes are.
    public struct Territories: Codable, Hashable, Sendable {
        /// How many members say where they are.
        public let placedMembers: Int
        /// The codes of the regions in which members are, sorted.
        public let memberRegions: [String]
        /// The codes of the provinces in which members are, sorted.
        public let memberProvinces: [String]
        /// The codes of the regions in which an outcome began or is concluded, sorted.
        public let outcomeRegions: [String]
        /// The codes of the regions of which the community says that it is about them, sorted.
        public let namedRegions: [String]

        /// Of the regions that it names, how many an outcome reached; `nil` where it names none.
        public var reachedRegions: Int? {
            namedRegions.isEmpty ? nil : Set(namedRegions).intersection(outcomeRegions).count
        }
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
        /// Of which nobody says what was taken up.
        public let unspecified: Int
        /// Agreed, not begun.
        public let planned: Int
        /// Where the territory lies outside those of the sheet that was taken up; `nil` where none says both territories.
        public let acrossTerritories: Int?
        /// How many say both territories.
        public let sayingWhere: Int

        /// Begun or concluded.
        public var done: Int { organizationalForms + managementModels + unspecified }
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
        /// Of the new ones how many are bound by an act; `nil` where none says whether it is.
        public let formal: Int?
        /// Of the new ones how many say whether an act binds them.
        public let sayingFormal: Int
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
        /// Of which nobody says how far they are.
        public let unstated: Int
        /// Of those begun or concluded, by the themes of the sheets from which they come or that tell them.
        public let byTheme: [String: Int]
        /// Of those begun or concluded, how many have no such sheet.
        public let withoutTheme: Int
        /// Of those begun or concluded, by the codes of their territories.
        public let byTerritory: [String: Int]
        /// Of those begun or concluded, by the ids of whom they serve.
        public let byTargetGroup: [String: Int]

        /// Begun or concluded.
        public var done: Int { started + concluded }
    }

    /// Sheets that were shared at meetings or came of them, and what became of them.
    public struct Knowledge: Codable, Hashable, Sendable {
        /// Different sheets shared at meetings that were held; `nil` where none of these names any.
        public let shared: Int?
        /// Of these, by kind.
        public let byKind: [EntryKind: Int]
        /// Of these, by theme: each once for every theme that it has.
        public let byTheme: [String: Int]
        /// Of these, by the codes of the regions in which they are: each once for every region.
        public let byRegion: [String: Int]
        /// Of these, how many an outcome that began or is concluded took something from.
        public let reused: Int
        /// Sheets that say they were shared in the community; `nil` where none does.
        public let produced: Int?
        /// From ideas to practices.
        public let chains: Chains

        /// How far interventions that began or are concluded can be followed: ``KnowledgeChain``.
        public struct Chains: Codable, Hashable, Sendable {
            /// Interventions begun or concluded.
            public let interventions: Int
            /// Of these, how many name a sheet: of the others nobody says where they come from.
            public let traceable: Int
            /// How many come from an idea.
            public let fromIdea: Int
            /// How many come from a solution.
            public let fromSolution: Int
            /// How many a practice or an experience tells.
            public let told: Int
            /// How many have an idea, a solution, and a practice or an experience.
            public let complete: Int
        }
    }
}
