import PraticarioSystem

/// What stands on pages whatever they show, by the names under which templates call it.
enum PageWords {
    static let all = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            (language, Dictionary(uniqueKeysWithValues: rows.map { ($0.name, language.say($0.it, $0.en)) }))
        })

    static let rows: [(name: String, it: String, en: String)] = [
        ("skip", "Vai al contenuto", "Skip to the content"),
        ("menu", "Il sito", "The site"),
        ("search", "Cerca", "Search"),
        ("ask", "Che cosa cerchi?", "What are you looking for?"),
        (
            "hint", "Parole, un territorio, un tema: «anziani soli Foggia»",
            "Words, a territory, a theme: “anziani soli Foggia”"
        ),
        ("filters", "Filtri", "Filters"),
        ("apply", "Applica i filtri", "Apply the filters"),
        ("chosen", "Scelti", "Chosen"),
        ("remove", "togli", "remove"),
        ("reset", "Ricomincia", "Start over"),
        ("narrow", "Solo quello che hai nominato:", "Only what you named:"),
        ("perhaps", "Forse cercavi:", "Perhaps:"),
        ("insist", "cerca come l'ho scritto", "search it as I typed it"),
        (
            "advice", "Prova con meno parole o con un territorio più grande, oppure sfoglia temi e territori.",
            "Try fewer words or a larger territory, or browse themes and territories."
        ),
        ("sort", "Ordine", "Order"),
        ("communities", "Dalle comunità di pratica", "From communities of practice"),
        ("example", "esempio", "example"),
        ("previous", "Pagina precedente", "Previous page"),
        ("next", "Pagina successiva", "Next page"),
        ("pages", "Pagine", "Pages"),
        ("download", "Scarica", "Download"),
        ("takeAway", "Scarica e condividi", "Download and share"),
        ("link", "Il link di questa scheda", "The link of this sheet"),
        ("copyLink", "Copia il link", "Copy the link"),
        ("copied", "Copiato.", "Copied."),
        ("handOn", "Condividi…", "Share…"),
        ("sendByMail", "Manda per e-mail", "Send by e-mail"),
        ("linkOfDraft", "È una bozza: la vede solo chi può entrare.", "It is a draft: only who may come in sees it."),
        ("news", "Novità di questa ricerca (Atom)", "News of this search (Atom)"),
        ("related", "Schede collegate", "Related sheets"),
        ("adopters", "Schede di chi l'ha ripresa", "Sheets of who took it up"),
        ("takenUp", "Pratiche che chi la fa ha ripreso da altri", "Practices that who runs it took up from others"),
        ("similar", "Schede simili", "Similar sheets"),
        ("inCollections", "Nelle raccolte", "In the collections"),
        ("more", "Altre schede su", "More sheets on"),
        ("correct", "Proponi una correzione", "Propose a correction"),
        ("propose", "Proponi una modifica", "Propose a change"),
        ("proposals", "Modifiche proposte", "Changes proposed"),
        ("ownProposals", "Le tue proposte", "Your proposals"),
        ("why", "Perché:", "Why:"),
        ("proposedBy", "Proposta da", "Proposed by"),
        ("decidedBy", "Ha deciso", "Decided by"),
        ("asNow", "Adesso", "Now"),
        ("asBefore", "Com'era", "As it was"),
        ("asProposed", "Proposto", "Proposed"),
        ("taken", "accolto", "accepted"),
        ("notTaken", "non accolto", "not accepted"),
        ("takeField", "Accogli questo campo", "Accept this field"),
        (
            "whenProposed", "Nel frattempo è cambiato. Quando è stato proposto:",
            "Changed meanwhile. When it was proposed:"
        ),
        ("alreadySo", "È già così.", "It is so already."),
        ("acceptChosen", "Accogli ciò che è spuntato", "Accept what is ticked"),
        ("correctFirst", "Correggi prima nel modulo", "Correct it in the form first"),
        ("refuse", "Non accogliere", "Do not accept"),
        ("refuseReason", "Perché non tutto, o non così", "Why not all of it, or not so"),
        (
            "refuseHint", "Lo legge chi ha proposto. Serve se qualcosa resta fuori.",
            "Who proposed reads it. Needed where something stays out."
        ),
        ("changeProposal", "Cambia la proposta", "Change the proposal"),
        ("withdrawProposal", "Ritira la proposta", "Take the proposal back"),
        ("sheetGone", "La scheda non c'è più.", "The sheet is no longer there."),
        ("updated", "Modificata:", "Changed:"),
        (
            "draft", "Non pubblicata: la vede solo chi cura l'archivio.",
            "Not published: only who keeps the archive sees it."
        ),
        ("curator", "A cura di", "Curated by"),
        ("collections", "Raccolte", "Collections"),
        ("noCollections", "Non ci sono ancora raccolte.", "There are no collections yet."),
        ("latest", "Modificate di recente", "Changed recently"),
        ("where", "Dove", "Where"),
        ("kinds", "Che cosa c'è", "What is in it"),
        ("themes", "Temi", "Themes"),
        ("allThemes", "Tutti i temi", "All themes"),
        ("allTerritories", "Tutti i territori", "All territories"),
        (
            "intro",
            "Pratiche, esperienze, idee e soluzioni del terzo settore, con il territorio, il tema e le fonti di ciascuna.",
            "Practices, experiences, ideas and solutions of the third sector, each with its territory, its theme and its sources."
        ),
        ("empty", "Qui non c'è ancora nessuna scheda pubblicata.", "No sheet is published here yet."),
        ("nationwide", "In tutta Italia:", "In the whole of Italy:"),
        ("wholeItaly", "← Tutta l'Italia", "← The whole of Italy"),
        ("regions", "Regioni", "Regions"),
        ("provinces", "province", "provinces"),
        ("placesOfRegion", "Province e comuni", "Provinces and municipalities"),
        ("showSheets", "Guarda le schede", "Look at the sheets"),
        ("sheetsHere", "Alcune schede", "Some sheets"),
        ("nothingHere", "Qui non c'è ancora nessuna scheda.", "There is no sheet here yet."),
        ("onMap", "Sulla mappa", "On the map"),
        ("meetings", "Incontri", "Meetings"),
        ("questions", "Che cosa vuole sapere", "What it wants to know"),
        ("outcomes", "Che cosa ne è venuto", "What came of it"),
        ("members", "Chi ne fa parte", "Who takes part"),
        ("facilitator", "Chi la facilita:", "Who facilitates it:"),
        ("topics", "Temi dell'incontro", "What it was about"),
        ("decisions", "Decisioni", "Decisions"),
        ("sharedSheets", "Schede condivise", "Sheets shared"),
        ("evidence", "Dove si vede:", "Where it can be seen:"),
        ("noCommunities", "Non ci sono ancora comunità.", "There are no communities yet."),
        ("contact", "Contatto:", "Contact:"),
        ("made", "Fatto con Praticario", "Made with Praticario"),
        (
            "ownerMark", "Vedi anche le bozze e le comunità: chi non entra vede solo ciò che è pubblicato.",
            "You also see drafts and communities: who does not come in sees only what is published."
        ),
        (
            "notInGit", "L'ultima modifica è salvata e si può annullare, ma git non l'ha registrata:",
            "The last change is saved and can be undone, but git has not taken it down:"
        ),
        ("work", "Lavoro", "Work"),
        ("edit", "Modifica", "Edit"),
        ("publish", "Pubblica", "Publish"),
        ("publication", "Pubblicazione", "Publication"),
        ("backToSheet", "Torna alla scheda", "Back to the sheet"),
        ("files", "Immagini e documenti", "Pictures and documents"),
        ("filesLater", "Prima salva ciò che hai scritto.", "Save what you wrote first."),
        ("pictures", "Immagini", "Pictures"),
        ("papers", "Documenti allegati", "Attached documents"),
        ("addPicture", "Aggiungi un'immagine", "Add a picture"),
        ("addPaper", "Aggiungi un documento", "Add a document"),
        ("file", "File", "File"),
        ("seen", "Che cosa si vede", "What is seen"),
        (
            "seenHint", "Una frase per chi non vede l'immagine: «Il cancello dell'orto con la bacheca dei turni».",
            "A sentence for who does not see the picture: “The gate of the garden with the board of shifts”."
        ),
        ("pictureBy", "Di chi è (facoltativo)", "Whose it is (optional)"),
        (
            "pictureHint",
            "Fino a 20 MB: qui diventa più piccola, e il luogo e l'ora dello scatto spariscono. Se si riconoscono persone, serve il loro permesso.",
            "Up to 20 MB: it is made smaller here, and the place and time at which it was taken go away. Where people can be recognized, they must have agreed."
        ),
        ("paperTitle", "Titolo", "Title"),
        (
            "paperHint", "Fino a 10 MB, senza macro. Resta com'è: il nome di chi l'ha scritto può esserci dentro.",
            "Up to 10 MB, without macros. It stays as it is: the name of who wrote it may be in it."
        ),
        ("takeOff", "Togli", "Take off"),
        ("stateNow", "Adesso:", "Now:"),
        ("permittedBy", "Chi lo ha permesso", "Who allowed it"),
        (
            "permittedHint", "L'organizzazione che racconta la pratica, non una persona.",
            "The organization whose practice it is, not a person."
        ),
        (
            "permittedHintMany", "Solo se le schede non lo dicono già: vale per tutte quelle scelte.",
            "Only where the sheets do not say so already: it holds for all that are chosen."
        ),
        ("permittedOn", "Quando", "When"),
        ("licence", "Licenza", "Licence"),
        (
            "licenceHint", "Come CC-BY-4.0. Senza licenza la scheda resta fuori dal sito e dai dati aperti.",
            "Such as CC-BY-4.0. Without a licence the sheet stays out of the site and of open data."
        ),
        ("withdraw", "Riporta a bozza", "Make it a draft again"),
        (
            "withdrawHint", "Non si vede più da fuori; il permesso e la licenza restano scritti.",
            "It is no longer seen from outside; permission and licence stay written."
        ),
        ("archive", "Archivia", "Archive"),
        (
            "archiveHint", "Per ciò che non è più vero: chi cura l'archivio la trova ancora.",
            "For what is no longer true: who keeps the archive still finds it."
        ),
        ("delete", "Elimina", "Delete"),
        (
            "deleteHint", "Toglie il file, o la riga della tabella. Si può annullare da «Ultime modifiche».",
            "Takes the file away, or the row of the table. It can be undone among “Last changes”."
        ),
        ("rename", "Cambia indirizzo", "Change the address"),
        ("newName", "Come si chiama nell'indirizzo", "What it is called in its address"),
        (
            "renameHint",
            "Lettere minuscole, numeri e trattini; il titolo resta. Le schede, le raccolte e le comunità che la citano cambiano con lei.",
            "Small letters, numbers and hyphens; the title stays. The sheets, collections and communities that name it change along."
        ),
        ("minutes", "Verbale", "Minutes"),
        ("calendar", "Gli incontri nel calendario (.ics)", "The meetings for a calendar (.ics)"),
        ("forget", "Dimentica per sempre", "Forget for good"),
        (
            "forgetLink", "Chi l'ha raccontata ritira il consenso: dimenticala per sempre",
            "Who told it withdraws the consent: forget it for good"
        ),
        (
            "forgetIntro",
            "Toglie la scheda, con le sue immagini, ciò che un'importazione ne ricordava, le versioni di prima e ciò che qualcuno ne stava scrivendo o proponendo. Non si può annullare.",
            "It takes the sheet away with its pictures, what an import remembered of it, the earlier versions, and what people were writing of it or proposing. It cannot be undone."
        ),
        (
            "forgetByHand",
            "Restano da togliere a mano: git, le copie di sicurezza, ciò che è già stato scaricato o dato ad altri, la riga nel foglio o nel modulo da cui è venuta.",
            "Left to be taken out by hand: git, backups, what was downloaded or given away already, the row of the spreadsheet or form it came from."
        ),
        (
            "forgetImports",
            "In «Importa» aspettano fogli con una sua riga: se ne vanno per intero, con ciò che ne è stato detto. Chi li ha mandati può rimandarli, senza quella riga.",
            "Spreadsheets with a row of it wait to be taken in: they go as a whole, with what was said of them. Who sent them can send them again, without that row."
        ),
        ("forgetConfirm", "Per confermare scrivi:", "To confirm write:"),
        ("forgotten", "Dimenticata.", "Forgotten."),
        ("referring", "La citano ancora:", "Still named by:"),
        ("reason", "Perché", "Why"),
        ("noChanges", "Non c'è nulla da annullare.", "There is nothing to undo."),
        (
            "changesHint",
            "Dall'ultima. Annullare rimette i file com'erano; se da allora qualcuno li ha cambiati a mano, non tocca nulla.",
            "The last first. Undoing puts files back as they were; where somebody changed them by hand since, it touches nothing."
        ),
        ("history", "Storia", "History"),
        (
            "historyHint",
            "Dall'ultima versione. «Riporta a com'era» riscrive il testo e i campi di allora, come una modifica nuova; la pubblicazione, il permesso e l'indirizzo restano quelli di ora.",
            "The last version first. “Put it back” writes the text and the fields of then again, as a new change; publication, permission and address stay as they are now."
        ),
        (
            "historyOfGit", "Dalla storia del repository git in cui sta l'archivio.",
            "From the git repository in which the archive lies."
        ),
        (
            "historyOfJournal",
            "Dalle ultime modifiche che l'archivio tiene; ciò che è stato cambiato nei file, non da qui, vi compare senza giorno.",
            "From the last changes that the archive keeps; what was changed in the files, not from here, is there without a day."
        ),
        (
            "goneSheet",
            "Questa scheda non c'è più. Una delle versioni qui sotto la rimette, come bozza, con le sue immagini.",
            "This sheet is no more. One of the versions below puts it back, as a draft, with its pictures."
        ),
        ("putBackAlone", "Rimetti solo questa scheda", "Put this sheet alone back"),
        ("asItIsNow", "com'è ora", "as it is now"),
        ("restore", "Riporta a com'era", "Put it back"),
        ("whatChanged", "Che cosa è cambiato", "What changed"),
        ("removedLine", "tolto:", "removed:"),
        ("addedLine", "aggiunto:", "added:"),
        (
            "changedSince", "Che cosa è cambiato da quando hai aperto la pagina",
            "What changed since you opened the page"
        ),
        ("changedMeanwhile", "cambiata nel frattempo", "changed meanwhile"),
        ("changedBy", "da", "by"),
        ("nothingWaits", "Non c'è niente che aspetta.", "Nothing waits."),
        ("whoCanAnswer", "Può rispondere:", "Can answer:"),
        ("publishChosen", "Pubblica le schede scelte", "Publish the chosen sheets"),
        (
            "importIntro",
            "Un foglio di calcolo, una scheda per riga: le risposte a un modulo, l'elenco di una rete. Oppure l'archivio Praticario (zip) di un'altra rete. Niente è scritto prima che tu l'abbia visto.",
            "A spreadsheet, a sheet for each row: the answers to a form, the list of a network. Or another network’s Praticario archive (zip). Nothing is written before you have seen it."
        ),
        ("spreadsheet", "Il foglio di calcolo, o l'archivio", "The spreadsheet, or the archive"),
        (
            "spreadsheetHint", "Excel (.xlsx), LibreOffice (.ods), CSV o un archivio Praticario (.zip), fino a 24 MB.",
            "Excel (.xlsx), LibreOffice (.ods), CSV or a Praticario archive (.zip), up to 24 MB."
        ),
        ("rowKind", "Che cosa sono le righe, se non lo dicono", "What the rows are, where they do not say"),
        ("lookAtIt", "Guardalo", "Look at it"),
        ("lookAgain", "Guarda di nuovo", "Look again"),
        ("takeIn", "Prendi", "Take in"),
        ("wouldGo", "Andrebbe in", "It would go to"),
        (
            "archiveIntro",
            "Ciò che un'altra rete ha raccolto. Le schede entrano come bozze: prima che altri le leggano, le pubblica chi tiene questo archivio.",
            "What another network put together. Its sheets come in as drafts: before others read them, whoever keeps this archive publishes them."
        ),
        ("archiveEmpty", "Non c'è nulla di nuovo da prendere.", "There is nothing new to take in."),
        ("columns", "Che cosa è ogni colonna", "What each column is"),
        (
            "columnsHint", "Così pare dai titoli. Cambia ciò che non va, poi «Guarda di nuovo».",
            "So it seems from the headings. Change what is wrong, then “Look again”."
        ),
        (
            "personalColumns", "Non si prendono, perché dicono chi ha risposto:",
            "Not taken, since they tell who answered:"
        ),
        (
            "claimColumn", "Una di queste è altro, come il nome dell'iniziativa?",
            "Is one of these something else, such as the name of the initiative?"
        ),
        (
            "noTitleColumn", "Nessuna colonna dà il titolo alle schede: scegli qui sotto quale lo dice.",
            "No column says what the sheets are called: choose below which one does."
        ),
        ("firstSheet", "Scrivi la prima scheda", "Write the first sheet"),
        (
            "firstImport", "Importa un foglio di calcolo o l'archivio di un'altra rete",
            "Take in a spreadsheet, or another network’s archive"
        ),
        ("startHere", "Per cominciare:", "To begin:"),
        ("nothingYet", "Ancora nulla.", "Nothing yet."),
        ("words", "Parole che qui non si conoscono", "Words that are not known here"),
        (
            "wordsHint", "Scrivi accanto la nostra: vale per tutte le righe. Un trattino la toglie.",
            "Write ours beside it: it holds for all rows. A hyphen takes it away."
        ),
        ("cellChanges", "Che cosa cambia", "What changes"),
        ("rowProblems", "Che cosa non va, riga per riga", "What is wrong, row by row"),
        (
            "rowProblemsHint",
            "Si può prendere lo stesso: le schede nascono bozze, e si correggono qui una per una. Il numero della riga porta dove correggerla già ora.",
            "It can be taken in all the same: sheets begin as drafts, and are corrected here one by one. The number of a row leads to where it is corrected even now."
        ),
        ("manyRows", "righe", "rows"),
        ("unfitRows", "Righe che resterebbero fuori", "Rows that would stay out"),
        (
            "unfitRowsHint", "Senza titolo o tipo una riga non può diventare una scheda: si può completarla qui.",
            "Without a title or a kind a row cannot become a sheet: it can be completed here."
        ),
        ("saveRow", "Salva la riga", "Save the row"),
        ("rowAsGiven", "Rimetti ciò che dice il foglio", "Back to what the spreadsheet says"),
        ("backToImport", "Torna al foglio", "Back to the spreadsheet"),
        ("newOnly", "Solo le righe nuove", "Only rows that are new"),
        (
            "importDone", "Le schede sono bozze: rileggile, correggile e pubblicale.",
            "The sheets are drafts: read, correct and publish them."
        ),
        ("toReview", "Che cosa aspetta qualcuno", "What waits for somebody"),
        (
            "corrections", "Scarica da-correggere.csv, da rimandare a chi ha risposto",
            "Download da-correggere.csv, to send back to those who answered"
        ),
        ("undoImport", "Annulla l'importazione", "Undo the import"),
        (
            "unmetIntro", "Che cosa la gente cerca qui e nessuna scheda dice: le prossime schede da scrivere.",
            "What people look for here and no sheet says: the next sheets to write."
        ),
        (
            "unmetOff",
            "Ora le ricerche non si conservano. Se le conservi, restano su questo computer quelle che non trovano nulla, o con una parola che nessuna scheda ha: le parole e il giorno, mai chi ha cercato.",
            "Searches are not kept now. If you keep them, those that find nothing, or have a word that no sheet has, stay on this computer: the words and the day, never who searched."
        ),
        (
            "unmetOn", "Smettendo si dimenticano anche quelle che ci sono: non si può annullare.",
            "Stopping forgets those there are, too: it cannot be undone."
        ),
        ("keepUnmet", "Conservale da ora", "Keep them from now on"),
        ("forgetUnmet", "Smetti, e dimenticale", "Stop, and forget them"),
        ("noUnmet", "Nessuna domanda senza risposta, finora.", "No question without an answer so far."),
        ("unmetLink", "Domande senza risposta", "Questions without an answer"),
        ("writeSheet", "Scrivi una scheda", "Write a sheet"),
        ("surveyLink", "Questionario", "Survey"),
        (
            "surveyIntro",
            "Quanto sa chi partecipa, secondo sé stesso, prima del primo incontro e dopo l'ultimo: il rapporto ne fa la crescita delle conoscenze. Le risposte restano in una cartella privata, da cui non esce nulla, con il codice che ciascuno si è scelto.",
            "How much those who take part think they know, before the first meeting and after the last one: the report makes the growth of knowledge of it. Answers stay in a private folder that nothing leaves, with the code that each chose."
        ),
        ("surveyKept", "Le risposte che ci sono", "The answers there are"),
        ("surveyTake", "Prendi le risposte", "Take answers in"),
        (
            "surveyHint",
            "Una riga per chi risponde, una colonna per domanda. Nomi e indirizzi non si prendono; chi risponde di nuovo prende il posto delle sue risposte di prima.",
            "A row for each respondent, a column for each question. Names and addresses are not taken; who answers again takes the place of their earlier answers."
        ),
        ("surveyFile", "Il foglio con le risposte", "The spreadsheet with the answers"),
        ("surveyOthers", "Se il foglio è fatto in un altro modo", "If the spreadsheet is made in another way"),
        ("collectionTitle", "Come si chiama", "What it is called"),
        ("begin", "Comincia", "Begin"),
        ("newCollection", "Raccolta nuova", "New collection"),
        ("curate", "Cura la raccolta", "Curate"),
        ("backToCollection", "Torna alla raccolta", "Back to the collection"),
        ("backToCommunity", "Torna alla comunità", "Back to the community"),
        ("report", "Scarica il rapporto", "Download the report"),
        ("newCommunity", "Comunità nuova", "New community"),
        ("programme", "Il programma", "The programme"),
        ("communityData", "Dati e membri", "Data and members"),
        ("alreadyWritten", "Già scritto", "Written already"),
        (
            "takeOutItemHint", "Si può annullare da «Ultime modifiche».", "It can be undone among “Last changes”."
        ),
        ("writeDown", "Scrivi che cosa è successo", "Write down what happened"),
        ("entries", "Le voci, nel loro ordine", "The entries, in their order"),
        ("noEntries", "Non ci sono ancora voci.", "There are no entries yet."),
        ("missingSheet", "non c'è più", "no longer there"),
        ("note", "Nota di chi cura", "The curator's note"),
        ("saveLetter", "Salva la lettera", "Save the letter"),
        ("drag", "Trascina per spostare", "Drag to move"),
        ("moved", "Spostata.", "Moved."),
        (
            "notMoved", "Non si è spostata: ricarica la pagina e riprova.",
            "It was not moved: load the page again and try once more."
        ),
        ("saveNote", "Salva la nota", "Save the note"),
        ("up", "Su", "Up"),
        ("down", "Giù", "Down"),
        ("takeOut", "Togli", "Take out"),
        ("takeOutHeading", "Togli il titoletto", "Take the heading out"),
        ("searchPart", "Una ricerca, rifatta ogni volta:", "A search, made anew each time:"),
        ("addSheets", "Aggiungi schede", "Add sheets"),
        ("nothingFound", "Nessuna scheda che non ci sia già.", "No sheet that is not in it already."),
        ("look", "guarda", "look"),
        ("addChosen", "Aggiungi le scelte", "Add the chosen ones"),
        ("headingsAndSearches", "Titoletti e ricerche", "Headings and searches"),
        ("newHeading", "Un titoletto, in fondo", "A heading, at the end"),
        ("newSearch", "Una ricerca, in fondo", "A search, at the end"),
        (
            "newSearchHint", "Come nella casella: trova schede nuove ogni volta che si apre la raccolta.",
            "As in the box: it finds new sheets whenever the collection is opened."
        ),
        ("add", "Aggiungi", "Add"),
        ("freeze", "Fissa ciò che le ricerche trovano oggi", "Fix what the searches find today"),
        (
            "freezeHint",
            "Al posto di ogni ricerca restano, come voci da ordinare e annotare, le schede che trova oggi, con la data: la raccolta non cambia più da sola. Si può annullare da «Ultime modifiche».",
            "In the place of each search stay the sheets that it finds today, as entries to be ordered and noted on, with the date: the collection no longer changes by itself. It can be undone among “Last changes”."
        ),
        ("collectionHeader", "Titolo e cura", "Title and curator"),
        ("intoCollection", "Aggiungi a una raccolta", "Add to a collection"),
        (
            "peopleIntro",
            "Chi è scritto qui entra in queste pagine, e vede e fa ciò che dice il suo ruolo; gli altri leggono solo ciò che è pubblicato.",
            "Who is written here comes in to these pages, and sees and does what their role says; others read only what is published."
        ),
        (
            "linkOnce", "Manda questo link, che vale una volta ed entro sette giorni, a",
            "Send this link, which holds once and for seven days, to"
        ),
        ("withoutPassword", "senza password", "without a password"),
        ("newLink", "Un link nuovo", "A new link"),
        ("addPerson", "Aggiungi una persona", "Add a person"),
        ("personName", "Nome", "Name"),
        ("role", "Che cosa può fare", "What they may do"),
        ("leftDrafts", "Da finire", "To finish"),
        ("discard", "Butta", "Discard"),
        ("sentPicture", "L'immagine che hai scelto, non ancora aggiunta", "The picture you chose, not added yet"),
        ("otherFile", "Un'altra immagine al suo posto", "Another picture in its place"),
        ("lookFirst", "Guardala prima", "Look at it first"),
        ("theirs", "Nel frattempo qualcun altro ha scritto:", "Meanwhile somebody else wrote:"),
        ("oneMore", "Aggiungi una riga", "Add a line"),
        ("rowPlace", "È una riga di una tabella:", "It is a row of a table:"),
        ("preview", "Anteprima", "Preview"),
        ("check", "Controlla", "Check"),
        ("cancel", "Lascia stare", "Leave it"),
        ("otherFields", "Altri campi", "Other fields"),
        ("text", "Il testo", "The text"),
        (
            "textHint",
            "Righe vuote fra i paragrafi; un trattino all'inizio della riga fa un elenco; **due asterischi** il grassetto; [parole](https://indirizzo) un collegamento. Una sezione vuota non si vede.",
            "Empty lines between paragraphs; a hyphen at the beginning of a line makes a list; **two asterisks** bold; [words](https://address) a link. An empty section is not shown."
        ),
        ("kept", "Bozza tenuta alle", "Draft kept at"),
        ("loginName", "Nome per entrare", "Name to come in by"),
        ("password", "Password", "Password"),
        ("enter", "Entra", "Come in"),
        ("leave", "Esci", "Leave"),
        ("save", "Salva", "Save"),
        (
            "wasSending",
            "La visita era finita, e ciò che hai mandato non è stato preso. Entra in un'altra scheda del browser, poi torna indietro con il tasto: ciò che hai scritto è ancora lì, e si può mandare di nuovo.",
            "Your visit had ended, and what you sent was not taken. Come in in another tab, then go back with the browser's button: what you wrote is still there, and can be sent again."
        ),
        ("linkIntro", "Questo link ti fa entrare una volta.", "This link lets you in once."),
        (
            "noPassword", "Se non hai una password, o l'hai persa, chiedi un link a chi gestisce l'archivio.",
            "If you have no password, or have lost it, ask who keeps the archive for a link."
        ),
        ("changePassword", "Cambia la password", "Change the password"),
        ("choosePassword", "Scegli una password", "Choose a password"),
        ("newPassword", "Nuova password", "New password"),
        (
            "passwordHint", "Almeno dieci caratteri; una frase che ricordi va benissimo.",
            "Ten characters at least; a phrase you remember is fine."
        ),
        ("passwordChanged", "La password è cambiata.", "The password is changed."),
    ]
}
