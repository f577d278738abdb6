import PraticarioCorpus
package import PraticarioSystem

/// What a person may do; each may what those before may.
package enum Role: String, ClosedVocabulary, Comparable {
    /// Reads everything, drafts and communities too.
    case reader
    /// Writes sheets that an editor is to look at.
    case member
    /// Publishes, and changes whatever there is.
    case editor
    /// Keeps the knowledge base, and says who may come in.
    case owner

    package var label: LocalizedText {
        switch self {
        case .reader: LocalizedText(it: "lettura", en: "reader")
        case .member: LocalizedText(it: "proposte", en: "member")
        case .editor: LocalizedText(it: "redazione", en: "editor")
        case .owner: LocalizedText(it: "gestione", en: "owner")
        }
    }

    package var aliases: [String] {
        switch self {
        case .reader: ["lettore", "lettrice"]
        case .member: ["membro", "proponente"]
        case .editor: ["redattore", "redattrice"]
        case .owner: ["proprietario", "proprietaria", "titolare"]
        }
    }

    package static func < (a: Role, b: Role) -> Bool {
        let order = allCases
        return order.firstIndex(of: a)! < order.firstIndex(of: b)!
    }
}
