import PraticarioCorpus
import PraticarioReport
import PraticarioSystem

/// The page that sums a report up, and what the programme was and how its figures are made.
struct ReportOpening {
    private let words: ReportWords

    init(_ words: ReportWords) {
        self.words = words
    }

    var blocks: [DocumentBlock] {
        let example: [DocumentBlock] =
            words.isExample
            ? [
                .line(.init(role: .mark, text: words.exampleMark))
            ] : []
        return example + summary + method
    }

    private var summary: [DocumentBlock] {
        let totals = words.report.totals
        let plan = words.report.programme?.plan
        let questions = totals.questions
        func row(_ it: String, _ en: String, _ part: Int?, of whole: Int? = nil) -> [DocumentBlock.Table.Cell] {
            [.init(words.say(it, en)), words.cell(part), whole.map { .init($0) } ?? .init("")]
        }
        let rows = [
            row(
                "Comunità, su quelle del piano", "Communities, of those planned", words.report.chapters.count,
                of: plan?.communities),
            row(
                "Incontri svolti, su quelli del piano", "Meetings held, of those planned", totals.held,
                of: totals.plannedMeetings),
            row("Enti che ne fanno parte", "Member bodies", totals.members),
            row("Domande chiuse", "Questions closed", questions?.closed, of: questions?.total),
            row("Domande chiuse in parte", "Questions partly closed", questions?.partly, of: questions?.total),
            row(
                "Comunità di cui si mostra il guadagno autovalutato", "Communities whose self-assessed gain is shown",
                totals.measuredGains, of: words.report.chapters.count),
            row("Forme organizzative e modelli adottati", "Forms and models taken up", totals.adoptions),
            row(
                "Adottati in un altro territorio, su quelli di cui si sa",
                "Taken up elsewhere, of those of which it is known",
                totals.adoptionsElsewhere, of: totals.adoptionsElsewhere.map { _ in totals.adoptionsSayingWhere }),
            row("Partenariati nuovi", "New partnerships", totals.partnerships),
            row(
                "Con una pubblica amministrazione, su quelli di cui si sa",
                "With a public administration, of those of which it is known", totals.partnershipsWithAdministration,
                of: totals.partnershipsWithAdministration.map { _ in totals.partnershipsSayingWhether }),
            row(
                "Coppie di enti che prima non lavoravano insieme", "Pairs of bodies that did not work together before",
                totals.newPairs),
            row("Interventi avviati o conclusi", "Interventions begun or concluded", totals.interventions),
            row("Interventi previsti, non avviati", "Interventions planned, not begun", totals.plannedInterventions),
            row(
                "Interventi raccontati da una pratica o un'esperienza",
                "Interventions told by a practice or an experience",
                totals.toldInterventions, of: totals.interventions),
            row(
                "Catene intere: idea, soluzione, intervento, pratica",
                "Whole chains: idea, solution, intervention, practice",
                totals.completeChains, of: totals.interventions),
        ]
        return [
            words.heading(2, "In sintesi", "In short"),
            words.table(
                [words.say("Che cosa", "What"), words.say("Quanti", "How many"), words.say("Su", "Of")], cells: rows,
                isCounts: true),
        ]
    }

    private var method: [DocumentBlock] {
        var blocks = [words.heading(2, "Il programma e il metodo", "The programme and the method")]
        if let plan = words.report.programme?.plan {
            let parts = [
                plan.communities.map { words.say("\($0) comunità", "\($0) communities") },
                plan.meetings.map { words.say("\($0) incontri ciascuna", "\($0) meetings each") },
                plan.online.map { words.say("\($0) online", "\($0) online") },
                plan.inPerson.map { words.say("\($0) in presenza", "\($0) in person") },
            ].compactMap { $0 }
            if !parts.isEmpty {
                blocks.append(
                    words.prose(
                        "Il programma prevede: \(parts.joined(separator: ", ")).",
                        "The programme plans: \(parts.joined(separator: ", ")).")
                )
            }
        }
        blocks.append(
            words.prose(
                """
                Ogni numero viene dai file delle comunità, che stanno elencati in fondo con la riga di ogni voce: chi vuole può \
                ricontarlo. Un esito previsto non conta mai come avviato. Ciò che nessuno ha scritto è «dato non disponibile», mai \
                zero.

                Quanto si è imparato è **autovalutato**: la misura è il guadagno normalizzato g = (dopo − prima) ÷ (massimo − prima) \
                sulle medie di chi ha risposto tutte e due le volte (Hake 1998), con un intervallo al 95 % trovato ricampionando \
                10.000 volte. Sotto cinque rispondenti non si mostra nulla. Gli esiti sono ordinati anche per cicli di creazione \
                del valore (Wenger, Trayner e de Laat 2011).
                """,
                """
                Every figure comes from the files of the communities, which are listed at the end with the line of each entry, so \
                that anyone can count again. A planned outcome never counts as begun. What nobody wrote is “not available”, never \
                zero.

                What was learned is **self-assessed**: the measure is the normalised gain g = (after − before) ÷ (maximum − before) \
                on the means of those who answered both times (Hake 1998), with a 95 % interval found by resampling 10,000 times. \
                Below five respondents nothing is shown. Outcomes are also arranged by cycles of value creation (Wenger, Trayner \
                and de Laat 2011).
                """))
        return blocks
    }
}
