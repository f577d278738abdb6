import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What may be meant in a field, for browsers to complete: names as files write them, with other words for them.
struct FormLists: Sendable {
    let lists: [List]

    struct List: Sendable {
        let id: String
        let options: [Option]
    }

    struct Option: Sendable {
        let value: String
        /// Other words that lead to it.
        let words: String?
    }

    static let themes = "elenco-temi"
    static let targetGroups = "elenco-destinatari"
    static let territories = "elenco-territori"
    static let licences = "elenco-licenze"
    static let communities = "elenco-comunita"

    /// Those that are proposed; others can be typed.
    static let licenceList = List(
        id: licences, options: ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"].map { Option(value: $0, words: nil) })

    init(_ snapshot: Snapshot) {
        let language = snapshot.settings.language
        let vocabularies = snapshot.vocabularies
        func concepts(_ scheme: ConceptScheme) -> [Option] {
            scheme.concepts.map { concept in
                let words = concept.altLabels.joined(separator: ", ")
                return Option(value: concept.prefLabel[language], words: words.isEmpty ? nil : words)
            }.sorted { $0.value < $1.value }
        }
        // Comuni are thousands: one types them.
        let territories = vocabularies.territories.territories.compactMap { territory -> Option? in
            switch territory.level {
            case .country, .region: Option(value: territory.name, words: nil)
            case .province: Option(value: "provincia di " + territory.name, words: territory.sigla)
            default: nil
            }
        }
        lists = [
            List(id: Self.themes, options: concepts(vocabularies.themes)),
            List(id: Self.targetGroups, options: concepts(vocabularies.targetGroups)),
            List(id: Self.territories, options: territories),
            Self.licenceList,
            List(
                id: Self.communities,
                options: ((try? snapshot.communities()) ?? []).map { Option(value: $0.id, words: $0.title) }),
        ]
    }
}
