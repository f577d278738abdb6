public import PraticarioSystem

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
