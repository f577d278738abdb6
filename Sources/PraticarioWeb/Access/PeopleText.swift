import Foundation
import PraticarioCorpus
import PraticarioSystem

/// The file of people as text.
enum PeopleText {
    static func text(of people: [Person]) -> String {
        let lines = people.flatMap { person in
            var fields = [("id", person.id), ("nome", person.name), ("ruolo", person.role.rawValue)]
            if let password = person.password { fields.append(("password", password.text)) }
            if let seed = person.seed { fields.append(("seme", seed)) }
            if let link = person.link {
                fields.append(("link", link.digest))
                fields.append(("scade", link.expires.formatted(.iso8601)))
            }
            var lines = fields.enumerated().map { index, field in
                (index == 0 ? "  - " : "    ") + "\(field.0): \(YAMLText.quoted(field.1))"
            }
            if !person.keys.isEmpty { lines.append("    chiavi:") }
            for key in person.keys {
                lines.append("      - nome: \(YAMLText.quoted(key.name))")
                lines.append("        ruolo: \(key.scope.rawValue)")
                lines.append("        impronta: \(key.digest)")
            }
            return lines
        }
        return "# Chi può entrare dal browser: si cambia con `praticario person`.\npersone:\n"
            + lines.map { $0 + "\n" }.joined()
    }

    /// Whoever cannot be read for certain lets nobody in: then all of the file is refused.
    ///
    /// - Throws: `PeopleProblem.unreadable`.
    static func read(_ bytes: [UInt8], path: String) throws -> [Person] {
        let (record, problems) = Record.parse(yaml: bytes, path: path, malformed: .malformedHeader)
        if let problem = problems.first { throw PeopleProblem.unreadable(path, problem.message) }
        func refuse(_ place: TextPlace) -> PeopleProblem {
            .unreadable(
                path,
                LocalizedText(
                    it: "riga \(place.line): a una persona servono id, nome e ruolo",
                    en: "line \(place.line): a person needs id, nome and ruolo"))
        }
        var people: [Person] = []
        for item in record.fields.first(where: { $0.key == "persone" })?.value.items ?? [] {
            let fields = texts(of: item)
            guard let id = fields["id"], let name = fields["nome"],
                let role = fields["ruolo"].flatMap(Role.init(named:)),
                !people.contains(where: { $0.id == id })
            else { throw refuse(item.place) }
            var person = Person(id: id, name: name, role: role)
            person.password = fields["password"].map(PasswordHash.init(text:))
            person.seed = fields["seme"]
            if let digest = fields["link"], let text = fields["scade"], let date = try? Date(text, strategy: .iso8601) {
                person.link = Person.Link(digest: digest, expires: date)
            }
            for key in part("chiavi", of: item)?.items ?? [] {
                let own = texts(of: key)
                guard let name = own["nome"], let digest = own["impronta"],
                    let scope = own["ruolo"].flatMap(Role.init(named:))
                else { throw refuse(key.place) }
                person.keys.append(Person.Key(name: name, digest: digest, scope: scope))
            }
            people.append(person)
        }
        return people
    }

    private static func texts(of item: RecordValue) -> [String: String] {
        guard case .map(let fields) = item.content else { return [:] }
        return Dictionary(fields.compactMap { field in field.value.text.map { (field.key, $0) } }) { first, _ in first }
    }

    private static func part(_ key: String, of item: RecordValue) -> RecordValue? {
        guard case .map(let fields) = item.content else { return nil }
        return fields.first { $0.key == key }?.value
    }
}
