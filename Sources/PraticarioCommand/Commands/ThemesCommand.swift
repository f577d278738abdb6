import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "Sfoglia i temi, con quante schede hanno. / Browse themes, with how many sheets they have.",
        discussion: """
            Esempi / Examples:
              praticario themes
              praticario themes carcere
              praticario themes --targets
            """,
        aliases: ["temi"])

    @Argument(help: "Un tema, o un suo sinonimo. / A theme, or a synonym of one.")
    var words: [String] = []

    private var name: String? { words.isEmpty ? nil : words.joined(separator: " ") }

    @Flag(help: "I gruppi di destinatari al posto dei temi. / Target groups instead of themes.")
    var targets = false

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let scheme = targets ? base.vocabularies.targetGroups : base.vocabularies.themes
        let facet = targets ? Facet.targetGroup : Facet.theme
        guard !scheme.concepts.isEmpty else {
            throw Failure(
                it: "il vocabolario è vuoto o manca: lo dice praticario check",
                en: "the vocabulary is empty or missing: see praticario check")
        }
        let counts = try base.counts(of: facet)
        let chosen = name.map(scheme.positions(matching:)) ?? []
        if let name, chosen.isEmpty {
            let nearest = Suggestion.nearest(
                to: name, among: scheme.concepts.flatMap { [$0.prefLabel.it] + $0.altLabels })
            throw Failure(
                it: "non c'è un tema «\(name)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? ": l'elenco è praticario themes"),
                en: "there is no theme “\(name)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? ": the list is praticario themes"))
        }
        let report = ConceptReport(scheme, counts, language: shared.language)
        switch format {
        case .json: Terminal.print(JSONText.of(ConceptsOutput(scheme, counts, below: chosen)))
        case .text:
            let style = Style(usesColour: Terminal.usesColour)
            let width = Terminal.width
            Terminal.print(
                chosen.isEmpty
                    ? report.tree(width: width, style)
                    : chosen.map { report.text(of: $0, width: width, style) }.joined(separator: "\n\n"))
        }
    }
}
