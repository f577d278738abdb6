import ArgumentParser
import Praticario

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Elenca che cosa aspetta qualcuno. / List what waits for somebody.",
        discussion: """
            Le bozze, le schede da rileggere, quelle da completare; e chi può rispondere.
            Drafts, sheets due for review, incomplete ones; and who can answer.

            Esempi / Examples:
              praticario review
              praticario rivedi --format json
            """,
        aliases: ["rivedi"])

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let review = try base.review()
        switch format {
        case .json: Terminal.print(JSONText.of(ReviewOutput(review)))
        case .text:
            let report = ReviewReport(review, language: shared.language)
            Terminal.print(report.text(width: Terminal.width, style: Style(usesColour: Terminal.usesColour)))
        }
    }
}
