import ItalianText
import PraticarioCorpus

/// What the things of a knowledge base are called in RDF.
///
/// A knowledge base has no address on the web, so its own things have names that lead nowhere:
/// `urn:praticario:PUBLISHER:scheda:ID`. They are absolute, so that every reader takes them; the publisher in them
/// keeps two knowledge bases apart that are read together; and they last as long as ids do. What has a public name
/// already, such as a region, goes by that.
struct ResourceNames {
    private static let root = "urn:praticario:"
    private static let national = "https://w3id.org/italia/controlled-vocabulary/territorial-classifications/"
    private let base: String

    init(_ settings: KnowledgeBaseSettings) {
        let owner = TextKey.slug(settings.publisher ?? settings.title)
        base = Self.root + (owner.isEmpty ? "senza-nome" : owner) + ":"
    }

    enum Vocabulary {
        case themes, targetGroups
    }

    func scheme(_ vocabulary: Vocabulary) -> String {
        base + (vocabulary == .themes ? "temi" : "destinatari")
    }

    func concept(_ id: String, in vocabulary: Vocabulary) -> String {
        base + (vocabulary == .themes ? "tema:" : "gruppo:") + IRI.segment(id)
    }

    func sheet(_ id: String) -> String {
        base + "scheda:" + IRI.segment(id)
    }

    func collection(_ choice: Choice) -> String {
        base + Self.key(of: choice)
    }

    /// Another thing than the collection, so it needs another name.
    func dataset(_ choice: Choice) -> String {
        base + "dataset:" + Self.key(of: choice)
    }

    func distribution(_ choice: Choice, file: String) -> String {
        dataset(choice) + ":" + IRI.segment(file)
    }

    var catalogue: String { base + "catalogo" }

    var contact: String { base + "contatto" }

    func organization(_ name: String) -> String {
        base + "ente:" + TextKey.slug(name)
    }

    func licence(_ licence: Licence) -> String {
        licence.url ?? (base + "licenza:" + TextKey.slug(licence.name))
    }

    static func kind(_ kind: EntryKind) -> String {
        root + "tipo:" + kind.rawValue
    }

    func territory(_ territory: Territory) -> String {
        let code = IRI.segment(territory.code)
        switch territory.level {
        case .country: return "http://publications.europa.eu/resource/authority/country/ITA"
        case .region: return Self.national + "regions/" + code
        case .province: return Self.national + "provinces/" + code
        // The national names of comuni hold the day on which each was founded, which the register does not know.
        case .division, .municipality: return Self.root + "territorio:" + code
        case .area: return base + "territorio:" + code
        }
    }

    /// What the choice is among those of its knowledge base.
    static func key(of choice: Choice) -> String {
        if let id = choice.id { return "raccolta:" + IRI.segment(id) }
        if let query = choice.query, !query.isEmpty { return "ricerca:" + IRI.segment(query) }
        return "schede"
    }
}
