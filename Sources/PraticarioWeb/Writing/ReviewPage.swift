import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What waits for somebody.
struct ReviewPage: Page {
    static let template = "review"

    let title: String
    let lists: [List]
    /// Changes of sheets that are out: to an editor all that wait, to others their own.
    let proposals: [ProposalLine]
    let isEmpty: Bool
    /// Whether who looks at it publishes.
    let mayPublish: Bool
    let problem: String?
    let done: String?
    let by: String
    let licence: String

    let licences = FormLists.licenceList

    struct List: Sendable {
        let label: String
        let items: [Item]
        let count: Int
        /// Whether its sheets may be chosen to be published.
        let isToPublish: Bool
    }

    struct Item: Sendable {
        let id: String
        let link: PageLink
        let edit: String?
        let who: String?
        let problems: [FormControl.Problem]
        let isChosen: Bool
        let isReady: Bool
        /// Of the sheet as it is shown here.
        let seen: String
        /// Where it says what others did to it since somebody chose it.
        let changes: String?
    }

    /// As many are shown of a list.
    static let limit = 200
    private static let shownProblems = 5

    /// - Parameters:
    ///   - outline: which sheets wait.
    ///   - review: those that are shown.
    init(
        _ outline: Review.Outline, _ review: Review, _ proposals: [(name: String, proposal: Proposal)],
        for viewer: Viewer,
        _ fields: FormFields = FormFields(), problem: LocalizedText? = nil, changed: Set<String> = [],
        done: String? = nil,
        _ language: Language
    ) {
        self.proposals = proposals.filter {
            $0.proposal.decision == nil && (viewer.may(.editor) || $0.proposal.person == viewer.person?.id)
        }.map { ProposalLine($0.name, $0.proposal, language) }
        title = language.say("Che cosa aspetta qualcuno", "What waits for somebody")
        mayPublish = viewer.may(.editor)
        self.problem = problem?[language]
        self.done = DoneWords.sentence(done, language)
        by = fields["da"] ?? ""
        licence = fields["licenza"] ?? ""
        // What was changed since is to be read again first.
        let chosen = Set(fields.fields.filter { $0.name == "id" }.map(\.value)).subtracting(changed)
        let all: [(it: String, en: String, list: Review.List, isToPublish: Bool)] = [
            ("Da rileggere: in verifica", "In review", .inReview, true),
            ("Bozze", "Drafts", .drafts, true),
            ("Da completare", "Incomplete", .incomplete, false),
            ("Il giorno della revisione è passato", "Due for review", .overdue, false),
            ("Senza consenso alla pubblicazione", "Without consent to publication", .unconsented, false),
            ("Si somigliano", "Alike", .alike, false),
        ]
        lists = all.filter { outline.count(of: $0.list) > 0 }.map { row in
            List(
                label: language.say(row.it, row.en),
                items: review[keyPath: row.list.items].map { item in
                    let mayEdit = (try? SheetSaving.demandRight(of: viewer, on: item.entry)) != nil
                    let problems = item.problems.map {
                        FormControl.Problem($0, language)
                    }
                    let isReady =
                        row.isToPublish && viewer.may(.editor) && !problems.contains(where: \.isError)
                    return Item(
                        id: item.entry.id,
                        link: PageLink(label: item.entry.title, address: SheetPage.address(of: item.entry.id)),
                        edit: mayEdit ? SheetFormPage.address(of: item.entry.id) : nil, who: item.whoCanAnswer,
                        problems: Array(problems.prefix(Self.shownProblems)), isChosen: chosen.contains(item.entry.id),
                        isReady: isReady, seen: isReady ? EntryTag.of(item.entry) : "",
                        changes: changed.contains(item.entry.id) ? SheetHistoryPage.address(of: item.entry.id) : nil)
                }, count: outline.count(of: row.list), isToPublish: row.isToPublish && viewer.may(.editor))
        }
        isEmpty = lists.isEmpty && self.proposals.isEmpty
    }
}
