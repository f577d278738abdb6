import ItalianText
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What national and European portals read of open data: a catalogue with the choice as its one dataset, in Turtle,
/// by the profile DCAT-AP_IT 1.0.
///
/// The data themselves are in the files that it names, which are published in one folder with it: their addresses are
/// relative to its own, since that of the folder is not known here.
struct DCATCatalog {
    private let choice: Choice
    private let edition: Edition
    private let names: ResourceNames

    init(_ choice: Choice, _ edition: Edition) {
        self.choice = choice
        self.edition = edition
        names = ResourceNames(edition.settings)
    }

    func write(to out: inout some TextOutputStream) throws {
        out.write(Turtle.prefixes([.dcat, .dcatapit, .dct, .foaf, .locn, .owl, .vcard, .xsd]))
        out.write(catalogue.turtle)
        let modified = try lastUpdate()
        out.write(dataset(modified: modified).turtle)
        for file in Self.files { out.write(distribution(file).turtle) }
        out.write(licenceDocument.turtle)
        out.write(resource(publisher).turtle)
        if rightsHolder != publisher { out.write(resource(rightsHolder).turtle) }
        if let contact { out.write(contact.turtle) }
        for place in places { out.write(resource(place).turtle) }
    }

    // MARK: Catalogue and dataset

    private static let authority = "http://publications.europa.eu/resource/authority/"

    private var languageIRI: String {
        Turtle.iri(Self.authority + "language/" + (edition.settings.language == .english ? "ENG" : "ITA"))
    }

    private var catalogue: Turtle.Resource {
        var resource = Turtle.Resource(names.catalogue, a: "dcatapit:Catalog", "dcat:Catalog")
        let base = edition.settings.title.isEmpty ? "Praticario" : edition.settings.title
        let title = LocalizedText(it: "Dati aperti: \(base)", en: "Open data: \(base)")
        let about = LocalizedText(
            it: "Pratiche, esperienze, idee e soluzioni sociali come dati aperti. Editore: \(publisher.name).",
            en: "Social practices, experiences, ideas and solutions as open data. Publisher: \(publisher.name).")
        resource.add("dct:title", Turtle.literals(title))
        resource.add("dct:description", Turtle.literals(about))
        resource.add("dct:publisher", Turtle.iri(publisher.iri))
        resource.add("dct:modified", Turtle.date(edition.date))
        resource.add("dct:language", languageIRI)
        resource.add("dcat:themeTaxonomy", Turtle.iri(Self.authority + "data-theme"))
        resource.add("dcat:dataset", Turtle.iri(names.dataset(choice)))
        return resource
    }

    private func dataset(modified: PartialDate) -> Turtle.Resource {
        var resource = Turtle.Resource(names.dataset(choice), a: "dcatapit:Dataset", "dcat:Dataset")
        // The national catalogue asks for the code of the body, a colon and what the body calls the dataset.
        let identifier = publisher.identifier + ":" + ResourceNames.key(of: choice)
        resource.add("dct:identifier", Turtle.literal(identifier))
        resource.add("dct:title", Turtle.literal(choice.title, edition.settings.language))
        resource.add("dct:description", description)
        resource.add("dct:modified", Turtle.date(modified))
        // Population and society.
        resource.add("dcat:theme", Turtle.iri(Self.authority + "data-theme/SOCI"))
        resource.add("dct:rightsHolder", Turtle.iri(rightsHolder.iri))
        resource.add("dct:publisher", Turtle.iri(publisher.iri))
        // Sheets change when those who run the practices write.
        resource.add("dct:accrualPeriodicity", Turtle.iri(Self.authority + "frequency/IRREG"))
        resource.add("dct:language", languageIRI)
        resource.add("dcat:keyword", keywords)
        resource.add("dct:spatial", places.map { Turtle.iri(names.territory($0)) })
        if contact != nil { resource.add("dcat:contactPoint", Turtle.iri(names.contact)) }
        resource.add(
            "dcat:distribution",
            Self.files.map { Turtle.iri(names.distribution(choice, file: $0.format.fileName(choice.id))) })
        return resource
    }

    private var description: [String] {
        if let summary = choice.summary { return [Turtle.literal(summary, edition.settings.language)] }
        let count = choice.heads.count
        return Turtle.literals(
            LocalizedText(
                it: """
                    Schede che descrivono pratiche, esperienze, idee e soluzioni sociali: che cosa si fa, chi lo fa, \
                    dove, per chi, con quali risultati. Ogni scheda dichiara la sua licenza, la sua attribuzione e le \
                    sue fonti. Numero di schede: \(count).
                    """,
                en: """
                    Sheets on social practices, experiences, ideas and solutions: what is done, by whom, where, for \
                    whom, with which results. Every sheet states its licence, its attribution and its sources. \
                    Number of sheets: \(count).
                    """))
    }

    /// When the sheet that changed last did.
    private func lastUpdate() throws -> PartialDate {
        var last: PartialDate?
        try choice.forEachSheet { entry, _ in
            if let updated = entry.updated, last?.isBefore(updated) != false { last = updated }
        }
        return last ?? choice.updated ?? edition.date
    }

