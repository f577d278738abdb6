import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Tables of surveys: what counts, what is told, and that no message repeats a respondent's code.
@Suite struct SurveyTests {
    private static let map =
        "rispondente: Codice\nmomento: Quando\nprima: [prima]\ndopo: [alla fine]\nmassimo: 5\ntralascia: [Note]\n"
    private static let table = """
        Codice;Quando;So chi;So come;Note
        R1;prima;2;3;ciao
        r1;Alla fine;4 - molto;3,5;
        SEGRETO;boh;4;4;
        ;prima;4;4;
        SEGRETO;prima;9;;
        R2;prima;tanto;1;
        R3;alla fine;5;;

        """

    private static func read(
        _ table: String, _ map: String = map
    ) throws -> (survey: Survey?, diagnostics: [Diagnostic]) {
        let columns = try #require(SurveyMap.read(Array(map.utf8), path: "q.yaml").map)
        return Survey.read(Array(table.utf8), columns, path: "q.csv")
    }

    @Test func `numbers of the scale count, for whoever says a code, in whatever case, and a time`() throws {
        let survey = try #require(try Self.read(Self.table).survey)
        #expect(survey.maximum == 5)
        let told = survey.answers.map { "\($0.respondent) \($0.wave) \($0.question) \($0.score)" }
        #expect(
            told == [
                "r1 before So chi 2.0", "r1 before So come 3.0", "r1 after So chi 4.0", "r1 after So come 3.5",
                "r2 before So come 1.0", "r3 after So chi 5.0",
            ])
    }

    @Test func `what does not count is told at its cell, without the code`() throws {
        let diagnostics = try Self.read(Self.table).diagnostics
        #expect(
            diagnostics.map(\.place) == [
                TextPlace(row: 4, column: 2), TextPlace(row: 5, column: 2), TextPlace(row: 6, column: 3),
                TextPlace(row: 7, column: 3),
            ])
        for diagnostic in diagnostics {
            #expect(
                !diagnostic.text(in: .italian).contains("SEGRETO") && !diagnostic.text(in: .english).contains("SEGRETO")
            )
        }
    }

    @Test func `without a column for codes or times nothing is read`() throws {
        let (survey, diagnostics) = try Self.read("Chi;Quando;So chi\nR1;prima;2\n")
        #expect(survey == nil && diagnostics.map(\.code) == [.malformedTable])
    }

    @Test func `without a maximum the best answer given is the best there is`() throws {
        let map = Self.map.replacing("massimo: 5\n", with: "")
        #expect(try Self.read(Self.table, map).survey?.maximum == 9)
    }

    @Test(arguments: ["rispondente: Codice\n", "massimo: tanto\n", "{"])
    func `a map that does not say who and when is told and not used`(text: String) {
        let (map, diagnostics) = SurveyMap.read(Array(text.utf8), path: "q.yaml")
        #expect(map == nil && !diagnostics.isEmpty)
        #expect(diagnostics.allSatisfy { $0.code == .malformedColumnMap })
    }

    @Test func `a map that was written is read back`() throws {
        let map = try #require(SurveyMap.read(Array(Self.map.utf8), path: "q.yaml").map)
        let again = SurveyMap.read(Array(map.text.utf8), path: "q.yaml")
        #expect(again.map == map && again.diagnostics.isEmpty)
    }
}
