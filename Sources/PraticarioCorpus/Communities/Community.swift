public import PraticarioSystem

/// A community of practice: who meets about what, what they want to know, and what came of it.
public struct Community: Codable, Hashable, Sendable, Identifiable {
    /// A slug; the file's name where the file states none.
    public var id: String
    /// What it is called.
    public var title: String
    /// One sentence or two, plain text.
    public var summary: String?
    /// Invented, to show how one is written.
    public var isExample: Bool?
    /// What it is about: ids of themes, none twice.
    public var themes: [String] = []
    /// Where its members are: codes of territories, none twice.
    public var territories: [String] = []
    /// Who convenes the meetings: the name of a body.
    public var facilitator: String?
    /// The bodies that take part.
    public var members: [CommunityMember] = []
    /// Who worked together before the first meeting.
    public var earlierPartnerships: [EarlierPartnership] = []
    /// In the order of the file.
    public var meetings: [Meeting] = []
    /// What the community wants to know, and whether it does now.
    public var questions: [KnowledgeQuestion] = []
    /// What came of it.
    public var outcomes: [Outcome] = []
    /// What was difficult, for those who run the programme; never for the public.
    public var difficulties: [String] = []
    /// Where it is written.
    public var origin: Origin

    /// One that is not written yet, of which nothing is said but its name.
    public init(title: String) {
        self.init(id: "", title: title, origin: Origin(path: ""))
    }

    init(id: String, title: String, origin: Origin) {
        (self.id, self.title, self.origin) = (id, title, origin)
    }
}

/// A body that takes part in a community.
public struct CommunityMember: Codable, Hashable, Sendable {
    /// Its full name.
    public var name: String
    /// The code of a territory.
    public var territory: String?
    /// Of what form it is.
    public var legalForm: LegalForm?
    /// In which section of the national register of the third sector it is listed.
    public var runtsSection: RUNTSSection?
    /// The line of the file on which it begins.
    public var line = 1

    /// Of which nothing is said but its name.
    public init(name: String) {
        self.name = name
    }
}

/// Bodies that worked together before a community began: new partnerships are counted beside these.
public struct EarlierPartnership: Codable, Hashable, Sendable {
    /// The names of the bodies, two or more.
    public var parties: [String]
    /// The line of the file on which it begins.
    public var line = 1
}

/// The forms that bodies of the third sector take: art. 4, D.Lgs. 117/2017; and what is none.
public enum LegalForm: String, ClosedVocabulary {
    /// Organizzazione di volontariato.
    case odv
    /// Associazione di promozione sociale.
    case aps
    /// Ente filantropico.
    case philanthropic
    /// Impresa sociale other than a social cooperative.
    case socialEnterprise = "social_enterprise"
    /// Cooperativa sociale: an impresa sociale by law.
    case socialCooperative = "social_cooperative"
    /// Rete associativa.
    case network
    /// Società di mutuo soccorso.
    case mutualAid = "mutual_aid"
    /// An association that is none of the above.
    case association
    /// A foundation that is none of the above.
    case foundation
    /// A body of religion, a committee, a public body, an enterprise.
    case other

    public var label: LocalizedText {
        switch self {
        case .odv: LocalizedText(it: "organizzazione di volontariato", en: "voluntary organization (ODV)")
        case .aps: LocalizedText(it: "associazione di promozione sociale", en: "social promotion association (APS)")
        case .philanthropic: LocalizedText(it: "ente filantropico", en: "philanthropic body")
        case .socialEnterprise: LocalizedText(it: "impresa sociale", en: "social enterprise")
        case .socialCooperative: LocalizedText(it: "cooperativa sociale", en: "social cooperative")
        case .network: LocalizedText(it: "rete associativa", en: "association network")
        case .mutualAid: LocalizedText(it: "società di mutuo soccorso", en: "mutual aid society")
        case .association: LocalizedText(it: "associazione", en: "association")
        case .foundation: LocalizedText(it: "fondazione", en: "foundation")
        case .other: LocalizedText(it: "altro", en: "other")
        }
    }

    public var aliases: [String] {
        switch self {
        case .odv: ["ODV", "volontariato", "associazione di volontariato"]
        case .aps: ["APS", "promozione sociale"]
        case .socialCooperative: ["coop sociale", "cooperativa sociale di tipo a", "cooperativa sociale di tipo b"]
        case .network: ["rete", "rete associativa nazionale"]
        case .mutualAid: ["SOMS", "mutuo soccorso"]
        case .association: ["associazione riconosciuta", "associazione non riconosciuta", "ASD"]
        case .foundation: ["fondazione ETS"]
        case .philanthropic, .socialEnterprise, .other: []
        }
    }
}

/// The sections of the national register of the third sector: art. 46, D.Lgs. 117/2017.
public enum RUNTSSection: String, ClosedVocabulary {
    /// ODV, APS, philanthropic bodies, social enterprises, networks, mutual aid societies, all others.
    case a, b, c, d, e, f, g

    public var label: LocalizedText {
        switch self {
        case .a: LocalizedText(it: "a) organizzazioni di volontariato", en: "a) voluntary organizations")
        case .b: LocalizedText(it: "b) associazioni di promozione sociale", en: "b) social promotion associations")
        case .c: LocalizedText(it: "c) enti filantropici", en: "c) philanthropic bodies")
        case .d: LocalizedText(it: "d) imprese sociali", en: "d) social enterprises")
        case .e: LocalizedText(it: "e) reti associative", en: "e) association networks")
        case .f: LocalizedText(it: "f) società di mutuo soccorso", en: "f) mutual aid societies")
        case .g: LocalizedText(it: "g) altri enti del terzo settore", en: "g) other bodies of the third sector")
        }
    }

    public var aliases: [String] { [rawValue + ")", "sezione " + rawValue] }
}
