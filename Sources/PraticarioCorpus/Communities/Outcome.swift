public import PraticarioSystem

/// What came of a community: a form or model that was taken up, a partnership, an intervention.
public struct Outcome: Codable, Hashable, Sendable {
    /// A slug, none twice within a community; `esito-3` where the file states none.
    public var id: String?
    /// What it is.
    public var kind: OutcomeKind
    /// What it is called.
    public var title: String
    /// When it came about.
    public var date: PartialDate?
    /// Where: codes of territories, none twice.
    public var territories: [String] = []
    /// How far it is.
    public var status: OutcomeStatus?
    /// The number of the meeting from which it came.
    public var meeting: Int?
    /// Where it can be seen: a document, a page, an act, in words or as an address.
    public var evidence: String?
    /// The ids of the sheets from which it came; an adoption is one of these sheets' adoptions.
    public var sheets: [String] = []
    /// The ids of the sheets that tell it.
    public var toldBy: [String] = []
    /// How far the value has come, where whoever writes judges so; else it follows from kind and status.
    public var cycle: ValueCycle?
    /// Of an adoption: who took it up.
    public var by: String?
    /// Of an adoption: an organizational form or a management model.
    public var what: AdoptedModel?
    /// Of a partnership: the names of the bodies, two or more.
    public var parties: [String] = []
    /// Of a partnership: whether it is bound by an act.
    public var isFormal: Bool?
    /// Of a partnership: whether a public administration is one of the parties.
    public var isWithAdministration: Bool?
    /// Of a partnership: the instrument of art. 55 to 57, D.Lgs. 117/2017, or of a comune's own rules.
    public var instrument: PAInstrument?
    /// Of an intervention: whom it serves, ids of target groups, none twice.
    public var targetGroups: [String] = []
    /// The line of the file on which it begins.
    public var line = 1

    /// Begun or concluded: what is planned, or says nothing, does not count.
    public var isDone: Bool { status == .started || status == .concluded }

    /// Of which nothing else is said yet.
    public init(kind: OutcomeKind, title: String) {
        (self.kind, self.title) = (kind, title)
    }
}

/// What an outcome is.
public enum OutcomeKind: String, ClosedVocabulary {
    /// An organizational form or a management model was taken up.
    case adoption
    /// Bodies work together that did not before.
    case partnership
    /// Something is done for people.
    case intervention

    public var label: LocalizedText {
        switch self {
        case .adoption: LocalizedText(it: "adozione", en: "adoption")
        case .partnership: LocalizedText(it: "partenariato", en: "partnership")
        case .intervention: LocalizedText(it: "intervento", en: "intervention")
        }
    }

    public var aliases: [String] {
        switch self {
        case .adoption: ["modello adottato"]
        case .partnership: ["partnership", "rete", "collaborazione"]
        case .intervention: ["progetto", "servizio"]
        }
    }
}

/// How far an outcome is. What is planned never counts as started.
public enum OutcomeStatus: String, ClosedVocabulary {
    /// Agreed, not begun.
    case planned
    /// Begun, and under way.
    case started
    /// Over, as it was meant to be.
    case concluded

    public var label: LocalizedText {
        switch self {
        case .planned: LocalizedText(it: "previsto", en: "planned")
        case .started: LocalizedText(it: "avviato", en: "started")
        case .concluded: LocalizedText(it: "concluso", en: "concluded")
        }
    }

    public var aliases: [String] {
        switch self {
        case .planned: ["pianificato", "prevista", "da avviare"]
        case .started: ["avviata", "in corso", "attivo", "attiva"]
        case .concluded: ["conclusa", "terminato", "finito"]
        }
    }
}

/// What is taken up.
public enum AdoptedModel: String, ClosedVocabulary {
    /// How a body is set up.
    case organizationalForm = "organizational_form"
    /// How something is run.
    case managementModel = "management_model"

    public var label: LocalizedText {
        switch self {
        case .organizationalForm: LocalizedText(it: "forma organizzativa", en: "organizational form")
        case .managementModel: LocalizedText(it: "modello di gestione", en: "management model")
        }
    }

    public var aliases: [String] {
        switch self {
        case .organizationalForm: ["forma", "organizzativa"]
        case .managementModel: ["modello", "gestione", "modello gestionale"]
        }
    }
}

/// The cycles of value creation in communities: Wenger, Trayner, de Laat, Promoting and assessing value creation in
/// communities and networks (2011).
public enum ValueCycle: String, ClosedVocabulary, CodingKeyRepresentable {
    /// Activities and interactions have value in themselves.
    case immediate
    /// Knowledge that may be of use later.
    case potential
    /// Knowledge that changed what people do.
    case applied
    /// What people do differently made something better.
    case realized
    /// What counts as success was thought over.
    case transformative

    public var label: LocalizedText {
        switch self {
        case .immediate: LocalizedText(it: "immediato", en: "immediate")
        case .potential: LocalizedText(it: "potenziale", en: "potential")
        case .applied: LocalizedText(it: "applicato", en: "applied")
        case .realized: LocalizedText(it: "realizzato", en: "realized")
        case .transformative: LocalizedText(it: "trasformativo", en: "transformative")
        }
    }
}
