import ItalianText
import PraticarioSystem

/// Numbers of people in columns that ask for them, or for whom.
enum CountedPeople {
    /// The cell of the field of people, and what is left of the own one; `nil` for a cell that counts nobody.
    ///
    /// A number names no group: `80` below `Beneficiari` says how many, `80 bambini` says both; `12` below `Volontari` is
    /// `12 volontari`.
    static func told(
        _ text: String, _ target: TableTarget, heading: String
    ) -> (people: String, rest: String?)? {
        guard target == .field(.people) || target == .field(.targetGroups) else { return nil }
        if HeadCount.isNumberOnly(text) {
            return (counted(heading).map { "\(text) \($0)" } ?? text, nil)
        }
        guard target == .field(.targetGroups), let who = HeadCount(text: text)?.who else { return nil }
        return (text, who)
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
