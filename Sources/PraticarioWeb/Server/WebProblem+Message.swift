import PraticarioSystem

/// What it says, and what to do about it.
extension WebProblem {
    var message: LocalizedText {
        switch self {
        case .notFound:
            LocalizedText(
                it: "Qui non c'è niente: forse la scheda ha cambiato nome, o non è più pubblicata",
                en: "There is nothing here: perhaps the sheet has another name now, or is no longer published")
        case .badValue(let name):
            LocalizedText(it: "Il valore di «\(name)» non va bene", en: "The value of “\(name)” is not right")
        case .noKey:
            LocalizedText(
                it:
                    "Questa pagina è di chi ha aperto l'archivio, e l'indirizzo scritto da `praticario apri` vale una volta sola: chiudi con Ctrl-C e riapri",
                en:
                    "This page is for who opened the archive, and the address that `praticario open` wrote holds once: close with Ctrl-C and open again"
            )
        case .noLogin:
            LocalizedText(it: "Per questa pagina bisogna entrare", en: "One has to come in for this page")
        case .notAllowed(let role):
            LocalizedText(
                it: "Per questo serve il ruolo «\(role.label.it)»: chiedilo a chi gestisce l'archivio",
                en: "This needs the role “\(role.label.en)”: ask who keeps the archive")
        case .usedLink:
            LocalizedText(
                it: "Questo link è già stato usato, o è scaduto: chiedine uno nuovo a chi gestisce l'archivio",
                en: "This link was used already, or is too old: ask who keeps the archive for a new one")
        case .wrongPassword:
            LocalizedText(
                it: "Nome o password non vanno bene: riprova", en: "The name or the password is wrong: try again")
        case .weakPassword:
            LocalizedText(
                it: "La password è troppo corta: servono almeno \(PasswordHash.shortest) caratteri",
                en: "The password is too short: it needs \(PasswordHash.shortest) characters")
        case .tooManyLogins:
            LocalizedText(
                it: "Troppi tentativi: aspetta cinque minuti, o chiedi un link a chi gestisce l'archivio",
                en: "Too many attempts: wait five minutes, or ask who keeps the archive for a link")
        case .otherOrigin:
            LocalizedText(
                it: "Il modulo viene da un altro sito: aprilo da queste pagine",
                en: "The form comes from another site: open it from these pages")
        case .oldForm:
            LocalizedText(
                it: "Il modulo è di una visita precedente: torna indietro, ricarica la pagina e riprova",
                en: "The form is of an earlier visit: go back, load the page again and try again")
        case .notASheet:
            LocalizedText(
                it: "Non è salvata: a una scheda servono almeno un titolo e un tipo",
                en: "It is not saved: a sheet needs a title and a kind at least")
        case .publishedWithErrors:
            LocalizedText(
                it:
                    "Non è salvata: è pubblicata, e chi la legge vedrebbe gli errori segnati qui sotto. Correggili, o ritirala prima",
                en:
                    "It is not saved: it is published, and readers would see the errors marked below. Correct them, or take it back first"
            )
        case .noPermission:
            LocalizedText(
                it: "Chi ha permesso di pubblicare? Scrivi l'organizzazione",
                en: "Who allowed the publication? Name the organization")
        case .noReason:
            LocalizedText(
                it: "Scrivi il motivo: resta fra le modifiche", en: "Write the reason: it stays among the changes")
        case .nothingAccepted:
            LocalizedText(
                it: "Spunta almeno un campo, o scrivi perché non lo accogli",
                en: "Tick one field at least, or write why you do not accept it")
        case .incomplete(let id, let first):
            LocalizedText(
                it:
                    "«\(id)» non si pubblica ancora: \(first.it). «Modifica» mostra che cosa manca, accanto ai suoi campi",
                en: "“\(id)” is not published yet: \(first.en). “Edit” shows what is missing, beside its fields")
        case .notConfirmed:
            LocalizedText(
                it: "Non è stato fatto nulla: scrivi qui sotto il nome della scheda com'è nel suo indirizzo",
                en: "Nothing was done: write the name of the sheet below as it is in its address")
        case .noCommunities:
            LocalizedText(
                it: "Non ci sono ancora comunità di cui fare un rapporto",
                en: "There are no communities to report on yet")
        case .nothingChosen:
            LocalizedText(it: "Scegli almeno una scheda", en: "Choose one sheet at least")
        case .noFile: LocalizedText(it: "Scegli un foglio di calcolo", en: "Choose a spreadsheet")
        case .nothingSent: LocalizedText(it: "Scegli un file", en: "Choose a file")
        case .noTag:
            LocalizedText(
                it: "Manca If-Match: mandalo con l'ETag di …/content, perché nessuno scriva sopra ad altri",
                en: "If-Match is missing: send it with the ETag of …/content, so that nobody overwrites others")
        case .otherTag:
            LocalizedText(
                it: "Nel frattempo la scheda è cambiata: rileggi …/content e riprova",
                en: "Meanwhile the sheet was changed: read …/content again and try once more")
        case .refused(let message): message
        case .badNumber(let text):
            LocalizedText(it: "«\(text)» non è un numero", en: "“\(text)” is no number")
        case .missing(let it, let en): LocalizedText(it: "Manca: \(it)", en: "Missing: \(en)")
        case .heldOrNot:
            LocalizedText(
                it: "Il giorno è passato: l'incontro c'è stato? Scegli lo stato",
                en: "The day is past: did it take place? Choose the status")
        case .tooManyProposals:
            LocalizedText(
                it: "Hai già molte proposte che aspettano: lascia che la redazione ne guardi qualcuna, o ritirane una",
                en: "Many proposals of yours wait already: let the editors look at some, or take one back")
        case .otherProposal:
            LocalizedText(
                it: "Nel frattempo la proposta è cambiata, o qualcuno l'ha già decisa: guardala di nuovo",
                en: "Meanwhile the proposal was changed, or somebody decided on it: look at it again")
        case .noteChanged:
            LocalizedText(
                it: "Nel frattempo qualcuno ha cambiato questo testo: metti insieme le due versioni e salva di nuovo",
                en: "Meanwhile somebody changed this text: put both versions together and save again")
        case .badDate(let text):
            LocalizedText(
                it: "«\(text)» non è una data: scrivi 2026-05-14, o 14/5/2026",
                en: "“\(text)” is no date: write 2026-05-14")
        case .changedMeanwhile:
            LocalizedText(
                it: "Nel frattempo qualcuno ha cambiato altro: guarda l'elenco di ora e scegli di nuovo",
                en: "Meanwhile somebody changed something else: look at the list as it is now and choose again")
        case .sheetChanged:
            LocalizedText(
                it: "Non è stato fatto nulla: nel frattempo la scheda è cambiata. Guarda com'è ora e scegli di nuovo",
                en: "Nothing was done: meanwhile the sheet was changed. Look at it as it is now and choose again")
        case .sheetsChanged(let titles):
            LocalizedText(
                it:
                    "Non è stato fatto nulla: nel frattempo sono cambiate \(Self.quoted(titles, "«", "»")). Rileggile e scegli di nuovo",
                en:
                    "Nothing was done: meanwhile these were changed: \(Self.quoted(titles, "“", "”")). Read them again and choose again"
            )
        case .orderChanged:
            LocalizedText(
                it:
                    "Non è stato fatto nulla: nel frattempo qualcuno ha cambiato le voci o il loro ordine. Guarda l'elenco di ora e scegli di nuovo",
                en:
                    "Nothing was done: meanwhile somebody changed the entries or their order. Look at the list as it is now and choose again"
            )
        case .noteOfGoneChanged:
            LocalizedText(
                it:
                    "Non è stata tolta: nel frattempo qualcuno ne ha cambiato la nota. Leggila, poi togli la voce se va bene",
                en:
                    "It was not taken out: meanwhile somebody changed its note. Read it, then take the entry out if that is right"
            )
        case .headerChanged:
            LocalizedText(
                it:
                    "Nel frattempo qualcuno ha cambiato gli stessi campi: metti insieme le due versioni e salva di nuovo",
                en: "Meanwhile somebody changed the same fields: put both versions together and save again")
        case .tooLarge:
            LocalizedText(it: "È troppo grande per essere preso", en: "It is too large to be taken")
        case .otherHost:
            LocalizedText(
                it: "Questo server risponde solo al suo indirizzo", en: "This server answers only to its own address")
        case .noFormat(let name):
            LocalizedText(it: "Non c'è un formato «\(name)»", en: "There is no format “\(name)”")
        case .failed:
            LocalizedText(
                it: "Qualcosa non ha funzionato: riprova tra poco", en: "Something went wrong: try again in a while")
        case .busy:
            LocalizedText(
                it: "Troppi file si stanno preparando per altri: riprova fra un minuto",
                en: "Too many files are being made for others: try again in a minute")
        }
    }

    private static func quoted(_ titles: [String], _ open: String, _ close: String) -> String {
        titles.map { open + $0 + close }.joined(separator: ", ")
    }
}
