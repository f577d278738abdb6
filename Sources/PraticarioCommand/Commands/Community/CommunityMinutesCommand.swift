import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem

struct CommunityMinutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "Il verbale di un incontro. / The minutes of a meeting.",
        discussion: """
            Dai dati della comunità: gli enti presenti, mai le persone.
            From the community's data: the bodies that were there, never persons.

            Formati / Formats: docx, odt, pdf, html, markdown

            Esempi / Examples:
              praticario community minutes giovani 3 --format docx
              praticario comunita verbale giovani 3 --format markdown --output -
            """,
        aliases: ["verbale"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "Il numero dell'incontro. / The meeting's number.")
    var number: Int

    @Option(help: "Il formato: vedi sopra. / The format: see above.")
    var format: ReportFormat

    @Option(name: .shortAndLong, help: "Il file; - per lo standard output. / The file; - for the standard output.")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if !format.isDocument { throw ValidationError("--format: docx, odt, pdf, html, markdown") }
        if output == "-", !format.isText {
            throw ValidationError("--output -: solo per html e markdown / for html and markdown only")
        }
    }

    func run() async throws {
        let base = try shared.open()
        if output == "-" {
            var out = StandardOutput()
            return try base.writeMinutes(of: number, of: community, as: format, to: &out, language: shared.language)
        }
        let id = try base.existingCommunity(community).id
        let path = output ?? "verbale-\(id)-\(number)." + format.fileExtension
        try await base.writeMinutes(of: number, of: community, as: format, to: path, language: shared.language)
        Terminal.print(path)
    }
}
