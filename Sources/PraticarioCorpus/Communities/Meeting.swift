public import PraticarioSystem

/// One meeting of a community.
public struct Meeting: Codable, Hashable, Sendable {
    /// From 1, none twice within a community.
    public var number: Int?
    /// The day; `nil` while nobody has set one.
    public var date: PartialDate?
    /// Online, or in person.
    public var mode: MeetingMode?
    /// Where people meet in person, in words.
    public var place: String?
    /// Whether it took place.
    public var status: MeetingStatus?
    /// The names of the bodies that were there.
    public var organizations: [String] = []
    /// How many people were there: a total, never names.
    public var people: Int?
    /// What it was about.
    public var topics: [String] = []
    /// The ids of the sheets that were shared.
    public var sheets: [String] = []
    /// What was agreed.
    public var decisions: [String] = []
    /// The line of the file on which it begins.
    public var line = 1

    /// Of which nothing is said yet.
    public init() {}
}

/// How people meet.
public enum MeetingMode: String, ClosedVocabulary {
    /// By video.
    case online
    /// In one place.
    case inPerson = "in_person"

    public var label: LocalizedText {
        switch self {
        case .online: LocalizedText(both: "online")
        case .inPerson: LocalizedText(it: "in presenza", en: "in person")
        }
    }

    public var aliases: [String] {
        switch self {
        case .online: ["a distanza", "da remoto", "video"]
        case .inPerson: ["presenza", "dal vivo"]
        }
    }
}

/// Whether a meeting took place.
public enum MeetingStatus: String, ClosedVocabulary {
    /// It is still to come.
    case planned
    /// It took place.
    case held
    /// It did not, and will not.
    case cancelled

    public var label: LocalizedText {
        switch self {
        case .planned: LocalizedText(it: "previsto", en: "planned")
        case .held: LocalizedText(it: "svolto", en: "held")
        case .cancelled: LocalizedText(it: "annullato", en: "cancelled")
        }
    }

    public var aliases: [String] {
        switch self {
        case .planned: ["pianificato", "in programma"]
        case .held: ["fatto", "tenuto", "svolta"]
        case .cancelled: ["saltato", "non svolto"]
        }
    }
}
