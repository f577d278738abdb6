import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Says what a community did: meetings, questions, what came of it.
struct CommunityWritePage: Page {
    static let template = "communitywrite"

    let title: String
    let address: String
    let back: String
    let done: String?
    let forms: [SmallForm]
    let lists: [FormLists.List]
    /// What is written already, to be changed or taken out.
    let written: [Written]
    let data: PageLink
    let survey: String

    struct Written: Sendable {
        let label: String
        let items: [PageLink]
    }

    static func address(of id: String) -> String { CommunityPage.address(of: id) + "/scrivi" }

    /// - Parameters:
    ///   - typed: with the key of the form that was sent, where one was not taken.
    ///   - problem: why.
    init(
        _ community: Community, _ items: [(list: CommunityList, items: [(name: String, fields: TypedFields)])],
        _ snapshot: Snapshot, typed: (key: String, fields: FormFields)? = nil,
        problem: LocalizedText? = nil, done: String? = nil, _ language: Language
    ) {
        title = community.title
        address = Self.address(of: community.id)
        back = CommunityPage.address(of: community.id)
        self.done = DoneWords.sentence(done, language)
        lists = FormLists(snapshot).lists
        survey = SurveyPage.address(of: community.id)
        data = PageLink(
            label: language.say("Dati e membri", "Data and members"),
            address: TypedFormPage.address(of: .community(community.id)))
        written = items.filter { !$0.items.isEmpty }.map { list, items in
            let labels: [CommunityList: LocalizedText] = [
                .meetings: LocalizedText(it: "Incontri", en: "Meetings"),
                .questions: LocalizedText(it: "Domande", en: "Questions"),
                .outcomes: LocalizedText(it: "Esiti", en: "Outcomes"),
            ]
            return Written(
                label: labels[list]?[language] ?? "",
                items: items.map { name, fields in
                    PageLink(
                        label: TypedFormPage.title(of: list, fields, name, language),
                        address: TypedFormPage.address(of: .item(community.id, list, name)))
                })
        }
        func form(
            _ key: String, _ title: LocalizedText, _ fields: [SmallForm.Field], _ button: LocalizedText
        ) -> SmallForm {
            SmallForm(
                key, title, fields, button: button, typed: typed?.key == key ? typed?.fields : nil, problem: problem,
                language)
        }
        let planned = community.meetings.filter { $0.status != .held && $0.status != .cancelled }.compactMap(\.number)
        let open = community.questions.enumerated().filter { $1.status != .closed }
        forms =
            planned.map { number in
                form(
                    "svolto-\(number)",
                    LocalizedText(it: "Com'è andato l'incontro \(number)", en: "How meeting \(number) went"),
                    Self.held, LocalizedText(it: "Scrivi che è stato svolto", en: "Say that it was held"))
            } + [
                form(
                    "incontro", LocalizedText(it: "Un incontro", en: "A meeting"), Self.meeting,
                    LocalizedText(it: "Aggiungi l'incontro", en: "Add the meeting")),
                form(
                    "domanda", LocalizedText(it: "Una domanda", en: "A question"), Self.question,
                    LocalizedText(it: "Aggiungi la domanda", en: "Add the question")),
            ]
            + open.map { index, question in
                form(
                    "risposta-\(question.name(at: index))",
                    LocalizedText(
                        it: "Risposta a «\(question.question)»", en: "Answer to “\(question.question)”"),
                    Self.answer, LocalizedText(it: "Scrivi la risposta", en: "Say that it is answered"))
            } + [
                form(
                    "esito", LocalizedText(it: "Che cosa ne è nato", en: "What came of it"), Self.outcome,
                    LocalizedText(it: "Aggiungi", en: "Add"))
            ]
    }

    // MARK: What is asked

    private static let ids = LocalizedText(
        it: "L'id di ciascuna, come nell'indirizzo della sua pagina; uno per riga.",
        en: "The id of each, as in the address of its page; one a line.")
    private static let each = LocalizedText(it: "Uno per riga.", en: "One a line.")

    private static let held: [SmallForm.Field] = [
        .init("data", "Giorno", "Day", hint: LocalizedText(it: "2026-05-14 o 14/5/2026", en: "2026-05-14")),
        .init(
            "persone", "Quante persone", "How many people",
            hint: LocalizedText(it: "Il numero, mai i nomi.", en: "The number, never names.")),
        .init("enti", "Enti presenti", "Bodies present", .lines, hint: each),
        .init("argomenti", "Argomenti", "Topics", .lines, hint: each),
        .init("decisioni", "Decisioni", "Decisions", .lines, hint: each),
        .init("schede", "Schede condivise", "Sheets shared", .lines, hint: ids),
    ]

    private static let meeting: [SmallForm.Field] =
        [
            .init("stato", "Stato", "Status", SmallForm.Field.choice(MeetingStatus.self)),
            .init("modo", "Come", "How", SmallForm.Field.choice(MeetingMode.self)),
            .init("luogo", "Luogo", "Place"),
        ] + held

    private static let question: [SmallForm.Field] = [
        .init("domanda", "La domanda", "The question"),
        .init("tema", "Tema", "Theme", list: FormLists.themes),
        .init("incontro", "Numero dell'incontro in cui è nata", "Number of the meeting at which it was asked"),
    ]

    private static let answer: [SmallForm.Field] = [
        .init("schede", "Schede che rispondono", "Sheets that answer it", .lines, hint: ids),
        .init("incontro", "Numero dell'incontro", "Number of the meeting"),
        .init(
            "quanto", "Quanto", "How far",
            .choice([
                ("tutta", LocalizedText(it: "del tutto", en: "wholly")),
                ("parte", LocalizedText(it: "in parte", en: "partly")),
            ])),
    ]

    private static let outcome: [SmallForm.Field] = [
        .init("titolo", "Come si chiama", "What it is called"),
        .init("tipo", "Che cos'è", "What it is", SmallForm.Field.choice(OutcomeKind.self)),
        .init("stato", "A che punto è", "How far it is", SmallForm.Field.choice(OutcomeStatus.self)),
        .init("data", "Quando", "When"),
        .init("territori", "Dove", "Where", .lines, hint: each),
        .init("incontro", "Numero dell'incontro da cui viene", "Number of the meeting from which it came"),
        .init(
            "evidenza", "Dove si può vedere", "Where it can be seen",
            hint: LocalizedText(it: "Un atto, un documento, un indirizzo.", en: "An act, a document, an address.")),
        .init("schede", "Schede da cui viene", "Sheets it came from", .lines, hint: ids),
        .init("da", "Chi adotta (solo per un'adozione)", "Who adopts (of an adoption)"),
        .init(
            "che-cosa", "Che cosa si adotta (solo per un'adozione)", "What is adopted (of an adoption)",
            SmallForm.Field.choice(AdoptedModel.self)),
        .init("parti", "Enti del partenariato", "Bodies of the partnership", .lines, hint: each),
        .init(
            "strumento", "Strumento con la PA (solo per un partenariato)",
            "Instrument with the administration (of a partnership)", SmallForm.Field.choice(PAInstrument.self)),
        .init("destinatari", "Per chi (solo per un intervento)", "For whom (of an intervention)", .lines, hint: each),
    ]
}
