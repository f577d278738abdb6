import PraticarioCorpus
import PraticarioSystem
import PraticarioWorkbooks
import TestSupport
import Testing

@testable import PraticarioIntake

/// The form asks what the table of fields says, and what comes back is understood.
@Suite struct PracticeFormTests {
    private static func field(_ target: TableTarget?) -> FieldName? {
        switch target {
        case .field(let field), .part(let field, _): field
        case .territory: .territories
        case .section, .consent, .ignored, nil: nil
        }
    }

    @Test(arguments: FieldName.allCases, Language.allCases)
    func `every question of a field has a column, and its heading leads back to the field`(
        field: FieldName, language: Language
    ) {
        let columns = PracticeForm(SmallWorld.vocabularies, language: language).columns
        for question in field.row.questions {
            let own = columns.filter { $0.heading == question.heading[language] }
            #expect(own.map(\.explanation) == [question.explanation[language]])
            #expect(own.map(\.isRequired) == [question.isRequired])
            #expect(Self.field(HeadingGuess.target(of: question.heading[language])) == field, "\(question.heading)")
        }
        // Of the sections, the one called Risultati is understood as the field, which says the same.
        let headings = field.row.questions.map { $0.heading[language] }
        let asked = columns.map(\.heading).filter { Self.field(HeadingGuess.target(of: $0)) == field }
        #expect(asked == headings || asked == [StandardSection.results.label[language]])
    }

    @Test func `a column offers the values of its field`() throws {
        let columns = PracticeForm(SmallWorld.vocabularies, language: .italian).columns
        func choices(_ heading: String) throws -> [String] {
            try #require(columns.first { $0.heading == heading }).choices
        }
        #expect(try choices("Tipo") == ["pratica", "esperienza", "idea", "soluzione"])
        #expect(try choices("Tema 2") == SmallWorld.vocabularies.themes.concepts.map(\.prefLabel.it))
        #expect(try choices("Destinatari") == ["Giovani", "Persone detenute"])
        #expect(try choices("Tipo di ente") == ["ETS", "PA", "scuola", "impresa", "altro"])
        #expect(try choices("Territorio") == [] && choices("Organizzazione") == [] && choices("Fonte") == [])
    }
}
