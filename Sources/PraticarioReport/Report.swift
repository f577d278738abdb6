public import PraticarioCorpus
import PraticarioStatistics
public import PraticarioSystem

/// What came of a programme of communities: every figure follows from the files, and formats only write it down.
public struct Report: Codable, Hashable, Sendable {
    /// What was planned; `nil` where there is no `programma.yaml`.
    public let programme: Programme?
    /// The last day that counts; `nil` for all.
    public let until: PartialDate?
    /// Who reads it.
    public let readers: ReportReaders
    /// By their paths.
    public let chapters: [Chapter]
    /// Where members are and outcomes came about, by regions.
    public let coverage: [RegionCoverage]

    /// One community.
    public struct Chapter: Codable, Hashable, Sendable {
        /// As its file says it, as far as the readers may know it and the day has come.
        public let community: Community
        /// In figures.
        public let indicators: CommunityIndicators
        /// What its members say that they learned; `nil` where nobody was asked, or nobody twice.
        public let gain: SelfAssessedGain?
        /// The ids of sheets that tell its outcomes, else of those from which these come: at most two, those of most
        /// outcomes first.
        public let stories: [String]
        /// From ideas to practices, by way of each intervention that began or is concluded and names a sheet; sheets that
        /// the readers may not know are no part of them.
        public let chains: [KnowledgeChain]
        /// Where each form and model comes from that was taken up, likewise.
        public let crossings: [TerritoryCrossing]
    }

    /// What the chapters add up to.
    public var totals: Totals { Totals(chapters) }
}

/// Who reads a report.
public enum ReportReaders: String, ClosedVocabulary {
    /// Those who run the programme: with difficulties and open questions.
    case network = "interna"
    /// Who pays for it: with acknowledgement, CUP and logo, and only what is public.
    case ministry = "ministero"

    public var label: LocalizedText {
        switch self {
        case .network: LocalizedText(it: "interna", en: "internal")
        case .ministry: LocalizedText(it: "per il ministero", en: "for the ministry")
        }
    }

    public var aliases: [String] {
        switch self {
        case .network: ["internal", "rete", "network"]
        case .ministry: ["ministry"]
        }
    }
}
