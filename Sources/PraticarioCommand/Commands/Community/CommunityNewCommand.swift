import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CommunityNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Comincia una comunità. / Begin a community.",
        discussion: """
            Scrive comunita/ID.yaml. Su un terminale chiede ciò che non è detto; si risponde
            anche con un invio. / Writes comunita/ID.yaml; on a terminal asks what was not said.

            Esempi / Examples:
              praticario community new "Giovani e spazi"
              praticario comunita nuova "Orti e scuole" --facilitator "Rete degli orti" \\
                --theme orti --territory Lazio --member "Circolo Aurora" --member "Terra Buona"
            """,
        aliases: ["nuova"])

    @Argument(help: "Il titolo. / The title.")
    var words: [String]

    @Option(help: "L'id, altrimenti dal titolo. / The id, by default made of the title.")
    var id: String?

    @Option(help: "Una frase o due. / One sentence or two.")
    var summary: String?

    @Option(name: .customLong("theme"), help: "Un tema; si ripete. / A theme; may be repeated.")
    var themes: [String] = []

    @Option(name: .customLong("territory"), help: "Un territorio; si ripete. / A territory; may be repeated.")
    var territories: [String] = []

    @Option(help: "L'ente che convoca. / The body that convenes.")
    var facilitator: String?

    @Option(name: .customLong("member"), help: "Un ente che ne fa parte; si ripete. / A member body; may be repeated.")
    var members: [String] = []

    @Flag(help: "È inventata. / It is invented.")
    var example = false

    @Option(help: "text o json. / text or json.")
    var format = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let base = try shared.open()
        let language = shared.language
        func ask(_ it: String, _ en: String) -> String? {
            format == .text ? Terminal.ask(language.say(it, en) + ": ").flatMap { said([$0]).first } : nil
        }
        func askList(_ it: String, _ en: String) -> [String] {
            said((ask(it, en) ?? "").split { $0 == ";" || $0 == "," }.map(String.init))
        }
        var community = Community(title: words.joined(separator: " ").trimmingSpaces())
        community.id = id ?? ""
        community.isExample = example ? true : nil
        community.summary = summary ?? ask("Di che cosa si occupa, in una frase", "What it is about, in one sentence")
        community.themes = themes.isEmpty ? askList("Temi", "Themes") : said(themes)
        community.territories = territories.isEmpty ? askList("Territori", "Territories") : said(territories)
        community.facilitator = facilitator ?? ask("L'ente che convoca", "The body that convenes")
        let names = members.isEmpty ? askList("Enti che ne fanno parte", "Member bodies") : said(members)
        community.members = names.map { CommunityMember(name: $0) }
        let change = try base.newCommunity(community)
        change.print(.community, base, format, in: language)
        guard format == .text else { return }
        let id = change.community.id
        Terminal.printError(
            language.say(
                "Ora: praticario community meeting add \(id) --date 2026-05-12 --mode online",
                "Now: praticario community meeting add \(id) --date 2026-05-12 --mode online"))
        if base.programme() == nil {
            Terminal.printError(
                language.say(
                    "Chi finanzia, da quando a quando, quanti incontri: scrivilo in programma.yaml (docs/comunita.md)",
                    "Who pays, from when to when, how many meetings: write it in programma.yaml (docs/comunita.md)"))
        }
    }
}
