import PraticarioSystem

/// The words that people use for columns in spreadsheets and forms.
extension HeadingGuess {
    /// The longest phrase all of whose words are in the heading decides; of equally long ones the first.
    static let phrases: [(target: TableTarget, phrases: [Set<String>])] = [
        // What registers say of bodies, and forms of persons and pictures, is nothing that a sheet says.
        (
            .ignored,
            [
                "rete associativa", "enti gestori", "ente gestore", "data costituzione", "data iscrizione",
                "sede legale",
                "pubblicazione foto", "pubblicazione immagini", "autorizzo foto", "autorizzate foto", "consenso foto",
                "trattamento dati", "dati personali", "informativa privacy",
            ]
        ),
        (
            .consent,
            [
                "autorizzo pubblicazione", "autorizzi pubblicazione", "autorizzate pubblicazione",
                "autorizza pubblicazione", "autorizzazione pubblicazione", "consenso pubblicazione",
                "acconsenti pubblicazione", "acconsento pubblicazione", "acconsentite pubblicazione",
                "possiamo pubblicare", "si può pubblicare", "pubblicare sito", "autorizzo", "autorizzate", "consenso",
                "consent", "publication consent", "may publish",
            ]
        ),
        (.field(.id), ["id", "identificativo", "codice scheda"]),
        (
            .field(.title),
            [
                "titolo", "nome pratica", "nome progetto", "nome iniziativa", "nome esperienza", "nome attività",
                "title",
                "project name", "practice name", "come si chiama",
            ]
        ),
        (.field(.kind), ["tipo", "tipologia", "kind", "type", "tipo scheda", "tipo contributo"]),
        (
            .field(.summary),
            [
                "sintesi", "in breve", "breve descrizione", "descrivi in breve", "riassunto", "abstract", "summary",
                "descrivi in poche parole", "poche parole",
            ]
        ),
        (
            .field(.themes),
            [
                "tema", "argomento", "area tematica", "ambito tematico", "theme", "topic", "settore",
                "settore intervento", "cosa si occupa", "cosa vi occupate",
            ]
        ),
        (
            .field(.targetGroups),
            [
                "destinatari", "beneficiari", "si rivolge", "rivolta", "rivolto", "target", "target group",
                "utenti coinvolti",
            ]
        ),
        (.field(.needs), ["bisogno", "quale bisogno risponde", "problema", "esigenza", "need", "problem"]),
        (.territory(.municipality), ["comune", "città", "municipality", "city", "comune sede legale"]),
        (
            .territory(.province),
            ["provincia", "prov", "sigla", "province", "provincia sede legale", "sigla provincia"]
        ),
        (.territory(.region), ["regione", "region", "regione sede legale"]),
        (
            .field(.territories),
            [
                "territorio", "dove", "dove si svolge", "territory", "where", "location", "luogo svolgimento",
                "territorio interessato", "codice istat", "comune provincia", "comune regione", "provincia regione",
                "comune provincia regione", "città provincia", "comune territorio", "comune dove", "regione dove",
                "provincia dove", "città dove",
            ]
        ),
        (.field(.place), ["quartiere", "frazione", "luogo", "località", "place", "indirizzo sede"]),
        (.field(.scope), ["ambito territoriale", "scala territoriale", "scope"]),
        (
            .part(.organization, "type"),
            ["tipo ente", "tipo organizzazione", "tipologia ente", "natura giuridica", "organization type"]
        ),
        (.part(.organization, "legal_form"), ["forma giuridica", "legal form"]),
        (.part(.organization, "runts_section"), ["sezione runts", "runts"]),
        (.part(.organization, "tax_code"), ["codice fiscale", "codice fiscale ente", "tax code", "partita iva"]),
        (.part(.organization, "url"), ["sito", "sito web", "website", "sito ente"]),
        (
            .part(.organization, "name"),
            [
                "ente", "organizzazione", "associazione", "nome associazione", "nome ente", "nome organizzazione",
                "organization",
                "organisation", "promotore", "soggetto promotore", "ente promotore", "chi realizza", "cooperativa",
                "ragione sociale", "denominazione", "promuove", "promuovete",
            ]
        ),
        (
            .field(.partners),
            ["partner", "con chi", "collabora", "collaborazioni", "chi collabora", "soggetti coinvolti", "partners"]
        ),
        (
            .part(.contact, "email"),
            ["email ente", "e-mail ente", "email associazione", "posta elettronica ente", "email organizzazione"]
        ),
        (.part(.contact, "phone"), ["telefono ente", "telefono associazione", "telefono sede"]),
        (
            .field(.start),
            [
                "anno inizio", "inizio", "quando iniziata", "quando nata", "data inizio", "avvio", "anno avvio",
                "anno avvio attività",
                "start", "da quando", "anno", "year",
            ]
        ),
        (.field(.end), ["fine", "conclusione", "data fine", "quando finita", "anno fine", "end", "termine"]),
        (.field(.status), ["stato", "ancora attiva", "ancora in corso", "in corso", "status", "attualmente attiva"]),
        (
            .section(StandardSection.activity.label.it),
            [
                "descrizione", "descrizione attività", "cosa fa", "cosa si fa", "racconta", "come funziona", "attività",
                "description",
                "attività svolte", "in cosa consiste", "descrivi", "cosa avete fatto", "descrizione pratica",
            ]
        ),
        (
            .field(.people),
            [
                "numero persone", "numero volontari", "numero operatori", "numero dipendenti", "numero beneficiari",
                "numero utenti", "numero partecipanti", "numero soci", "numero destinatari", "numero famiglie",
                "nr volontari", "nr beneficiari", "persone coinvolte", "volontari coinvolti", "operatori coinvolti",
                "beneficiari raggiunti", "persone raggiunte", "how many people",
                "number people",
                "number volunteers", "number beneficiaries", "people involved",
            ]
        ),
        (
            .field(.costs),
            [
                "costi", "costo", "quanto costa", "quanto costa anno", "costo anno", "costi anno", "costa anno",
                "budget", "spesa annua", "costo annuo", "costo totale", "quanto spendete", "cost", "what costs",
            ]
        ),
        (
            .section(StandardSection.resources.label.it),
            [
                "cosa serve", "risorse", "risorse necessarie", "chi paga", "chi finanzia", "finanziatori",
                "come finanziata", "fonti finanziamento", "resources",
            ]
        ),
        (
            .section(StandardSection.results.label.it),
            ["risultati", "cosa cambiato", "esiti", "impatto", "results", "outcomes"]
        ),
        (
            .section(StandardSection.difficulties.label.it),
            ["difficoltà", "criticità", "cosa non ha funzionato", "ostacoli", "difficulties"]
        ),
        (
            .section(StandardSection.lessons.label.it),
            ["cosa avete imparato", "cosa abbiamo imparato", "lezioni", "lezioni apprese", "lessons"]
        ),
        (
            .section(StandardSection.replication.label.it),
            [
                "rifarla altrove", "replicabilità", "replicare", "consigli", "trasferibilità", "replication",
                "cosa serve per rifarla", "consigliereste", "consiglieresti", "vuole rifarla",
            ]
        ),
        (.section(StandardSection.internalNotes.label.it), ["note interne", "note", "notes"]),
        (.part(.sources, "title"), ["fonte", "source"]),
        (.part(.sources, "url"), ["link", "url", "indirizzo fonte", "pagina web", "indirizzo web"]),
        (.field(.licence), ["licenza", "licence", "license"]),
        (.field(.community), ["comunità pratica", "comunità"]),
        (.field(.meeting), ["incontro", "meeting"]),
        (
            .field(.updated),
            [
                "informazioni cronologiche", "timestamp", "data compilazione", "data risposta", "ora completamento",
                "completion time",
            ]
        ),
        (.ignored, ["ora inizio", "start time", "privacy", "punteggio"]),
        (.field(.language), ["lingua", "language"]),
        (.field(.paInstrument), ["strumento pa", "strumento collaborazione", "rapporto con pubblica amministrazione"]),
    ].map { target, texts in (target, texts.map { terms(of: $0) }) }

    /// Headings that say so little that they count only alone; `quanti` says nothing more.
    static let alone: [Set<String>: TableTarget] = Dictionary(
        ["volontari", "operatori", "dipendenti", "partecipanti", "utenti", "soci", "persone", "volunteers"].map {
            (terms(of: $0), .field(.people))
        }
    ) { first, _ in first }
}
