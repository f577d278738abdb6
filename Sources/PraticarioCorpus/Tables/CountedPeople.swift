import ItalianText
import PraticarioSystem

/// Numbers of people in columns that ask for them, or for whom.
enum CountedPeople {
    /// The counts in a cell, and the names that are left of it; `nil` for a cell that counts nobody.
    ///
    /// A number names no group: `80` below `Beneficiari` says how many, `80 anziani; bambini` says both; `12` below
    /// `Volontari` is `12 volontari`.
    static func told(
        _ text: String, _ target: TableTarget, heading: String
    ) -> (people: [String], rest: [String])? {
        switch target {
        case .field(.people):
            guard HeadCount.isNumberOnly(text), let who = counted(heading) else { return nil }
            return (["\(text) \(who)"], [])
        case .field(.targetGroups):
            var (people, rest): ([String], [String]) = ([], [])
            for item in items(text) {
                if HeadCount.isNumberOnly(item) {
                    people.append(counted(heading).map { "\(item) \($0)" } ?? item)
                } else if let who = HeadCount(text: item)?.who {
                    people.append(item)
                    rest.append(who)
                } else {
                    rest.append(item)
                }
            }
            return people.isEmpty ? nil : (people, rest)
        default: return nil
        }
    }

    /// `80 anziani, 20 bambini` is two where each counts somebody; other commas may be part of a name.
    private static func items(_ text: String) -> [String] {
        CellItems.split(text).flatMap { item -> [String] in
            let parts = item.split(separator: ",").map { String($0).trimmingSpaces() }
            return parts.allSatisfy { HeadCount(text: $0) != nil } ? parts : [item]
        }
    }

    /// Whom a heading counts, as it says it.
    private static func counted(_ heading: String) -> String? {
        TextKey.folded(heading).split { !$0.isLetter }.map(String.init).first { nouns.contains($0) }
    }

    private static let nouns: Set<String> = [
        "volontari", "volontarie", "operatori", "operatrici", "dipendenti", "lavoratori", "educatori", "soci",
        "beneficiari", "beneficiarie", "destinatari", "utenti", "partecipanti", "bambini", "ragazzi", "giovani",
        "anziani", "famiglie", "studenti", "alunni", "donne", "volunteers", "workers", "employees", "members",
        "beneficiaries", "participants", "children", "families", "students", "women",
    ]
}
