import PraticarioCorpus
import PraticarioReport
import PraticarioStatistics
import PraticarioSystem

/// The communities beside each other, by every indicator and by the cycles of value creation: a table for each part, narrow
/// enough for paper.
struct ReportMatrix {
    private typealias Cell = DocumentBlock.Table.Cell

    private let words: ReportWords

    init(_ words: ReportWords) {
        self.words = words
    }

    var blocks: [DocumentBlock] {
        [words.chapter(words.say("Le comunità a confronto", "The communities compared"))]
            + [meetings, gap, knowledge, outcomes, network, territories, cycles].flatMap { $0 }
    }

    private func part(
        _ it: String, _ en: String, _ columns: [(it: String, en: String)], _ cells: (Report.Chapter) -> [Cell]
    ) -> [DocumentBlock] {
        let header = [words.say("Comunità", "Community")] + columns.map { words.say($0.it, $0.en) }
        let rows = words.report.chapters.map { [Cell($0.community.title)] + cells($0) }
        return [words.heading(3, it, en), words.table(header, cells: rows, isCounts: true)]
    }

    private var meetings: [DocumentBlock] {
        part(
            "Incontri e presenze", "Meetings and attendance",
            [
                ("Svolti", "Held"), ("Nel piano", "Planned"), ("Online", "Online"), ("In presenza", "In person"),
                ("Annullati", "Cancelled"), ("Persone, in media", "People, mean"), ("Enti membri", "Members"),
                ("Presenti almeno una volta", "Came at least once"),
            ]
        ) { chapter in
            let (meetings, people) = (chapter.indicators.meetings, chapter.indicators.participation)
            return [
                Cell(meetings.held), words.cell(meetings.planned), Cell(meetings.heldOnline),
                Cell(meetings.heldInPerson), Cell(meetings.cancelled), words.cell(decimal: people.meanPeople),
                words.cell(people.members), words.cell(people.present),
            ]
        }
    }

    private var gap: [DocumentBlock] {
        part(
            "Divario di conoscenza", "Knowledge gap",
            [
                ("Domande", "Questions"), ("Chiuse", "Closed"), ("In parte", "Partly"), ("Aperte", "Open"),
                ("Hanno risposto due volte", "Answered twice"), ("Guadagno autovalutato", "Self-assessed gain"),
                ("Da", "From"), ("A", "To"),
            ]
        ) { chapter in
            let (questions, gain) = (chapter.indicators.questions, chapter.gain)
            // Who answered is not told where they are too few; where nobody was asked, it is not known.
            let hidden = Cell(words.say("non si mostra", "not shown"))
            func figure(_ cell: Cell) -> Cell { gain != nil && gain?.gain == nil ? hidden : cell }
            return [
                words.cell(questions?.total), words.cell(questions?.closed), words.cell(questions?.partly),
                words.cell(questions?.open), figure(words.cell(gain?.paired)),
                figure(gain?.gain.map(words.cell) ?? words.cell(nil)),
                figure(words.cell(decimal: gain?.gain?.interval?.lower)),
                figure(words.cell(decimal: gain?.gain?.interval?.upper)),
            ]
        }
    }

    private var knowledge: [DocumentBlock] {
        part(
            "Conoscenza condivisa e ripresa", "Knowledge shared and reused",
            [
                ("Schede condivise", "Sheets shared"), ("Riprese in un esito", "Reused in an outcome"),
                ("Nate nella comunità", "Made in the community"),
                ("Interventi da un'idea", "Interventions from an idea"),
                ("Da una soluzione", "From a solution"), ("Raccontati", "Told"), ("Catene intere", "Whole chains"),
            ]
        ) { chapter in
            let found = chapter.indicators.knowledge
            return [
                words.cell(found.shared), found.shared == nil ? words.cell(nil) : Cell(found.reused),
                words.cell(found.produced), Cell(found.chains.fromIdea), Cell(found.chains.fromSolution),
                Cell(found.chains.told), Cell(found.chains.complete),
            ]
        }
    }

    private var outcomes: [DocumentBlock] {
        part(
            "Esiti", "Outcomes",
            [
                ("Forme organizzative", "Organizational forms"), ("Modelli di gestione", "Management models"),
                ("Adottati altrove", "Taken up elsewhere"), ("Partenariati nuovi", "New partnerships"),
                ("Con la PA", "With an administration"), ("Interventi avviati", "Interventions begun"),
                ("Conclusi", "Concluded"), ("Previsti", "Planned"),
            ]
        ) { chapter in
            let found = chapter.indicators
            return [
                Cell(found.adoptions.organizationalForms), Cell(found.adoptions.managementModels),
                words.cell(found.adoptions.acrossTerritories), Cell(found.partnerships.new),
                words.cell(found.partnerships.withAdministration), Cell(found.interventions.started),
                Cell(found.interventions.concluded), Cell(found.interventions.planned),
            ]
        }
    }

    private var network: [DocumentBlock] {
        part(
            "Rete fra gli enti", "Network of bodies",
            [
                ("Enti all'inizio", "Bodies at the start"), ("Enti ora", "Bodies now"),
                ("Coppie all'inizio", "Pairs at the start"), ("Coppie ora", "Pairs now"), ("Nuove", "New"),
                ("Densità all'inizio", "Density at the start"), ("Densità ora", "Density now"),
            ]
        ) { chapter in
            let found = chapter.indicators.partnerships
            return [
                Cell(found.before.bodies.count), Cell(found.after.bodies.count), Cell(found.before.edges.count),
                Cell(found.after.edges.count), Cell(found.newEdges), words.cell(decimal: found.before.density),
                words.cell(decimal: found.after.density),
            ]
        }
    }

    private var territories: [DocumentBlock] {
        part(
            "Copertura del territorio", "Territorial coverage",
            [
                ("Membri di cui si sa dove sono", "Members whose place is known"),
                ("Regioni dei membri", "Regions of members"), ("Province dei membri", "Provinces of members"),
                ("Regioni con un esito", "Regions with an outcome"),
                ("Regioni della comunità", "Regions of the community"), ("Di queste con un esito", "With an outcome"),
            ]
        ) { chapter in
            let found = chapter.indicators.territories
            let isPlaced = found.placedMembers > 0
            return [
                chapter.indicators.participation.members == nil ? words.cell(nil) : Cell(found.placedMembers),
                words.cell(isPlaced ? found.memberRegions.count : nil),
                words.cell(isPlaced ? found.memberProvinces.count : nil), Cell(found.outcomeRegions.count),
                words.cell(found.reachedRegions == nil ? nil : found.namedRegions.count),
                words.cell(found.reachedRegions),
            ]
        }
    }

    private var cycles: [DocumentBlock] {
        part(
            "Esiti per ciclo di creazione del valore", "Outcomes by cycle of value creation",
            ValueCycle.allCases.map { ($0.label.it, $0.label.en) } + [("non si sa", "not known")]
        ) { chapter in
            ValueCycle.allCases.map { Cell(chapter.indicators.cycles[$0] ?? 0) }
                + [Cell(chapter.indicators.withoutCycle)]
        }
    }
}
