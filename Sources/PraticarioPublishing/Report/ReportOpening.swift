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
        summary + method
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
            words.chapter(words.say("In sintesi", "In short"))
        ] + (words.isExample ? [.line(.init(role: .mark, text: words.exampleMark))] : []) + [
            words.table(
                [words.say("Che cosa", "What"), words.say("Quanti", "How many"), words.say("Su", "Of")], cells: rows,
                isCounts: true)
        ]
    }

    private var method: [DocumentBlock] {
        var blocks = [words.chapter(words.say("Il programma e il metodo", "The programme and the method"))]
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
        blocks.append(words.heading(3, "Come si conta", "How things are counted"))
        blocks.append(definitions)
        return blocks
    }

    /// The indicators in a line each; docs/rapporto.md says more.
    private var definitions: DocumentBlock {
        let rows = [
            words.say(
                "Domande|chiuse, in parte o aperte, come decide la comunità; senza stato = aperte",
                "Questions|closed, partly closed or open, as the community decides; without a status = open"),
            words.say(
                "Forme e modelli adottati|adozioni avviate o concluse; altrove: i loro territori non sono quelli delle schede da cui vengono, né li contengono, né ci stanno",
                "Forms and models taken up|adoptions begun or concluded; elsewhere: their territories are not those of the sheets from which they come, nor contain them, nor lie in them"
            ),
            words.say(
                "Partenariati nuovi|avviati o conclusi; con la pubblica amministrazione fra quelli che lo dicono",
                "New partnerships|begun or concluded; with a public administration, of those that say whether"),
            words.say(
                "Rete|ogni partenariato lega ogni sua parte con ogni altra; densità = coppie ÷ coppie possibili fra gli enti",
                "Network|a partnership ties each of its parties to each other; density = pairs ÷ possible pairs of bodies"
            ),
            words.say(
                "Interventi|previsti, avviati, conclusi; per tema (delle schede che nominano), territorio e destinatari fra avviati e conclusi",
                "Interventions|planned, begun, concluded; by theme (of the sheets they name), territory and target group, of those begun or concluded"
            ),
            words.say(
                "Catene|un'idea, una soluzione che vi risponde, un intervento, una pratica che lo racconta, come lo dicono schede ed esiti",
                "Chains|an idea, a solution that answers it, an intervention, a practice that tells it, as sheets and outcomes say"
            ),
            words.say(
                "Presenze|persone ed enti a ogni incontro svolto; la media è sugli incontri che lo dicono",
                "Attendance|people and bodies at each meeting held; the mean is of the meetings that say it"),
            words.say(
                "Copertura|regioni e province dei membri, regioni in cui un esito è avviato o concluso",
                "Coverage|regions and provinces of members, regions in which an outcome began or is concluded"),
            words.say(
                "Cicli|quello scritto, altrimenti previsto = potenziale, avviato o concluso = applicato, intervento concluso = realizzato",
                "Cycles|as written, else planned = potential, begun or concluded = applied, intervention concluded = realized"
            ),
        ]
        return words.table(
            [words.say("Indicatore", "Indicator"), words.say("Come si conta", "How it is counted")],
            rows.map { $0.split(separator: "|").map(String.init) })
    }
}
