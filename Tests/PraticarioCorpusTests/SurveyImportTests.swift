import PraticarioCorpus
import PraticarioSystem
import Testing

/// Answers of forms as rows of a survey: what is taken, what never is, and what a second import changes.
@Suite struct SurveyImportTests {
    private static let form = """
        Informazioni cronologiche,Il tuo codice,Indirizzo email,So chi,So chi,"So
        come",Note,Contatto
        2025/03/01 10:00,AB12,anna@esempio.it,2,1,3,bello,+39 333 1234567
        2025/03/01 10:01,=C(1),b@esempio.it,4 - molto,2,9,,
        2025/03/01 10:02,,x@esempio.it,4,1,1,,

        """

    private static func options(_ change: (inout SurveyImport.Options) -> Void = { _ in }) -> SurveyImport.Options {
        var options = SurveyImport.Options()
        (options.wave, options.maximum) = (.before, 5)
        change(&options)
        return options
    }

    private static func taken(
        _ form: String = form, _ options: SurveyImport.Options = options(), into plan: SurveyImport? = nil
    ) throws -> SurveyImport {
        try SurveyImport(
            Array(form.utf8), path: "f.csv", options, into: plan.map { (Array($0.table.utf8), $0.map) })
    }

    private static func answers(_ plan: SurveyImport) -> [String] {
        (Survey.read(Array(plan.table.utf8), plan.map, path: "q.csv").survey?.answers ?? [])
            .map { "\($0.respondent) \($0.wave) \($0.question) \($0.score)" }.sorted()
    }

    @Test func `questions and codes are taken, times, notes, persons and what is out of scale are not`() throws {
        let plan = try Self.taken()
        #expect(plan.questions == ["So chi", "So chi (2)", "So come"])
        #expect(plan.dropped.map(\.heading) == ["Informazioni cronologiche", "Indirizzo email", "Note", "Contatto"])
        #expect(plan.rowsTaken == 2 && plan.rowsLeftOut == [4] && plan.cellsLeftOut == 1)
        let text = plan.table + plan.map.text
        for private_ in ["esempio.it", "333", "bello", "2025"] { #expect(!text.contains(private_)) }
        #expect(Self.answers(plan).contains("ab12 before So come 3.0"))
        #expect(SurveyMap.read(Array(plan.map.text.utf8), path: "q.yaml").map == plan.map)
    }

    @Test func `a second time joins the first, a correction takes the place of what was said`() throws {
        let first = try Self.taken()
        let after = try Self.taken(
            "Il tuo codice;So chi\nab12;5\nNUOVO;1\n", Self.options { ($0.wave, $0.maximum) = (.after, nil) },
            into: first)
        #expect(after.map.maximum == 5)
        #expect(
            Self.answers(after).filter { $0.contains("after") } == ["ab12 after So chi 5.0", "nuovo after So chi 1.0"])
        #expect(Set(Self.answers(first)).isSubset(of: Set(Self.answers(after))))
        let again = try Self.taken("Il tuo codice;So chi\nAB12;1\n", Self.options(), into: after)
        #expect(Self.answers(again).contains("ab12 before So chi 1.0"))
        #expect(Self.answers(again).count == Self.answers(after).count)
        // Importing the same once more changes nothing.
        #expect(try Self.taken("Il tuo codice;So chi\nAB12;1\n", Self.options(), into: again).table == again.table)
    }

    @Test func `a column says when, in words of its own`() throws {
        let form = "Codice;Quando;So chi\nR1;Primo incontro;2\nR1;alla fine;4\nR2;boh;3\n"
        let plan = try Self.taken(form, Self.options { ($0.wave, $0.before) = (nil, ["primo incontro"]) })
        #expect(Self.answers(plan) == ["r1 after So chi 4.0", "r1 before So chi 2.0"])
        #expect(plan.rowsLeftOut == [4])
    }

    @Test func `a row for each answer becomes a row for each respondent`() throws {
        let form =
            "Codice;Quando;Domanda;Voto\nR1;prima;So chi;2\nR1;prima;So come;3\nR1;dopo;So chi;4\nR1;dopo;So come;8\n"
        let plan = try Self.taken(form, Self.options { ($0.wave, $0.question, $0.score) = (nil, "Domanda", "Voto") })
        #expect(
            Self.answers(plan) == ["r1 after So chi 4.0", "r1 before So chi 2.0", "r1 before So come 3.0"])
        #expect(plan.cellsLeftOut == 1)
    }

    private static let refusals: [(form: String, wave: Survey.Wave?, respondent: String?, maximum: Double?)] = [
        ("Chi;So\nR1;2\n", .before, nil, 5), ("Codice;So\nR1;2\n", nil, nil, 5),
        ("Codice;So\nR1;2\n", .before, nil, nil),
        ("Codice;So\nR1;2\n", .before, "Altro", 5), ("Email;So\nR1;2\n", .before, "Email", 5),
        ("Codice;So\nmario@esempio.it;2\n", .before, nil, 5), ("Codice;So\nMario Rossi;2\n", .before, nil, 5),
        ("Codice;So\n333 1234567;2\n", .before, nil, 5), ("Codice;So\nR1;tanto\n", .before, nil, 5),
        ("", .before, nil, 5),
    ]

    @Test(arguments: refusals.indices)
    func `what is not clear, and names in place of codes, are refused`(index: Int) {
        let refusal = Self.refusals[index]
        let options = Self.options {
            ($0.wave, $0.respondent, $0.maximum) = (refusal.wave, refusal.respondent, refusal.maximum)
        }
        #expect {
            try Self.taken(refusal.form, options)
        } throws: { error in
            let message = (error as? SurveyProblem)?.message
            return message.map { !$0.it.contains("Mario") && !$0.it.contains("mario@") } ?? false
        }
    }
}
