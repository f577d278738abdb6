import ItalianText
public import PraticarioSystem

/// A small fixed list of values that people write by name: the kinds, the states.
public protocol ClosedVocabulary: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable {
    /// What readers see; sheets may write it, in either language.
    var label: LocalizedText { get }
    /// Other words that people use for the value, in any language.
    var aliases: [String] { get }
}

extension ClosedVocabulary {
    public var aliases: [String] { [] }

    /// The value that a word means, whatever its case, accents and separators.
    ///
    /// `EntryKind(named: "Soluzioni")  // .solution`
    public init?(named word: String) {
        let key = Self.key(word)
        guard
            let value = Self.allCases.first(where: { value in
                ([value.rawValue, value.label.it, value.label.en] + value.aliases).contains { Self.key($0) == key }
            })
        else { return nil }
        self = value
    }

    /// `in_review`, `In review` and `in-review` are one.
    private static func key(_ word: String) -> String {
        String(ItalianText.folded(word).map { $0 == "_" || $0 == "-" ? " " : $0 })
    }
}

/// The four kinds of sheet.
public enum EntryKind: String, ClosedVocabulary {
    /// Described so that others can do it again.
    case practice
    /// Told by those who did it.
    case experience
    /// Not tried yet.
    case idea
    /// An answer designed for a stated need.
    case solution

    public var label: LocalizedText {
        switch self {
        case .practice: LocalizedText(it: "pratica", en: "practice")
        case .experience: LocalizedText(it: "esperienza", en: "experience")
        case .idea: LocalizedText(it: "idea", en: "idea")
        case .solution: LocalizedText(it: "soluzione", en: "solution")
        }
    }

    public var aliases: [String] {
        switch self {
        case .practice: ["pratiche", "practices", "buona pratica", "buone pratiche", "best practice"]
        case .experience: ["esperienze", "experiences"]
        case .idea: ["idee", "ideas"]
        case .solution: ["soluzioni", "solutions"]
        }
    }
}

/// How far a sheet is on its way to the public.
public enum Publication: String, ClosedVocabulary {
    /// Nobody has submitted it yet.
    case draft
    /// It waits for somebody's yes.
    case inReview = "in_review"
    /// It may leave, as far as its licence goes.
    case published
    /// No longer true, or no longer wanted; it is still found.
    case archived

    public var label: LocalizedText {
        switch self {
        case .draft: LocalizedText(it: "bozza", en: "draft")
        case .inReview: LocalizedText(it: "in verifica", en: "in review")
        case .published: LocalizedText(it: "pubblicata", en: "published")
        case .archived: LocalizedText(it: "archiviata", en: "archived")
        }
    }

    public var aliases: [String] {
        switch self {
        case .published: ["pubblicato"]
        case .archived: ["archiviato"]
        default: []
        }
    }
}

/// Whether the practice itself is under way.
public enum PracticeStatus: String, ClosedVocabulary {
    /// It has not begun.
    case planned
    /// It goes on.
    case active
    /// It has stopped and may begin again.
    case suspended
    /// It has ended.
    case concluded
    /// The sheet does not say.
    case unknown

    public var label: LocalizedText {
        switch self {
        case .planned: LocalizedText(it: "prevista", en: "planned")
        case .active: LocalizedText(it: "attiva", en: "active")
        case .suspended: LocalizedText(it: "sospesa", en: "suspended")
        case .concluded: LocalizedText(it: "conclusa", en: "concluded")
        case .unknown: LocalizedText(it: "non nota", en: "unknown")
        }
    }

    /// `sì` and `no` answer the question of forms whether it is still going on.
    public var aliases: [String] {
        switch self {
        case .planned: ["previsto", "programmata", "in programma"]
        case .active: ["attivo", "in corso", "ongoing", "sì"]
        case .suspended: ["sospeso"]
        case .concluded: ["concluso", "terminata", "finita", "chiusa", "no"]
        case .unknown: ["non noto", "sconosciuta", "ignota", "non si sa"]
        }
    }
}

