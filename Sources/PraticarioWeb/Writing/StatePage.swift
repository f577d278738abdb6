import PraticarioCorpus
import PraticarioSystem

/// Where a sheet goes out, is taken back, or goes for good.
struct StatePage: Page {
    static let template = "state"

    let title: String
    let address: String
    let sheet: PageLink
    let state: String
    /// Why nothing was done.
    let problem: String?
    let edit: String?
    let maySend: Sending?
    let mayWithdraw: Bool
    let mayArchive: Bool
    /// Where it is taken away for good, for who may.
    let forget: String?
    /// What it is called in its address, as typed.
    let name: String
    /// Why it is to go, as typed.
    let reason: String
    let licences = FormLists.licenceList
    /// What still names it.
    let referring: [PageLink]
    /// Of the sheet as it is shown here.
    let seen: String
    /// What others did since somebody saw it.
    let changes: [SheetHistoryPage.Version]

    /// What publishing asks for.
    struct Sending: Sendable {
        let by: String
        let date: String
        let licence: String
    }

    static func address(of id: String) -> String { SheetPage.address(of: id) + "/stato" }

    /// - Parameter fields: as typed.
    init(
        _ entry: Entry, _ settings: KnowledgeBaseSettings, referring: [PageLink], _ fields: FormFields = FormFields(),
        for viewer: Viewer, problem: LocalizedText? = nil, changes: [SheetHistoryPage.Version] = [],
        _ language: Language
    ) {
        forget = viewer.may(.owner) ? ForgetPage.address(of: entry.id) : nil
        seen = EntryTag.of(entry)
        self.changes = changes
        title = language.say("Pubblicazione: \(entry.title)", "Publication: \(entry.title)")
        address = Self.address(of: entry.id)
        sheet = PageLink(label: entry.title, address: SheetPage.address(of: entry.id))
        state = entry.publication.label[language]
        self.problem = problem?[language]
        edit = problem == nil ? nil : SheetFormPage.address(of: entry.id)
        let permission = entry.permission
        maySend =
            entry.publication == .published
            ? nil
            : Sending(
                by: fields["da"] ?? permission?.by ?? entry.organization?.name ?? "",
                date: fields["data"] ?? (permission?.date ?? .today).iso8601,
                licence: fields["licenza"] ?? entry.licence ?? settings.licence ?? "")
        mayWithdraw = entry.publication != .draft
        mayArchive = entry.publication != .archived
        name = fields["nuovo"] ?? entry.id
        reason = fields["motivo"] ?? ""
        self.referring = referring
    }
}
