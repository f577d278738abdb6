import PraticarioCorpus
import Testing

/// Which columns ask who answered, and which speak of a body.
@Suite struct PersonalColumnTests {
    @Test(arguments: [
        "Nome", "nome", "Name", "Nominativo", "Il tuo cognome", "Nome e cognome", "Email", "Indirizzo email", "E-mail",
        "Telefono", "2. Cellulare", "Un recapito", "Chi compila?", "Referente", "Nome utente", "Posta elettronica:",
        "Come ti chiami?", "Il tuo nome", "Qual è il tuo nome?", "Il tuo numero", "Rappresentante legale",
        "Rappresentante nome", "Presidente", "Presidente dell'associazione", "Composizione direttivo",
        "Segretario nome",
    ])
    func `a column that asks who answered is personal`(heading: String) {
        #expect(HeadingGuess.isPersonal(heading))
    }

    @Test(arguments: [
        "Nome dell'ente", "Email dell'associazione", "Telefono della sede", "Referente dell'organizzazione",
        "E-mail dell'ufficio", "Titolo", "Dove si svolge?", "Nome del progetto", "",
        "Come si chiama la vostra esperienza?", "Qual è il nome del tuo progetto?",
        "Come si chiama la tua associazione?",
        "Il nome della tua organizzazione", "Telefono della segreteria dell'ente", "A chi si rivolge?",
    ])
    func `a column about a body or a practice is not`(heading: String) {
        #expect(!HeadingGuess.isPersonal(heading))
    }
}
