import PraticarioCorpus
import PraticarioReport
import PraticarioSearch
import PraticarioSystem

/// What a community shared, and what became of it: sheets, chains from ideas to practices, models that moved.
struct ReportKnowledge {
    private typealias Cell = DocumentBlock.Table.Cell

    private let chapter: Report.Chapter
    private let words: ReportWords
    private var community: Community { chapter.community }
    private var found: CommunityIndicators.Knowledge { chapter.indicators.knowledge }

    init(_ chapter: Report.Chapter, _ words: ReportWords) {
        self.chapter = chapter
        self.words = words
    }

    // MARK: Sheets

    var shared: [DocumentBlock] {
        guard chapter.indicators.meetings.held > 0 || found.produced != nil else { return [] }
        var blocks = [
            words.heading(3, "Che cosa si è condiviso", "What was shared"),
            words.prose(
                "Schede condivise: \(words.number(found.shared)); riprese in un esito: \(words.number(found.shared.map { _ in found.reused })); nate nella comunità: \(words.number(found.produced)).",
                "Sheets shared: \(words.number(found.shared)); reused in an outcome: \(words.number(found.shared.map { _ in found.reused })); made in the community: \(words.number(found.produced))."
            ),
        ]
        let rows = sheets.map { id in
            [
                Cell(words.sheetTitle(id)), Cell(words.sheet(id)?.kind.label[words.edition.language] ?? words.unknown),
                Cell(meetings(of: id)), Cell(outcomes(of: id)),
            ]
        }
        guard !rows.isEmpty else { return blocks }
        blocks.append(
            words.table(
                [
                    words.say("Scheda", "Sheet"), words.say("Tipo", "Kind"), words.say("Agli incontri", "At meetings"),
                    words.say("Ripresa in", "Reused in"),
                ], cells: rows))
        blocks.append(counts)
        return blocks
    }

    /// Shared at meetings that were held, none twice.
    private var sheets: [String] {
        var seen: Set<String> = []
        return community.meetings.filter { $0.status == .held }.flatMap(\.sheets).filter { seen.insert($0).inserted }
    }

    private func meetings(of id: String) -> String {
        community.meetings.filter { $0.status == .held && $0.sheets.contains(id) }
            .map { $0.number.map { String($0) } ?? words.unknown }.joined(separator: ", ")
    }

    private func outcomes(of id: String) -> String {
        community.outcomes.filter { $0.isDone && $0.sheets.contains(id) }.map(\.title).joined(separator: "; ")
    }

    /// All that were shared, also those that the readers may not know by name.
    private var counts: DocumentBlock {
        let byKind = EntryKind.allCases.compactMap { kind in
            found.byKind[kind].map { (words.say("tipo", "kind"), kind.label[words.edition.language], $0) }
        }
        let byTheme = words.counted(found.byTheme, .theme).map { (words.say("tema", "theme"), $0.name, $0.count) }
        let byRegion = words.counted(found.byRegion, .territory).map {
            (words.say("regione", "region"), $0.name, $0.count)
        }
        return words.countTable(
            words.say("Schede condivise, contate", "Sheets shared, counted"), words.say("Schede", "Sheets"),
            byKind + byTheme + byRegion)
    }

    // MARK: From ideas to practices

    var chains: [DocumentBlock] {
        let counts = found.chains
        guard counts.interventions > 0 else { return [] }
        let rows = chapter.chains.map { chain in
            [
                Cell(chain.intervention), names(chain.ideas, chain), names(chain.solutions, chain),
                names(chain.practices, chain),
                Cell(chain.isComplete ? words.say("sì", "yes") : words.say("no", "no")),
            ]
        }
        let text = words.prose(
            "Interventi avviati o conclusi: \(counts.interventions); di cui si sa da quali schede vengono o quali li raccontano: \(counts.traceable). Da un'idea: \(counts.fromIdea); da una soluzione: \(counts.fromSolution); raccontati da una pratica o un'esperienza: \(counts.told); con tutti i passi: \(counts.complete).",
            "Interventions begun or concluded: \(counts.interventions); of which it is known from which sheets they come or which tell them: \(counts.traceable). From an idea: \(counts.fromIdea); from a solution: \(counts.fromSolution); told by a practice or an experience: \(counts.told); with every step: \(counts.complete)."
        )
        let table = words.table(
            [
                words.say("Intervento", "Intervention"), words.say("Idea", "Idea"), words.say("Soluzione", "Solution"),
                words.say("Lo racconta", "Told by"), words.say("Catena intera", "Whole chain"),
            ], cells: rows)
        return [words.heading(3, "Dall'idea alla pratica", "From idea to practice"), text]
            + (rows.isEmpty ? [] : [table])
    }

    /// The step of a whole chain that has no name here has one that is not public.
    private func names(_ ids: [String], _ chain: KnowledgeChain) -> Cell {
        guard ids.isEmpty, chain.isComplete else { return Cell(ids.map(words.sheetTitle).joined(separator: "; ")) }
        return Cell(words.say("scheda non pubblica", "sheet not public"))
    }

    /// Models that were taken up, and where they come from.
    var crossings: [DocumentBlock] {
        guard !chapter.crossings.isEmpty else { return [] }
        let rows = chapter.crossings.map { crossing in
            [
                Cell(crossing.adoption), Cell(words.names(crossing.from, .territory)),
                Cell(words.names(crossing.to, .territory)),
                Cell(crossing.isElsewhere ? words.say("sì", "yes") : words.say("no", "no")),
            ]
        }
        return [
            words.heading(3, "Da un territorio a un altro", "From one territory to another"),
            words.table(
                [
                    words.say("Che cosa", "What"), words.say("Viene da", "Comes from"),
                    words.say("Adottato in", "Taken up in"), words.say("Altrove", "Elsewhere"),
                ], cells: rows),
        ]
    }
}
