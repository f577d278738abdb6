import Foundation
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A choice in the terms of schema.org, as JSON-LD: what search engines and RDF stores read. "Note interne" is left
/// out.
///
/// Themes and territories stand in the graph once and sheets point to them, so that a reader gets each as one thing.
struct SchemaOrgData {
    private let choice: Choice
    private let edition: Edition
    private let names: ResourceNames

    init(_ choice: Choice, _ edition: Edition) {
        self.choice = choice
        self.edition = edition
        names = ResourceNames(edition.settings)
    }

    func write(to out: inout some TextOutputStream) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func json(_ value: JSONValue) throws -> String {
            try String(decoding: encoder.encode(value), as: UTF8.self)
        }
        let context = try json(Self.context)
        out.write("{\"@context\": \(context),\n\"@graph\": [\n")
        try out.write(json(collection))
        for node in themes + territories { try out.write(",\n" + json(node)) }
        try choice.forEachSheet { entry, _ in try out.write(",\n" + json(sheet(entry))) }
        out.write("\n]}\n")
    }

    /// In place of the address of schema.org's own context, so that reading the file asks nothing of any network.
    private static let context: JSONValue = .object([
        "@vocab": "https://schema.org/",
        "additionalType": .object(["@type": "@id"]),
        "dateModified": .object(["@type": "Date"]),
        "license": .object(["@type": "@id"]),
        "url": .object(["@type": "@id"]),
    ])

    private var collection: JSONValue {
        let settings = edition.settings
        var node: [String: JSONValue] = ["@type": "Collection"]
        node["@id"] = .text(names.collection(choice))
        node["name"] = .text(choice.title)
        node["description"] = choice.summary.map(JSONValue.text)
        node["inLanguage"] = .text(edition.textLanguage(of: choice))
        node["dateModified"] = .text((choice.updated ?? edition.date).iso8601)
        node["license"] = choice.licence.flatMap { licence($0) }
        node["publisher"] = settings.publisher.map { owner($0, taxCode: settings.publisherTaxCode) }
        node["copyrightHolder"] = settings.rightsHolder.map { owner($0) }
        node["creator"] = choice.curator.map { owner($0) }
        node["hasPart"] = .list(choice.heads.map { reference(names.sheet($0.id)) })
        return .object(node)
    }

    /// The themes of the sheets, and the set that they belong to.
    private var themes: [JSONValue] {
        let scheme = edition.values.vocabularies.themes
        let used = Set(choice.heads.flatMap(\.themes).compactMap(scheme.position)).sorted()
        guard !used.isEmpty else { return [] }
        let set: JSONValue = .object([
            "@type": "DefinedTermSet", "@id": .text(names.scheme(.themes)),
            "name": labels(LocalizedText(it: "Temi delle schede", en: "Themes of the sheets")),
        ])
        let terms = used.map { position -> JSONValue in
            let concept = scheme.concepts[position]
            return .object([
                "@type": "DefinedTerm", "@id": .text(names.concept(concept.id, in: .themes)),
                "name": labels(concept.prefLabel), "termCode": .text(concept.id),
                "inDefinedTermSet": reference(names.scheme(.themes)),
            ])
        }
        return [set] + terms
    }

    private var territories: [JSONValue] {
        let register = edition.values.vocabularies.territories
        let used = Set(choice.heads.flatMap(\.territories).compactMap(register.position)).sorted()
        return used.map { position -> JSONValue in
            let territory = register.territories[position]
            var node: [String: JSONValue] = ["@type": "AdministrativeArea"]
            node["@id"] = .text(names.territory(territory))
            node["name"] = .text(territory.name)
            // Areas have no code of ISTAT's, nor has Italy; some comuni have a cadastral one only.
            if territory.code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                node["identifier"] = .object([
                    "@type": "PropertyValue", "propertyID": "ISTAT", "value": .text(territory.code),
                ])
            }
            return .object(node)
        }
    }

    private func sheet(_ entry: Entry) -> JSONValue {
        let vocabularies = edition.values.vocabularies
        let themes = entry.themes.filter { vocabularies.themes[$0] != nil }
        let places = entry.territories.compactMap { vocabularies.territories[$0] }
        let text = Self.text(of: entry)
        var node: [String: JSONValue] = ["@type": "CreativeWork"]
        node["@id"] = .text(names.sheet(entry.id))
        node["identifier"] = .text(entry.id)
        node["isPartOf"] = reference(names.collection(choice))
        node["additionalType"] = .text(ResourceNames.kind(entry.kind))
        node["genre"] = labels(entry.kind.label)
        node["name"] = .text(entry.title)
        node["abstract"] = entry.summary.map(JSONValue.text)
        node["text"] = text.isEmpty ? nil : .text(text)
        node["inLanguage"] = .text(entry.language)
        node["dateModified"] = (entry.updated?.iso8601).map(JSONValue.text)
        node["temporalCoverage"] = Self.years(of: entry).map(JSONValue.text)
        node["about"] = list(themes.map { reference(names.concept($0, in: .themes)) })
        node["audience"] = list(entry.targetGroups.compactMap(audience))
        node["spatialCoverage"] = list(places.map { reference(names.territory($0)) })
        // Who runs the practice; whoever wrote the sheet is named by its attribution.
        node["provider"] = entry.organization.map(organization)
        node["contributor"] = list(entry.partners.map(organization))
        node["citation"] = list(entry.sources.map(citation))
        node["license"] = licence(entry.licence)
        node["creditText"] = .text(edition.attribution(of: entry))
        return .object(node)
    }

    /// Fields that a property of schema.org says, alone or with others.
    private static let placed: Set<FieldName> = [
        .id, .kind, .title, .summary, .language, .updated, .start, .end, .status, .themes, .targetGroups, .territories,
        .organization, .partners, .sources, .licence, .permission,
    ]

    /// Fields that the graph does not have, and why.
    static let leftOut: [FieldName: String] = [
        .publication: "only what is published leaves as open data", .example: "examples do not leave as open data",
        .needs: untold, .place: untold, .publicPlace: untold, .scope: untold, .contact: untold, .paInstrument: untold,
        .verification: untold,
        .people: untold, .costs: untold, .results: untold, .related: untold, .adoptions: untold, .community: untold,
        .meeting: untold, .pictures: noAddress, .attachments: noAddress,
        .reviewBy: "it is for those who keep the archive",
    ]
    private static let noAddress = "the files have no address on the web, and the JSON names them"
    private static let untold = "schema.org has no property for it, and the JSON has it"

    private static let others = FieldName.allCases.filter { !placed.contains($0) && leftOut[$0] == nil }

    /// A field that schema.org does not know, by its key.
    private func property(_ field: FieldName, of entry: Entry) -> JSONValue? {
        let value = field.row.value(entry)
        guard !value.isEmpty else { return nil }
        let text = FieldText(values: edition.values, language: edition.language, isData: true).text(value)
        return .object([
            "@type": "PropertyValue", "propertyID": .text(field.rawValue), "name": labels(field.row.label),
            "value": .text(text),
        ])
    }

    private static func text(of entry: Entry) -> String {
        entry.publicSections.filter { !$0.text.isEmpty }
            .map { $0.title.isEmpty ? $0.text : $0.title + "\n" + $0.text }
            .joined(separator: "\n\n")
    }

    /// An interval of ISO 8601, `..` where it is open: `2019/2021`, `2019/..`. Something that has ended, nobody wrote
    /// when, is of the year in which it began.
    private static func years(of entry: Entry) -> String? {
        guard let start = entry.start?.iso8601 else { return entry.end.map { "../" + $0.iso8601 } }
        if let end = entry.end { return start + "/" + end.iso8601 }
        return entry.status == .concluded ? start : start + "/.."
    }

    private func audience(_ id: String) -> JSONValue? {
        guard let concept = edition.values.vocabularies.targetGroups[id] else { return nil }
        return .object([
            "@type": "Audience", "@id": .text(names.concept(id, in: .targetGroups)),
            "audienceType": labels(concept.prefLabel),
        ])
    }

    private func organization(_ organization: Organization) -> JSONValue {
        var node: [String: JSONValue] = ["@type": "Organization", "name": .text(organization.name)]
        node["url"] = organization.url.map { JSONValue.text(IRI.escaped($0)) }
        return .object(node)
    }

    /// One of those that stand behind the knowledge base.
    private func owner(_ name: String, taxCode: String? = nil) -> JSONValue {
        var node: [String: JSONValue] = ["@type": "Organization", "name": .text(name)]
        node["@id"] = .text(names.organization(name))
        node["taxID"] = taxCode.map(JSONValue.text)
        return .object(node)
    }

    private func citation(_ source: EntrySource) -> JSONValue {
        var node: [String: JSONValue] = ["@type": "CreativeWork", "name": .text(source.title)]
        node["url"] = source.url.map { JSONValue.text(IRI.escaped($0)) }
        return .object(node)
    }

    /// The address of the licence; its name where the licence is not known.
    private func licence(_ text: String?) -> JSONValue? {
        guard let text else { return nil }
        if let url = Licence(text).url { return .text(url) }
        return .object(["@type": "CreativeWork", "name": .text(text)])
    }

    private func labels(_ text: LocalizedText) -> JSONValue {
        let italian: JSONValue = .object(["@language": "it", "@value": .text(text.it)])
        // Vocabularies repeat the Italian where they have no English.
        guard text.en != text.it else { return italian }
        return .list([italian, .object(["@language": "en", "@value": .text(text.en)])])
    }

    private func reference(_ iri: String) -> JSONValue {
        .object(["@id": .text(iri)])
    }

    private func list(_ values: [JSONValue]) -> JSONValue? {
        values.isEmpty ? nil : .list(values)
    }
}
