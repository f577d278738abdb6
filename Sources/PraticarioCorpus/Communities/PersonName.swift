import ItalianText

/// Whether what should name a body names a person: a given name or a title, then one or two more words, and nothing else.
///
/// It errs on the side of silence: `Fondazione Carlo Bianchi` and `Santa Chiara` are no persons.
enum PersonName {
    static func isLikely(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard (2...4).contains(words.count) else { return false }
        let titles: Set = ["dott", "dottssa", "dr", "ing", "avv", "prof", "profssa", "sig", "sigra", "arch", "geom"]
        let keys = words.map { TextKey.folded($0).filter(\.isLetter) }
        if titles.contains(keys[0]) { return true }
        guard words.count <= 3, words.allSatisfy({ $0.first?.isUppercase == true }),
            words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" } })
        else {
            return false
        }
        return givenNames.contains(keys[0])
    }

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
