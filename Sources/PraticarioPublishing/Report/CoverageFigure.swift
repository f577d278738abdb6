import PraticarioCorpus
import PraticarioReport
import PraticarioSearch
import PraticarioSystem

/// What a programme reached, region by region: the number on the map is that of the outcomes that began or are concluded.
struct CoverageFigure {
    private let words: ReportWords
    private var coverage: [RegionCoverage] { words.report.coverage }

    init(_ words: ReportWords) {
        self.words = words
    }

    /// `nil` where there are neither members nor outcomes.
    var block: DocumentBlock? {
        guard !coverage.isEmpty else { return nil }
        return .figure(
            .init(
                id: "regioni", title: words.say("Le regioni raggiunte", "The regions that were reached"),
                description: description, data: table, picture: map.picture))
    }

    /// Whose boundaries these are.
    var credit: DocumentBlock { .line(.init(role: .attribution, text: map.credit, language: "it")) }

    private var map: RegionMap {
        let counts = coverage.compactMap { row in row.region.map { ($0, row.outcomes) } }
        return RegionMap(
            Dictionary(counts) { first, _ in first }, language: words.edition.language, link: { _ in nil })
    }

    private var description: String {
        let (members, outcomes) = (
            coverage.count { $0.region != nil && $0.members > 0 },
            coverage.count { $0.region != nil && $0.outcomes > 0 }
        )
        return words.say(
            "Esiti avviati o conclusi, per regione. Regioni in cui c'è un ente membro: \(members); in cui c'è un esito: \(outcomes). Un esito in più regioni conta una volta in ognuna.",
            "Outcomes that began or are concluded, by region. Regions with a member body: \(members); with an outcome: \(outcomes). An outcome in several regions counts once in each."
        )
    }

    private var table: DocumentBlock.Table {
        let header = [
            words.say("Regione", "Region"), words.say("Enti membri", "Member bodies"),
            words.say("Adozioni", "Adoptions"), words.say("Partenariati", "Partnerships"),
            words.say("Interventi", "Interventions"),
        ]
        let rows = coverage.map { row in
            [
                DocumentBlock.Table.Cell(
                    row.region.map { words.names([$0], .territory) }
                        ?? words.say("in nessuna, o non si sa", "in none, or not known"))
            ] + [row.members, row.adoptions, row.partnerships, row.interventions].map { .init($0) }
        }
        return .init(header: header, rows: rows, isCounts: true)
    }
}
