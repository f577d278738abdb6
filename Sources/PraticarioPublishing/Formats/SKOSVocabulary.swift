import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// The themes and the target groups as two SKOS concept schemes, in Turtle: whole, whatever the sheets use of them.
struct SKOSVocabulary {
    private let edition: Edition
    private let names: ResourceNames

    init(_ edition: Edition) {
        self.edition = edition
        names = ResourceNames(edition.settings)
    }

    func write(to out: inout some TextOutputStream) throws {
        let vocabularies = edition.values.vocabularies
        out.write(Turtle.prefixes([.dct, .foaf, .skos]))
        if let creator { out.write(creator.turtle) }
        write(
            vocabularies.themes, .themes, title: LocalizedText(it: "Temi delle schede", en: "Themes of the sheets"),
            to: &out)
        write(
            vocabularies.targetGroups, .targetGroups,
            title: LocalizedText(it: "Gruppi di destinatari", en: "Target groups"), to: &out)
    }

    private var creatorName: String? {
        edition.settings.rightsHolder ?? edition.settings.publisher
    }

    private var creator: Turtle.Resource? {
        guard let name = creatorName else { return nil }
        var agent = Turtle.Resource(names.organization(name), a: "foaf:Agent")
        agent.add("foaf:name", Turtle.literal(name))
        return agent
    }

    private func write(
        _ scheme: ConceptScheme, _ vocabulary: ResourceNames.Vocabulary, title: LocalizedText,
        to out: inout some TextOutputStream
    ) {
        guard !scheme.concepts.isEmpty else { return }
        func iri(_ id: String) -> String { Turtle.iri(names.concept(id, in: vocabulary)) }
        let schemeIRI = names.scheme(vocabulary)

        var head = Turtle.Resource(schemeIRI, a: "skos:ConceptScheme")
        head.add("dct:title", Turtle.literals(title))
        if let creatorName { head.add("dct:creator", Turtle.iri(names.organization(creatorName))) }
        if let licence = edition.settings.licence, let url = Licence(licence).url {
            head.add("dct:license", Turtle.iri(url))
        }
        head.add("skos:hasTopConcept", scheme.topConcepts.map { iri(scheme.concepts[$0].id) })
        out.write(head.turtle)

        for (position, concept) in scheme.concepts.enumerated() {
            var resource = Turtle.Resource(names.concept(concept.id, in: vocabulary), a: "skos:Concept")
            resource.add("skos:inScheme", Turtle.iri(schemeIRI))
            resource.add("skos:notation", Turtle.literal(concept.id))
            resource.add("skos:prefLabel", Turtle.literals(concept.prefLabel))
            // Of alternative labels it is not known which language they are in.
            resource.add("skos:altLabel", concept.altLabels.map { Turtle.literal($0) })
            resource.add("skos:hiddenLabel", concept.hiddenLabels.map { Turtle.literal($0) })
            if let note = concept.scopeNote { resource.add("skos:scopeNote", Turtle.literal(note, .italian)) }
            resource.add("skos:broader", concept.broader.map(iri))
            if concept.broader.isEmpty { resource.add("skos:topConceptOf", Turtle.iri(schemeIRI)) }
            resource.add("skos:narrower", scheme.narrower(of: position).map { iri(scheme.concepts[$0].id) })
            out.write(resource.turtle)
        }
    }
}
