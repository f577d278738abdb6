import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem

/// How the members of a community judged what they know, before and after: what is kept of it, and where a spreadsheet with answers
/// is taken in.
struct SurveyPage: Page {
    static let template = "survey"

    let title: String
    let address: String
    let back: PageLink
    let problem: String?
    /// What was taken just now.
    let done: [String]
    /// Of all that is kept: numbers of codes, never a code.
    let counts: String?
    let questions: [String]
    let controls: [FormControl]
    /// For spreadsheets that are made in another way.
    let others: [FormControl]
    let hasOthersOpen: Bool

    static func address(of id: String) -> String { CommunityPage.address(of: id) + "/questionario" }

    private static let main: [SmallForm.Field] = [
        SmallForm.Field(
            "quando", "Quando hanno risposto", "When they answered",
            .choice([
                ("prima", LocalizedText(it: "prima del primo incontro", en: "before the first meeting")),
                ("dopo", LocalizedText(it: "dopo l'ultimo incontro", en: "after the last meeting")),
            ]),
            hint: LocalizedText(
                it: "Se lo dice una colonna del foglio, si lascia così e la si indica sotto.",
                en: "If a column of the spreadsheet says so, leave it and name the column below.")),
        SmallForm.Field(
            "massimo", "Il punteggio più alto possibile", "The best score there is",
            hint: LocalizedText(
                it: "5, per una scala da 1 a 5. Dopo la prima volta è già scritto.",
                en: "5, for a scale from 1 to 5. After the first time it is known.")),
    ]

    private static let rest: [SmallForm.Field] = [
        SmallForm.Field("codice", "La colonna dei codici di chi risponde", "The column of the respondents' codes"),
        SmallForm.Field("colonna-quando", "La colonna che dice quando", "The column that says when"),
        SmallForm.Field(
            "parole-prima", "Che cosa vi sta scritto prima, una per riga", "What stands there before, a line each",
            .lines),
        SmallForm.Field(
            "parole-dopo", "Che cosa vi sta scritto dopo, una per riga", "What stands there after, a line each", .lines),
        SmallForm.Field(
            "domanda", "La colonna delle domande, se ogni riga è una risposta",
            "The column of questions, if each row is an answer"),
        SmallForm.Field("punteggio", "E quella dei punteggi", "And that of the scores"),
        SmallForm.Field(
            "fuori", "Colonne che non sono domande, una per riga", "Columns that are no questions, a line each", .lines),
    ]

    static let key = "q"

    /// - Parameters:
    ///   - survey: what is kept.
    ///   - typed: what was sent and not taken, and why.
    init(
        _ community: Community, _ survey: Survey?, typed: FormFields? = nil, problem: LocalizedText? = nil,
        done: [String] = [], _ language: Language
    ) {
        title = language.say("Questionario: \(community.title)", "Survey: \(community.title)")
        address = Self.address(of: community.id)
        back = PageLink(
            label: language.say("Torna alla comunità", "Back to the community"),
            address: CommunityPage.address(of: community.id))
        self.problem = problem?[language]
        self.done = done
        let numbers = survey.map(SurveyNumbers.init)
        counts = numbers?.sentence(language)
        questions = numbers?.questions ?? []
        func controls(_ fields: [SmallForm.Field]) -> [FormControl] {
            SmallForm(
                Self.key, LocalizedText(both: ""), fields, button: LocalizedText(both: ""), typed: typed, problem: nil,
                language
            ).controls
        }
        self.controls = controls(Self.main)
        others = controls(Self.rest)
        hasOthersOpen = others.contains { !$0.value.isEmpty } || problem != nil
    }
}

/// What may be told of a survey.
struct SurveyNumbers {
    private let before: Int
    private let after: Int
    private let both: Int
    let questions: [String]

    init(_ survey: Survey) {
        func codes(_ wave: Survey.Wave) -> Set<String> {
            Set(survey.answers.filter { $0.wave == wave }.map(\.respondent))
        }
        (before, after) = (codes(.before).count, codes(.after).count)
        both = codes(.before).intersection(codes(.after)).count
        var seen: Set<String> = []
        questions = survey.answers.map(\.question).filter { seen.insert($0).inserted }
    }

    func sentence(_ language: Language) -> String {
        language.say(
            "Hanno risposto in \(before) prima, in \(after) dopo, in \(both) tutte e due le volte.",
            "\(before) answered before, \(after) after, \(both) both times.")
    }
}
