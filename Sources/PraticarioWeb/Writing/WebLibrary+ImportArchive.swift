import Hummingbird
import ItalianText
import Praticario
import PraticarioIntake
import PraticarioSystem

/// Taking another network's archive in, the zip archive that a download gives.
extension WebLibrary {
    /// What it would bring, or brings.
    func archiveImport(
        _ token: String, _ choices: ImportStore.Choices, _ context: WebContext, isDryRun: Bool
    ) async throws -> ArchiveImport {
        let path = imports.path(token, choices.file)
        return try await write(context, as: "prende l'archivio «\(choices.name)»") { base in
            try base.importArchive(path, isDryRun: isDryRun, sizeLimit: 256 << 20)
        }
    }

    func archivePage(
        _ token: String, _ choices: ImportStore.Choices, problem: LocalizedText?, _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        if let taken = choices.archive {
            return try await respond(request, context) { _ in ImportDonePage(choices.name, taken, context.language) }
        }
        let found = try await archiveImport(token, choices, context, isDryRun: true)
        return try await respond(request, context, status: problem == nil ? .ok : .unprocessableContent) { snapshot in
            ArchivePage(token, choices.name, found, snapshot, problem: problem, context.language)
        }
    }

    func takeArchive(
        _ token: String, _ choices: ImportStore.Choices, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let imports = imports
        var choices = choices
        do {
            let found = try await archiveImport(token, choices, context, isDryRun: false)
            choices.archive = ImportStore.TakenArchive(
                sheets: found.sheets.count, collections: found.collections.count, present: found.present.count)
        } catch let problem as any ExplainedError {
            let message = Self.told(problem, choices.name, imports.place(token))
            return try await archivePage(token, choices, problem: message, request, context)
        }
        let done = choices
        try await Background.run {
            try imports.save(done, token)
            Files.remove(imports.path(token, done.file))
        }
        return .redirect(to: ImportPage.address(of: token))
    }
}

/// What an archive would bring.
struct ArchivePage: Page {
    static let template = "importarchive"

    let title: String
    let address: String
    let problem: String?
    let groups: [Group]
    /// Whether there is anything to take in.
    let mayTake: Bool

    struct Group: Sendable {
        let label: String
        let items: [Item]
        /// How many more there are.
        let more: Int?
    }

    struct Item: Sendable {
        let text: String
        let address: String?
    }

    private static let shown = 200

    init(
        _ token: String, _ name: String, _ found: ArchiveImport, _ snapshot: Snapshot, problem: LocalizedText?,
        _ language: Language
    ) {
        title = name
        address = ImportPage.address(of: token)
        self.problem = problem?[language]
        func isNew(_ id: String) -> Item { Item(text: found.titles[id] ?? id, address: nil) }
        let groups: [(label: String, items: [Item])] = [
            (
                language.say("Schede nuove, come bozze", "New sheets, as drafts"), found.sheets.map(isNew)
            ),
            (language.say("Raccolte nuove", "New collections"), found.collections.map(isNew)),
            (
                language.say("Ci sono già, e restano come sono", "Here already, and left as they are"),
                found.present.map { id in
                    Item(text: id, address: snapshot.has(id) ? SheetPage.address(of: id) : nil)
                }
            ), (language.say("Non si leggono", "Not readable"), found.illegible.map { Item(text: $0, address: nil) }),
        ]
        self.groups = groups.filter { !$0.items.isEmpty }.map { group in
            Group(
                label: "\(group.label): \(group.items.count)", items: Array(group.items.prefix(Self.shown)),
                more: group.items.count > Self.shown ? group.items.count - Self.shown : nil)
        }
        mayTake = !found.sheets.isEmpty || !found.collections.isEmpty
    }
}

extension ArchiveImport {
    /// By what its sheets are found again: their ids, and their titles as slugs.
    var names: [String] { sheets + present + sheets.compactMap { titles[$0].map { TextKey.slug($0) } } }
}
