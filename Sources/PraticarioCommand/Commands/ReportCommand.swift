public import ArgumentParser
import Praticario
import PraticarioCorpus
public import PraticarioPublishing
import PraticarioReport
import PraticarioSystem

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Il rapporto sulle comunità di pratica. / The report on the communities of practice.",
        discussion: """
            Ogni numero viene dai file di comunita/ e programma.yaml; docs/rapporto.md dice come.
            Every figure comes from the files of comunita/ and programma.yaml.

            Formati / Formats: html, markdown, docx, odt, pdf, xlsx, json

            Esempi / Examples:
              praticario report --format docx
              praticario report --edition ministero --format pdf
              praticario report --community giovani --until 2026-01-31 --format html
              praticario report --format xlsx
              praticario report --format json --output -
            """,
        aliases: ["rapporto"])

    @Option(help: "Il formato: vedi sopra. / The format: see above.")
    var format: ReportFormat

    @Option(help: "Solo una comunità: id o titolo. / One community only: its id or title.")
    var community: String?

    @Option(help: "L'ultimo giorno che conta. / The last day that counts.")
    var until: String?

    @Option(help: "interna o ministero. / internal or ministry.")
    var edition: String = "interna"

    @Option(name: .shortAndLong, help: "Il file; - per lo standard output. / The file; - for the standard output.")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let until, PartialDate(until) == nil {
            throw ValidationError("--until: 2026, 2026-01, 2026-01-31")
        }
        guard ReportReaders(named: edition) != nil else {
            throw ValidationError("--edition: interna, ministero / internal, ministry")
        }
        if output == "-", !format.isText {
            throw ValidationError("--output -: solo per html, markdown e json / for html, markdown and json only")
        }
    }

    func run() async throws {
        let base = try shared.open()
        let report = try base.report(
            on: community, until: until.flatMap { PartialDate($0) },
            for: ReportReaders(named: edition) ?? .network)
        guard !report.chapters.isEmpty else {
            throw Failure(
                it: "non ci sono comunità: sono file di comunita/, uno per comunità (docs/comunita.md)",
                en: "there are no communities: they are files of comunita/, one each (docs/comunita.md)")
        }
        if output == "-" {
            var out = StandardOutput()
            try base.write(report, as: format, to: &out, language: shared.language)
            return
        }
        let path = output ?? "rapporto." + format.fileExtension
        try await base.write(report, as: format, to: path, language: shared.language)
        let language = shared.language
        let count = report.chapters.count
        Terminal.print(
            path + ": "
                + language.say(
                    count == 1 ? "1 comunità" : "\(count) comunità", counted(count, "community", "communities")))
    }
}

extension ReportFormat: ExpressibleByArgument {}
