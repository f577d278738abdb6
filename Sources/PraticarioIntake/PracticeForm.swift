import PraticarioCorpus
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

    /// Fields, then the sections of the text, then where it is known from and whatever else is asked.
    var columns: [FormWorkbook.Column] {
        let others = FieldName.allCases.filter { !Self.beforeText.contains($0) }
        return Self.beforeText.flatMap(columns) + sections + others.flatMap(columns)
    }

    private static let beforeText: [FieldName] = [
        .title, .kind, .summary, .themes, .territories, .place, .organization, .partners, .targetGroups, .needs, .start,
        .status,
    ]

    private func columns(of field: FieldName) -> [FormWorkbook.Column] {
        field.row.questions.map { question in
            FormWorkbook.Column(
                heading: question.heading[language], explanation: question.explanation[language],
                choices: choices(question.shape), isRequired: question.isRequired, width: question.width)
        }
    }

    /// Territories are too many for a list.
    private func choices(_ shape: FieldShape) -> [String] {
        switch shape {
        case .choice(let labels): labels.map { $0[language] }
        case .key(.themes): vocabularies.themes.concepts.map { $0.prefLabel[language] }
        case .key(.targetGroups): vocabularies.targetGroups.concepts.map { $0.prefLabel[language] }
        case .list(let item): choices(item)
        case .text, .date, .address, .key(.territories), .parts: []
        }
    }

    /// The need and the partners are asked as fields; internal notes are nobody else's.
    private var sections: [FormWorkbook.Column] {
        StandardSection.allCases.filter { ![.internalNotes, .need, .partners].contains($0) }.map { section in
            FormWorkbook.Column(
                heading: section.label[language], explanation: language.say("In parole semplici.", "In plain words."),
                width: 44)
        }
    }
}
