import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Takes a sheet away for good, of a body that withdraws its consent: first it is asked, then it is told what went.
struct ForgetPage: Page {
    static let template = "forget"

    let title: String
    let id: String
    let address: String
    let problem: String?
    /// Spreadsheets that wait to be taken in and would go with it.
    let imports: [String]
    let done: Done?

    struct Done: Sendable {
        let lines: [String]
        let referring: [PageLink]
    }

    static func address(of id: String) -> String { SheetPage.address(of: id) + "/dimentica" }

    init(
        _ id: String, imports: [String] = [], problem: LocalizedText? = nil, done: Done? = nil, _ language: Language
    ) {
        title = language.say("Dimentica per sempre: \(id)", "Forget for good: \(id)")
        self.id = id
        address = Self.address(of: id)
        self.problem = problem?[language]
        self.imports = imports
        self.done = done
    }
}

extension ForgetPage.Done {
    init(_ forgotten: ForgottenSheet, _ snapshot: Snapshot, _ language: Language) {
        let counts = [
            (forgotten.files.count, "file cambiati o tolti", "files changed or taken away"),
            (forgotten.edits, "modifiche che non si possono più annullare", "changes that can no longer be undone"),
            (forgotten.writings, "bozze e proposte tolte", "drafts and proposals taken away"),
        ]
        lines =
            counts.filter { $0.0 > 0 }.map { "\(language.say($0.1, $0.2)): \($0.0)" }
            + forgotten.imports.map {
                language.say(
                    "foglio che aspettava di essere preso, tolto: «\($0)»",
                    "spreadsheet that waited to be taken in, taken away: “\($0)”")
            }
        let collections = Set(snapshot.collections().map(\.id))
        referring = forgotten.stillReferring.map { id in
            PageLink(
                label: id,
                address: snapshot.has(id) || !collections.contains(id)
                    ? SheetPage.address(of: id) : CollectionPage.address(of: id))
        }
    }
}

extension WebLibrary {
    /// There may be nothing but what is kept of it: a sheet that was deleted can be forgotten, too.
    @Sendable func forgetForm(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let isThere = try await read(context) { try $0.entry(id) != nil }
        let imports = try await importsNaming(id)
        if !isThere && imports.isEmpty {
            guard try await isRemembered(id) else { throw WebProblem.notFound }
        }
        return try await respond(request, context) { _ in ForgetPage(id, imports: imports, context.language) }
    }

    private func importsNaming(_ id: String) async throws -> [String] {
        let whole = whole
        return try await Background.run { try whole.importsNaming(id) }
    }

    @Sendable func forgetSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, language, open, whole) = (context.part("id"), context.language, open, whole)
        guard context.form.fields["conferma"] == id else {
            let problem = WebProblem.notConfirmed
            let imports = try await importsNaming(id)
            return try await respond(request, context, status: problem.status) { _ in
                ForgetPage(id, imports: imports, problem: problem.message, language)
            }
        }
        let forgotten: ForgottenSheet
        do {
            forgotten = try await write(context, as: "dimentica") { base in
                let forgotten = try base.forget(id)
                // The index of those who have not come in may hold it in pages that are free.
                if open !== whole { try open.refresh(fromNothing: true) }
                return forgotten
            }
        } catch SheetEditProblem.unknown {
            throw WebProblem.notFound
        }
        return try await respond(request, context) { snapshot in
            ForgetPage(id, done: ForgetPage.Done(forgotten, snapshot, language), language)
        }
    }
}
