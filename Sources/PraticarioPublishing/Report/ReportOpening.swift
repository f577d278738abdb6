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
                .line(
                    .init(
                        role: .mark,
                        text: words.say(
                            "Esempio inventato, per mostrare come è fatto un rapporto: enti e fatti non esistono.",
                            "Invented example, to show what a report is like: bodies and facts do not exist.")))
            ] : []
        return example + summary + method
    }

    private var summary: [DocumentBlock] {
        let totals = words.report.totals
        let questions = totals.questions
        let rows = [
            [
                words.say("Comunità", "Communities"),
                words.share(words.report.chapters.count, of: words.report.programme?.plan?.communities),
            ],
            [words.say("Incontri svolti", "Meetings held"), words.share(totals.held, of: totals.plannedMeetings)],
            [words.say("Enti che ne fanno parte", "Member bodies"), words.number(totals.members)],
            [
                words.say("Domande chiuse o chiuse in parte", "Questions closed or partly closed"),
                questions.map { words.share($0.closed + $0.partly, of: $0.total) } ?? words.unknown,
            ],
            [
                words.say("Forme organizzative e modelli adottati", "Forms and models taken up"),
                words.number(totals.adoptions),
            ],
            [words.say("Partenariati nuovi", "New partnerships"), words.number(totals.partnerships)],
            [
                words.say("Interventi avviati o conclusi", "Interventions begun or concluded"),
                words.number(totals.interventions)
                    + (totals.plannedInterventions > 0
                        ? words.say(
                            " (altri \(totals.plannedInterventions) previsti)",
                            " (\(totals.plannedInterventions) more planned)") : ""),
            ],
        ]
        return [
            words.heading(2, "In sintesi", "In short"),
            words.table([words.say("Che cosa", "What"), words.say("Quanto", "How much")], rows),
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