    /// The labels of the themes, without the commas, apostrophes and slashes that the profile forbids.
    private var keywords: [String] {
        let scheme = edition.values.vocabularies.themes
        let used = Set(choice.heads.flatMap(\.themes).compactMap(scheme.position)).sorted()
        return used.map { position in
            let words = scheme.concepts[position].prefLabel.it.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
            return Turtle.literal(words.joined(separator: " "), .italian)
        }
    }

    /// The regions of all sheets; Italy where a sheet is of no region.
    private var places: [Territory] {
        let register = edition.values.vocabularies.territories
        var found: Set<Int> = []
        for code in Set(choice.heads.flatMap(\.territories)) {
            guard let position = register.position(of: code) else { continue }
            let path = register.pathToTop(from: position)
            let regions = path.filter { register.level(of: $0) == .region }
            found.formUnion(regions.isEmpty ? path.filter { register.level(of: $0) == .country } : regions)
        }
        return found.sorted().map { register.territories[$0] }
    }

    private func resource(_ place: Territory) -> Turtle.Resource {
        var resource = Turtle.Resource(names.territory(place), a: "dct:Location")
        resource.add("locn:geographicName", Turtle.literal(place.name, .italian))
        return resource
    }

    // MARK: Distributions

    private struct File {
        let format: ExportFormat
        /// In the European list of file types.
        let type: String
        let title: LocalizedText
    }

    private static let files = [
        File(format: .csv, type: "CSV", title: LocalizedText(it: "Tabella CSV", en: "CSV table")),
        // Each line is JSON; a portal may not know JSON Lines as a type of its own.
        File(
            format: .jsonl, type: "JSON",
            title: LocalizedText(it: "JSON, una scheda per riga", en: "JSON, a sheet a line")),
        File(
            format: .jsonld, type: "JSON_LD",
            title: LocalizedText(it: "JSON-LD con i termini di schema.org", en: "JSON-LD in terms of schema.org")),
    ]

    private func distribution(_ file: File) -> Turtle.Resource {
        // As the program calls the files where it is given no other names.
        let name = file.format.fileName(choice.id)
        var resource = Turtle.Resource(
            names.distribution(choice, file: name), a: "dcatapit:Distribution", "dcat:Distribution")
        resource.add("dct:title", Turtle.literals(file.title))
        resource.add("dct:format", Turtle.iri(Self.authority + "file-type/" + file.type))
        resource.add("dct:license", Turtle.iri(names.licence(licence)))
        resource.add("dcat:accessURL", Turtle.iri(name))
        resource.add("dcat:downloadURL", Turtle.iri(name))
        return resource
    }

    /// Of the licences of all sheets the one that asks most, because whoever takes the whole file must heed that.
    private var licence: Licence {
        let named = Set(choice.heads.compactMap(\.licence)).sorted()
        let written = named.isEmpty ? [edition.settings.licence ?? "licenza non indicata"] : named
        let licences = written.map { Licence($0) }
        return licences.dropFirst().reduce(licences[0]) { $1.terms > $0.terms ? $1 : $0 }
    }

    private var licenceDocument: Turtle.Resource {
        let licence = self.licence
        var resource = Turtle.Resource(names.licence(licence), a: "dcatapit:LicenseDocument", "dct:LicenseDocument")
        resource.add("dct:type", Turtle.iri("http://purl.org/adms/licencetype/" + licence.terms.rawValue))
        resource.add("foaf:name", Turtle.literal(licence.name))
        if let version = licence.version { resource.add("owl:versionInfo", Turtle.literal(version)) }
        return resource
    }

    // MARK: Bodies

    private struct Agent: Equatable {
        let name: String
        let identifier: String
        let iri: String
    }

    /// The profile demands a publisher and its code. What `praticario.yaml` does not say is not made up: a publisher
    /// that is missing is called missing, and without a tax code the name stands for it.
    private var publisher: Agent {
        let settings = edition.settings
        let name = settings.publisher ?? "editore non indicato"
        return Agent(
            name: name, identifier: settings.publisherTaxCode ?? TextKey.slug(name), iri: names.organization(name))
    }

    private var rightsHolder: Agent {
        guard let name = edition.settings.rightsHolder, name != publisher.name else { return publisher }
        return Agent(name: name, identifier: TextKey.slug(name), iri: names.organization(name))
    }

    private func resource(_ agent: Agent) -> Turtle.Resource {
        var resource = Turtle.Resource(agent.iri, a: "dcatapit:Agent", "foaf:Agent")
        resource.add("dct:identifier", Turtle.literal(agent.identifier))
        resource.add("foaf:name", Turtle.literal(agent.name))
        return resource
    }

    /// Only where it is an e-mail address: the profile wants one.
    private var contact: Turtle.Resource? {
        guard let address = edition.settings.contactPoint, address.contains("@"),
            !address.contains(where: \.isWhitespace)
        else { return nil }
        var resource = Turtle.Resource(names.contact, a: "dcatapit:Organization", "vcard:Organization", "vcard:Kind")
        resource.add("vcard:fn", Turtle.literal(publisher.name))
        resource.add("vcard:hasEmail", Turtle.iri("mailto:" + address))
        return resource
    }
}
