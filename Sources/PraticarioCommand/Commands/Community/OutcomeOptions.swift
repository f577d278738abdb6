import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What is said of an outcome.
struct OutcomeOptions: ParsableArguments {
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

    /// An option that only outcomes of another kind have, and that kind; `nil` where there is none.
    func wrongName(for kind: OutcomeKind) -> (name: String, kind: OutcomeKind)? {
        let special: [(isGiven: Bool, name: String, kind: OutcomeKind)] = [
            (by != nil || what != nil, "--by, --what", .adoption),
            (
                !parties.isEmpty || formal != nil || withAdministration != nil || instrument != nil,
                "--party, --formal, --with-pa, --instrument", .partnership
            ),
            (!targetGroups.isEmpty, "--target", .intervention),
        ]
        return special.first { $0.isGiven && $0.kind != kind }.map { ($0.name, $0.kind) }
    }

    /// What was said takes the place of what is there; lists grow.
    ///
    /// - Parameter base: the one that has the outcome: what its file names by a word is named so again, not by a key.
    func apply(to outcome: inout Outcome, in base: KnowledgeBase) {
        func grow(_ list: inout [String], _ new: [String]) {
            for text in said(new) where !list.contains(text) { list.append(text) }
        }
        func growNamed(_ list: inout [String], _ new: [String], _ facet: Facet) {
            guard !said(new).isEmpty else { return }
            list = list.map { base.values.label(of: $0, in: facet)[base.settings.language] }
            grow(&list, new)
        }
        outcome.date = date ?? outcome.date
        growNamed(&outcome.territories, territories, .territory)
        outcome.status = status ?? outcome.status
        outcome.meeting = meeting ?? outcome.meeting
        outcome.evidence = evidence ?? outcome.evidence
        grow(&outcome.sheets, sheets)
        grow(&outcome.toldBy, toldBy)
        outcome.cycle = cycle ?? outcome.cycle
        outcome.by = by ?? outcome.by
        outcome.what = what ?? outcome.what
        grow(&outcome.parties, parties)
        outcome.isFormal = formal ?? outcome.isFormal
        outcome.isWithAdministration = withAdministration ?? outcome.isWithAdministration
        outcome.instrument = instrument ?? outcome.instrument
        growNamed(&outcome.targetGroups, targetGroups, .targetGroup)
    }
}
