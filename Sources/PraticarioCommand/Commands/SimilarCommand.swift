import ArgumentParser
import Praticario
import PraticarioSearch
import PraticarioSystem
import PraticarioCorpus

struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "Mostra le schede più simili a una. / Show the sheets most like one.",
        discussion: """
            Esempi / Examples:
              praticario similar baskin-cremona
              praticario simili baskin-cremona --limit 3
            """,
        aliases: ["simili"])

    @Argument(help: "L'id della scheda. / The sheet's id.")
    var id: String

    @Option(help: "Quante schede al massimo. / How many sheets at most.")
    var limit = 5

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        _ = try base.requiredEntry(id)
        let hits = try base.similar(to: id, limit: limit)
        switch format {
        case .json: Terminal.print(JSONText.of(SimilarOutput(hits, base.values)))
        case .text:
            let style = Style(usesColour: Terminal.usesColour)
            let list = HitList(base.values, language: shared.language)
            let lines = hits.enumerated().flatMap { index, hit in
                (index == 0 ? [] : [""]) + list.lines(of: hit, number: index + 1, Terminal.width, style)
            }
            Terminal.print(
                lines.isEmpty
                    ? LocalizedText(it: "Nessuna scheda le somiglia.", en: "No sheet resembles it.")[shared.language]
                    : lines.joined(separator: "\n"))
        }
    }
}

extension KnowledgeBase {
    /// The sheet with an id that a person typed, or a sentence that says which one was perhaps meant.
    func requiredEntry(_ id: String) throws -> Entry {
        if let entry = try entry(id) ?? entry(id.lowercased()) { return entry }
        let ids = try ids()
        // The beginning of an id, where it is that of one only.
        let beginning = ids.filter { $0.hasPrefix(id.lowercased()) }
        if beginning.count == 1, let entry = try entry(beginning[0]) { return entry }
        let nearest = Suggestion.nearest(to: id, among: ids) ?? beginning.first
        throw Failure(
            it: "nessuna scheda ha l'id \(id)"
                + (nearest.map { "; forse volevi \($0)?" } ?? ": cercala con praticario search"),
            en: "no sheet has the id \(id)"
                + (nearest.map { "; did you mean \($0)?" } ?? ": look for it with praticario search"))
    }
}
