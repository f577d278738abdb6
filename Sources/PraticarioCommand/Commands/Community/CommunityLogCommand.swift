import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSystem

struct CommunityLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Annota che cosa ne è nato. / Log what came of it.",
        discussion: """
            Un'adozione dice chi (--by) e che cosa (--what), un partenariato fra chi (--party),
            un intervento a che punto è (--status) e per chi (--target).
            An adoption says who (--by) and what (--what), a partnership between whom (--party),
            an intervention how far it is (--status) and for whom (--target).

            Esempi / Examples:
              praticario community log giovani "Regolamento comune" --kind adozione \\
                --by "Circolo Aurora" --what "modello di gestione" --status concluso --meeting 2
              praticario comunita annota giovani "Patto per gli orti" --kind partenariato \\
                --party "Circolo Aurora" --party "Comune di Foggia" --formal --with-pa \\
                --instrument "patto di collaborazione" --date 2026-03
            """,
        aliases: ["annota"])

    @Argument(help: "L'id o il titolo della comunità. / The community's id or title.")
    var community: String

    @Argument(help: "Come si chiama. / What it is called.")
    var words: [String]

    @Option(help: "adozione, partenariato o intervento. / adoption, partnership or intervention.")
    var kind: OutcomeKind

    @Option(help: "L'id, altrimenti dal titolo. / The id, by default made of the title.")
    var id: String?

    @Option(help: "Quando. / When.")
    var date: PartialDate?

    @Option(name: .customLong("territory"), help: "Dove; si ripete. / Where; may be repeated.")
    var territories: [String] = []

    @Option(help: "previsto, avviato o concluso. / planned, started or concluded.")
    var status: OutcomeStatus?

    @Option(help: "Il numero dell'incontro da cui viene. / The number of the meeting from which it came.")
    var meeting: Int?

    @Option(help: "Dove si può vedere: un atto, una pagina. / Where it can be seen: an act, a page.")
    var evidence: String?

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp(
            "Una scheda da cui viene; si ripete. / A sheet it came from; may be repeated.", valueName: "id"))
    var sheets: [String] = []

    @Option(
        name: .customLong("told-by"),
        help: ArgumentHelp("Una scheda che lo racconta; si ripete. / A sheet that tells it.", valueName: "id"))
    var toldBy: [String] = []

    @Option(
        help: "immediato, potenziale, applicato, realizzato, trasformativo. / immediate to transformative.")
    var cycle: ValueCycle?

    @Option(help: "Chi adotta. / Who adopts.")
    var by: String?

    @Option(
        help: "\"forma organizzativa\" o \"modello di gestione\". / \"organizational form\" or \"management model\".")
    var what: AdoptedModel?

    @Option(name: .customLong("party"), help: "Un ente del partenariato; si ripete. / A body of the partnership.")
    var parties: [String] = []

    @Flag(inversion: .prefixedNo, help: "Con un atto scritto. / Bound by an act.")
    var formal: Bool?

    @Flag(
        name: .customLong("with-pa"), inversion: .prefixedNo,
        help: "Con una pubblica amministrazione. / With a public administration.")
    var withAdministration: Bool?

    @Option(help: "Lo strumento con la PA: co-progettazione, convenzione … / The instrument with the administration.")
    var instrument: PAInstrument?

    @Option(name: .customLong("target"), help: "Per chi; si ripete. / For whom; may be repeated.")
    var targetGroups: [String] = []

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        let wrong: [(isGiven: Bool, name: String, kind: OutcomeKind)] = [
            (by != nil || what != nil, "--by, --what", .adoption),
            (
                !parties.isEmpty || formal != nil || withAdministration != nil || instrument != nil,
                "--party, --formal, --with-pa, --instrument", .partnership
            ),
            (!targetGroups.isEmpty, "--target", .intervention),
        ]
        for (isGiven, name, only) in wrong where isGiven && kind != only {
            throw ValidationError("\(name): --kind \(only.label.it) / \(only.rawValue)")
        }
    }

    func run() throws {
        let base = try shared.open()
        var outcome = Outcome(kind: kind, title: words.joined(separator: " ").trimmingSpaces())
        outcome.id = id
        outcome.date = date
        outcome.territories = said(territories)
        outcome.status = status
        outcome.meeting = meeting
        outcome.evidence = evidence
        outcome.sheets = said(sheets)
        outcome.toldBy = said(toldBy)
        outcome.cycle = cycle
        outcome.by = by
        outcome.what = what
        outcome.parties = said(parties)
        outcome.isFormal = formal
        outcome.isWithAdministration = withAdministration
        outcome.instrument = instrument
        outcome.targetGroups = said(targetGroups)
        let change = try base.log(outcome, in: community)
        let report = CommunityReport(base.values, language: shared.language, width: Terminal.width)
        guard let added = change.community.outcomes.last else { return }
        change.print(report.text(of: added), in: shared.language)
    }
}
