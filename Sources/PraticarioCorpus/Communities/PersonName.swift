import ItalianText

/// Whether what should name a body names a person: a given name or a title, then one or two more words, and nothing else.
///
/// It errs on the side of silence: `Fondazione Carlo Bianchi` and `Santa Chiara` are no persons.
enum PersonName {
    static func isLikely(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard (2...4).contains(words.count) else { return false }
        let keys = words.map { TextKey.folded($0).filter(\.isLetter) }
        if titles.contains(keys[0]) { return true }
        guard words.count <= 3, words.allSatisfy({ $0.first?.isUppercase == true }),
            words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" } })
        else {
            return false
        }
        return givenNames.contains(keys[0])
    }

    /// The first name of a person among other words: a title or a given name, then a word with a capital letter; `nil` where
    /// there is none.
    ///
    /// What stands behind the word for a street or a body is the name of that: `via Giuseppe Verdi`, `istituto comprensivo
    /// Anna Frank`.
    static func first(in text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let keys = words.map { TextKey.folded($0).filter(\.isLetter) }
        for (index, word) in words.dropLast().enumerated() {
            let next = words[index + 1].trimmingPrefix { !$0.isLetter }
            guard next.count > 1, next.first?.isUppercase == true, next.dropFirst().contains(where: \.isLowercase),
                !things.contains(keys[index + 1])
            else { continue }
            let isTitle = titles.contains(keys[index]) || forms.contains(keys[index])
            // What ends a sentence has no surname behind it.
            let isGiven =
                givenNames.contains(keys[index]) && word.first { $0.isLetter }?.isUppercase == true
                && word.last?.isLetter == true
            guard isTitle || isGiven else { continue }
            guard isTitle || !keys[max(0, index - 3)..<index].contains(where: things.contains) else { continue }
            return word.drop { !$0.isLetter } + " " + next.prefix { $0.isLetter || "'’-".contains($0) }
        }
        return nil
    }

    private static let titles: Set = [
        "dott", "dottssa", "dr", "ing", "avv", "prof", "profssa", "sig", "sigra", "arch", "geom",
    ]
    /// Forms of address that are whole words.
    private static let forms: Set = ["signor", "signora", "signorina", "dottor", "dottore", "dottoressa", "professor"]

    /// What bears the names of persons.
    private static let things = Set(
        """
        via viale vicolo piazza piazzale piazzetta corso largo strada lungomare ponte parco giardino giardini rione quartiere
        borgo villa palazzo castello torre porto san santa santo sant santi beata beato don suor papa re regina
        scuola scuole istituto liceo asilo nido universita biblioteca museo teatro cinema auditorium stadio palestra palazzetto
        campo impianto piscina ospedale clinica casa centro comunita parrocchia oratorio chiesa basilica abbazia convento
        fondazione associazione cooperativa consorzio circolo polisportiva societa unione gruppo comitato rete lega ente
        aps odv asd onlus srl spa coop impresa azienda editore edizioni premio progetto programma legge metodo modello sala aula
        caserma carcere bottega emporio mensa sportello festival torneo trofeo coppa memorial isola monte lago valle marina
        intitolato intitolata intitolati intitolate dedicato dedicata
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// The commonest given names of people living in Italy, for whom no law of large numbers is needed here.
    private static let givenNames = Set(
        """
        giuseppe antonio giovanni mario luigi francesco angelo vincenzo pietro salvatore carlo franco domenico bruno
        paolo michele giorgio aldo sergio luciano roberto stefano marco andrea alessandro matteo lorenzo davide luca
        simone federico gabriele riccardo tommaso nicola fabio massimo maurizio claudio daniele enrico filippo giacomo
        giulio leonardo manuel mattia mauro renato rosario umberto valerio vito walter alberto alessio alfredo armando
        cesare cristian dario diego edoardo emanuele emilio ernesto fabrizio gaetano gennaro gianluca gino guido ivan
        ugo maria anna giuseppina angela giovanna teresa lucia carmela caterina francesca paola elena laura
        alessandra valentina chiara giulia martina sara federica silvia elisa ilaria simona monica barbara cristina
        daniela patrizia roberta stefania antonella claudia debora donatella emanuela eleonora erika gabriella giorgia
        irene lidia luisa manuela marina marta michela nadia ornella raffaella rita sabrina sofia sonia tiziana
        valeria vanessa veronica virginia alice arianna beatrice camilla carla carlotta cecilia elisabetta
        mohamed ahmed fatima aisha ada
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
