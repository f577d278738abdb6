import ItalianText
import PraticarioSystem

/// What a column is, from its heading: a field's name, or the words that people use for it in spreadsheets and forms.
package enum HeadingGuess {
    /// A column for each heading; one that says nothing, or says again what an earlier one said, is not read.
    package static func columns(_ headings: [String]) -> [TableMap.Column] {
        var taken: Set<TableTarget> = []
        return headings.filter { !$0.trimmingSpaces().isEmpty }.map { heading in
            var target = target(of: heading) ?? .ignored
            if !target.takesSeveral, !taken.insert(target).inserted { target = .ignored }
            return TableMap.Column(heading: heading, target: target)
        }
    }

    /// `nil` for a heading that says nothing.
    ///
    /// An example in brackets does not count where the rest says something.
    ///
    /// `HeadingGuess.target(of: "Qual è il titolo della pratica?")  // .field(.title)`
    package static func target(of heading: String) -> TableTarget? {
        let heading = heading.trimmingSpaces()
        if let own = TableHeading.target(ofOwn: heading) { return own }
        let plain = withoutNumber(heading)
        if isPersonal(plain) || TableHeading.isProblem(plain) { return .ignored }
        if let own = TableHeading.target(ofOwn: plain) { return own }
        if plain.count > 1, let target = TableTarget(plain) {
            // In a header `comune` is the field; a column of that name stands beside one for the province.
            if target == .field(.territories), case .territory(let level)? = guess(plain) { return .territory(level) }
            return target
        }
        let short = withoutBrackets(plain)
        return guess(short) ?? (short == plain ? nil : guess(plain))
    }

    private static func guess(_ heading: String) -> TableTarget? {
        let words = terms(of: heading)
        // `N. volontari`.
        if let target = alone[words.filter { $0.count > 1 }] { return target }
        var best: (target: TableTarget, size: Int)?
        for (target, phrases) in phrases {
            for phrase in phrases where phrase.count > best?.size ?? 0 && phrase.isSubset(of: words) {
                best = (target, phrase.count)
            }
        }
        return best?.target
    }

    /// Whether a column asks who answered, or names persons: such columns are never kept.
    package static func isPersonal(_ heading: String) -> Bool {
        let heading = withoutBrackets(withoutNumber(heading))
        let folded = TextKey.folded(heading)
        if ["nome", "name", "nominativo", "full name", "first name"].contains(folded) { return true }
        let exact = Set(folded.split { !$0.isLetter }.map(String.init))
        if !exact.isDisjoint(with: addressed), !exact.isDisjoint(with: askedOfPersons),
            exact.isDisjoint(with: askedOfOthers)
        {
            return true
        }
        if !exact.isDisjoint(with: persons) { return true }
        let words = terms(of: heading)
        guard !words.isDisjoint(with: personal) else { return false }
        return words.isDisjoint(with: bodies)
    }

    /// `Chi la promuove? (associazione, Comune...)` is `Chi la promuove?`.
    private static func withoutBrackets(_ heading: String) -> String {
        var depth = 0
        var text = ""
        for character in heading {
            if "([".contains(character) {
                depth += 1
            } else if ")]".contains(character), depth > 0 {
                depth -= 1
            } else if depth == 0 {
                text.append(character)
            }
        }
        let short = withoutNumber(text.trimmingSpaces())
        return short.isEmpty ? heading : short
    }

    /// `1. Titolo`, `3) Dove?`, `Tema 2`.
    private static func withoutNumber(_ heading: String) -> String {
        let rest = heading.drop { $0.isNumber || $0 == "." || $0 == ")" || $0.isWhitespace }
        var text = String(rest.isEmpty ? heading[...] : rest)
        while let last = text.last, last.isNumber || last.isWhitespace || "*:?".contains(last) { text.removeLast() }
        return text.isEmpty ? heading : text
    }

    static func terms(of text: String) -> Set<String> {
        let words = TextAnalyzer.italian.words(in: text)
        let stems = words.compactMap(\.stem)
        return Set(stems.isEmpty ? words.map(\.exact) : stems)
    }

    /// Words by which a form speaks to one person, and what it then asks.
    private static let addressed: Set<String> = ["ti", "tu", "tuo", "tua", "tuoi", "mio", "mia", "sei", "your"]
    private static let askedOfPersons: Set<String> = [
        "chiami", "chiama", "nome", "numero", "contatto", "recapito", "ruolo", "eta", "name", "phone", "role", "email",
    ]
    /// `Qual è il nome del tuo progetto?` asks for no person.
    private static let askedOfOthers: Set<String> = [
        "progetto", "iniziativa", "pratica", "esperienza", "attivita", "idea", "servizio", "gruppo", "rete",
        "associazione",
        "ente", "organizzazione", "cooperativa", "fondazione", "scuola", "comune", "sede", "territorio", "project",
        "practice", "organization", "organisation", "association",
    ]
    /// Offices that persons hold: a column for them holds names, whatever body it is of.
    private static let persons: Set<String> = [
        "presidente", "rappresentante", "rappresentanti", "segretario", "segretaria", "tesoriere", "direttivo",
        "cognome",
        "cognomi", "surname", "compilatore",
    ]
    private static let personal = Set(
        [
            "email", "mail", "posta", "cognome", "telefono", "cellulare", "recapito", "nominativo", "compila",
            "referente", "utente",
        ]
        .flatMap { terms(of: $0) })
    private static let bodies = Set(
        ["ente", "organizzazione", "associazione", "sede", "ufficio", "cooperativa", "organization"].flatMap {
            terms(of: $0)
        })
}
