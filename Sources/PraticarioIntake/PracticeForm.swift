public import PraticarioCorpus
public import PraticarioSystem
public import Praticario
import PraticarioWorkbooks

extension KnowledgeBase {
    /// Writes the spreadsheet to hand out to members: a column for each field with its explanation, lists to choose
    /// from. Filled in, `importSpreadsheet` reads it without being told what its columns are.
    ///
    /// - Throws: `FileProblem`.
    public func writeForm(to path: String, language: Language = .italian) throws {
        try PracticeForm(vocabularies, language: language).workbook(title: settings.title).write(to: path)
    }
}

/// The questions of the form.
struct PracticeForm {
    private let vocabularies: Vocabularies
    private let language: Language

    init(_ vocabularies: Vocabularies, language: Language) {
        self.vocabularies = vocabularies
        self.language = language
    }

    func workbook(title: String) -> FormWorkbook {
        FormWorkbook(
            title: title, columns: columns,
            instructions: [
                language.say(
                    "Una riga per ogni pratica, nel foglio «Schede».",
                    "One row for each practice, in the sheet “Sheets”."),
                language.say(
                    "Le colonne con l'asterisco sono obbligatorie; le altre si possono lasciare vuote.",
                    "Columns with an asterisk are required; others may be left empty."),
                language.say(
                    "Parla di organizzazioni, non di persone: niente nomi, e-mail o telefoni personali.",
                    "Speak of organizations, not of persons: no names, e-mail addresses or phone numbers of people."),
                language.say(
                    "Finito, salva e rimanda il file a chi te l'ha dato.",
                    "When you are done, save the file and send it back to whoever gave it to you."),
            ],
            sheetNames: (
                language.say("Schede", "Sheets"), language.say("Elenchi", "Lists"),
                language.say("Istruzioni", "Instructions")
            ),
            language: language)
    }

    var columns: [FormWorkbook.Column] {
        func column(
            _ it: String, _ en: String, _ itHelp: String, _ enHelp: String, choices: [String] = [],
            isRequired: Bool = false, width: Double = 24
        ) -> FormWorkbook.Column {
            FormWorkbook.Column(
                heading: language.say(it, en), explanation: language.say(itHelp, enHelp), choices: choices,
                isRequired: isRequired,
                width: width)
        }
        let kinds = EntryKind.allCases.map { $0.label[language] }
        let themes = vocabularies.themes.concepts.map { $0.prefLabel[language] }
        let groups = vocabularies.targetGroups.concepts.map { $0.prefLabel[language] }
        let statuses = PracticeStatus.allCases.map { $0.label[language] }
        var columns = [
            column("Titolo", "Title", "Il nome della pratica.", "The practice's name.", isRequired: true, width: 36),
            column(
                "Tipo", "Kind",
                "esperienza: raccontata da chi l'ha fatta; pratica: descritta perché altri possano rifarla; idea: non ancora provata; soluzione: progettata per un bisogno.",
                "experience: told by those who did it; practice: described so that others can do it again; idea: not tried yet; solution: designed for a need.",
                choices: kinds, isRequired: true, width: 14),
            column(
                "Sintesi", "Summary", "Una o due frasi, al massimo 300 caratteri.",
                "One or two sentences, 300 characters at most.",
                width: 44),
        ]
        for number in 1...3 {
            columns.append(
                column(
                    "Tema \(number)", "Theme \(number)",
                    number == 1 ? "Il tema principale, dall'elenco." : "Un altro tema, se serve.",
                    number == 1 ? "The main theme, from the list." : "Another theme, if needed.", choices: themes,
                    isRequired: number == 1))
        }
        columns += [
            column(
                "Territorio", "Territory",
                "Comune (con la sigla se ce n'è più d'uno: Castro (LE)), provincia di …, regione, o Italia. Più territori: separali con ;",
                "Comune, provincia di …, region, or Italia. Several: separate them by ;", isRequired: true),
            column("Quartiere o frazione", "Place", "Solo se serve.", "Only where it matters."),
            column(
                "Organizzazione", "Organization", "Chi la fa: il nome dell'ente.", "Who runs it: the body's name.",
                isRequired: true),
            column(
                "Tipo di ente", "Organization type", "ETS, PA, scuola, impresa, altro.",
                "ETS, PA, school, enterprise, other.",
                choices: OrganizationType.allCases.map { $0.label[language] }, width: 14),
            column("Sito dell'ente", "Website", "L'indirizzo, con https://", "The address, with https://"),
            column(
                "Partner", "Partners", "Con chi si fa: i nomi degli enti, separati da ;",
                "With whom: names of bodies, separated by ;"),
            column("Destinatari", "Target group", "Per chi, dall'elenco.", "For whom, from the list.", choices: groups),
            column("Bisogno", "Need", "A quale bisogno risponde.", "What need it answers.", width: 36),
            column("Anno di inizio", "Start", "L'anno, per esempio 2019.", "The year, such as 2019.", width: 14),
            column(
                "Stato", "Status", "Se è ancora in corso.", "Whether it is still going on.", choices: statuses,
                width: 14),
        ]
        for section in StandardSection.allCases
        where section != .internalNotes && section != .need && section != .partners {
            columns.append(
                FormWorkbook.Column(
                    heading: section.label[language],
                    explanation: language.say("In parole semplici.", "In plain words."),
                    width: 44))
        }
        return columns + [
            column(
                "Fonte", "Source", "Dove se ne parla: un sito, un documento, un incontro.",
                "Where one can read of it: a site, a document, a meeting."),
            column(
                "Indirizzo della fonte", "Link", "Se c'è una pagina web: https://…", "If there is a web page: https://…"
            ),
        ]
    }
}
