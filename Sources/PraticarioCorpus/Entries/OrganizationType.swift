public import PraticarioSystem

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

    /// The label, spelled out.
    package var plainLabel: LocalizedText {
        switch self {
        case .thirdSector: LocalizedText(it: "ente del Terzo settore", en: "body of the third sector")
        case .publicAdministration: LocalizedText(it: "pubblica amministrazione", en: "public administration")
        case .school, .enterprise, .other: label
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
