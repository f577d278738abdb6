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
    /// `HeadingGuess.target(of: "Qual è il titolo della pratica?")  // .field(.title)`
    package static func target(of heading: String) -> TableTarget? {
        let heading = withoutNumber(heading.trimmingSpaces())
        if isPersonal(heading) || FieldName.normalized(heading) == "problema" { return .ignored }
        if let target = TableTarget(heading), heading.count > 1 { return target }
        let words = terms(of: heading)
        var best: (target: TableTarget, size: Int)?
        for (target, phrases) in phrases {
            for phrase in phrases where phrase.count > best?.size ?? 0 && phrase.isSubset(of: words) {
                best = (target, phrase.count)
            }
        }
        return best?.target ?? field(calledBy: heading).map(TableTarget.field)
    }

    /// The field that readers or the form call so.
    private static func field(calledBy heading: String) -> FieldName? {
        let key = FieldName.normalized(heading)
        return SheetField.all.first { field in
            ([field.label] + field.questions.map(\.heading)).contains {
                FieldName.normalized($0.it) == key || FieldName.normalized($0.en) == key
            }
        }?.name
    }

    /// Whether a column asks who answered: such columns are never kept.
    package static func isPersonal(_ heading: String) -> Bool {
        let words = terms(of: withoutNumber(heading))
        if ["nome", "name", "nominativo"].contains(TextKey.folded(heading)) { return true }
        guard !words.isDisjoint(with: personal) else { return false }
        return words.isDisjoint(with: bodies)
    }

    /// `1. Titolo`, `3) Dove?`, `Tema 2`.
    private static func withoutNumber(_ heading: String) -> String {
        let rest = heading.drop { $0.isNumber || $0 == "." || $0 == ")" || $0.isWhitespace }
        var text = String(rest.isEmpty ? heading[...] : rest)
        while let last = text.last, last.isNumber || last.isWhitespace || "*:?".contains(last) { text.removeLast() }
        return text.isEmpty ? heading : text
    }

    private static func terms(of text: String) -> Set<String> {
        let words = TextAnalyzer.italian.words(in: text)
        let stems = words.compactMap(\.stem)
        return Set(stems.isEmpty ? words.map(\.exact) : stems)
    }

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

    /// The longest phrase all of whose words are in the heading decides; of equally long ones the first.
    private static let phrases: [(target: TableTarget, phrases: [Set<String>])] = [
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
                "settore intervento",
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
        (
            .field(.territories),
            [
                "territorio", "comune", "dove", "dove si svolge", "provincia", "regione", "città", "territory", "where",
                "municipality",
                "location", "luogo svolgimento", "territorio interessato",
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
                "ragione sociale",
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
            .section(StandardSection.resources.label.it),
            ["cosa serve", "risorse", "costi", "quanto costa", "risorse necessarie", "resources"]
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
                "cosa serve per rifarla",
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
        (.ignored, ["ora inizio", "start time", "autorizzo", "consenso", "privacy", "punteggio"]),
        (.field(.language), ["lingua", "language"]),
        (.field(.paInstrument), ["strumento pa", "strumento collaborazione", "rapporto con pubblica amministrazione"]),
    ].map { target, texts in (target, texts.map { terms(of: $0) }) }
}