/// The territory that a practice serves.
public enum PracticeScope: String, ClosedVocabulary {
    /// One comune, or part of it.
    case municipal
    /// Several comuni.
    case interMunicipal = "inter_municipal"
    /// A second-level unit.
    case provincial
    /// A region.
    case regional
    /// All of Italy.
    case national

    public var label: LocalizedText {
        switch self {
        case .municipal: LocalizedText(it: "comunale", en: "municipal")
        case .interMunicipal: LocalizedText(it: "intercomunale", en: "inter-municipal")
        case .provincial: LocalizedText(it: "provinciale", en: "provincial")
        case .regional: LocalizedText(it: "regionale", en: "regional")
        case .national: LocalizedText(it: "nazionale", en: "national")
        }
    }

    public var aliases: [String] {
        switch self {
        case .municipal: ["locale", "di quartiere"]
        case .interMunicipal: ["sovracomunale"]
        default: []
        }
    }
}

/// The instruments of Italian law by which bodies of the third sector and public administrations work together.
public enum PAInstrument: String, ClosedVocabulary {
    /// They find out together what is needed: art. 55, comma 2, D.Lgs. 117/2017.
    case coprogrammazione
    /// They design and run a service together: art. 55, comma 3, D.Lgs. 117/2017.
    case coprogettazione
    /// An agreement with volunteers or associations, costs refunded: art. 56, D.Lgs. 117/2017.
    case convenzione
    /// Citizens and comune care for a common good, under the comune's own rules.
    case pattoDiCollaborazione = "patto_di_collaborazione"

    public var label: LocalizedText {
        LocalizedText(both: rawValue.split(separator: "_").joined(separator: " "))
    }

    public var aliases: [String] {
        switch self {
        case .coprogrammazione: ["co-programmazione", "co programmazione"]
        case .coprogettazione: ["co-progettazione", "co progettazione"]
        case .convenzione: ["convenzioni"]
        case .pattoDiCollaborazione: ["patti di collaborazione", "patto"]
        }
    }
}

/// What an organization is.
public enum OrganizationType: String, ClosedVocabulary {
    /// A body of the third sector: association, social cooperative, foundation.
    case thirdSector = "ETS"
    /// A public body: comune, region, health authority.
    case publicAdministration = "PA"
    /// Universities too.
    case school
    /// A business, cooperatives that are not social included.
    case enterprise
    /// Whatever is none of these.
    case other

    public var label: LocalizedText {
        switch self {
        case .thirdSector: LocalizedText(both: "ETS")
        case .publicAdministration: LocalizedText(both: "PA")
        case .school: LocalizedText(it: "scuola", en: "school")
        case .enterprise: LocalizedText(it: "impresa", en: "enterprise")
        case .other: LocalizedText(it: "altro", en: "other")
        }
    }

    public var aliases: [String] {
        switch self {
        case .thirdSector:
            [
                "ente del terzo settore", "terzo settore", "associazione", "APS", "ODV", "cooperativa sociale",
                "fondazione",
            ]
        case .publicAdministration: ["pubblica amministrazione", "ente pubblico", "comune", "regione"]
        case .school: ["università", "istituto scolastico"]
        case .enterprise: ["azienda", "cooperativa"]
        case .other: ["altri"]
        }
    }
}

/// How one sheet refers to another.
public enum RelationKind: String, ClosedVocabulary {
    /// It was made after the other.
    case derivesFrom = "derives_from"
    /// It is a solution to what the other asks.
    case answers
    /// It takes the place of the other, which is no longer true.
    case replaces
    /// Whoever reads one may want the other.
    case similarTo = "similar_to"

    public var label: LocalizedText {
        switch self {
        case .derivesFrom: LocalizedText(it: "deriva da", en: "derives from")
        case .answers: LocalizedText(it: "risponde a", en: "answers")
        case .replaces: LocalizedText(it: "sostituisce", en: "replaces")
        case .similarTo: LocalizedText(it: "simile a", en: "similar to")
        }
    }
}
