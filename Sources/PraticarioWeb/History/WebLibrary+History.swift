import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What is known of a sheet's past, and by whom.
struct ToldHistory: Sendable {
    let history: SheetHistory
    let isOfGit: Bool
    /// Where it is no more.
    var gone: GoneSheet?
    /// The id that it has now, where it was given another one.
    var successor: String?
}

/// What sheets said before.
extension WebLibrary {
    @Sendable func sheetHistory(_ request: Request, _ context: WebContext) async throws -> Response {
        try await historyPage(problem: nil, status: .ok, request, context)
    }

    private func historyPage(
        problem: LocalizedText?, status: HTTPResponse.Status, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (id, whole) = (context.part("id"), whole)
        let told = try await Background.run { () -> ToldHistory in
            if let entry = try whole.entry(id) { return Self.history(of: entry, in: whole) }
            guard let told = try Self.history(ofGone: id, in: whole) else { throw WebProblem.notFound }
            return told
        }
        // Under its other name it has a history of its own, of which this is a part.
        if let successor = told.successor { return .redirect(to: SheetHistoryPage.address(of: successor)) }
        return try await respond(request, context, status: status) { _ in
            SheetHistoryPage(id, told, for: context.viewer, problem: problem, context.language)
        }
    }

    /// Whether something is known of a sheet that is no more.
    func isRemembered(_ id: String) async throws -> Bool {
        let whole = whole
        return try await Background.run { try Self.history(ofGone: id, in: whole) != nil }
    }

    /// By git, where the knowledge base lies in its working tree and git has something of the sheet; else by our journal.
    static func history(of entry: Entry, in base: KnowledgeBase) -> ToldHistory {
        let paths = SheetPlace(of: entry).paths
        if let git = GitFolder(base.folder), !git.steps(of: paths).isEmpty {
            return ToldHistory(history: SheetHistory(of: entry, in: base, by: git), isOfGit: true)
        }
        return ToldHistory(
            history: SheetHistory(of: entry, in: base, by: EditJournal(base.folder)), isOfGit: false)
    }

    /// - Returns: `nil` where neither knows of such a sheet, or there is one.
    private static func history(ofGone id: String, in base: KnowledgeBase) throws -> ToldHistory? {
        func history(by chronicle: some FileChronicle, isOfGit: Bool) throws -> ToldHistory? {
            try GoneSheet(id, in: base, by: chronicle).map { gone in
                ToldHistory(
                    history: SheetHistory(of: gone, in: base, by: chronicle), isOfGit: isOfGit, gone: gone,
                    successor: try gone.successor(in: base, by: chronicle))
            }
        }
        if let git = GitFolder(base.folder), let told = try history(by: git, isOfGit: true) { return told }
        return try history(by: EditJournal(base.folder), isOfGit: false)
    }

    static func steps(of paths: [String], in folder: KnowledgeBaseFolder) -> [FileStep] {
        if let steps = GitFolder(folder)?.steps(of: paths), !steps.isEmpty { return steps }
        return EditJournal(folder).steps(of: paths)
    }

    /// Writes what the sheet said once, as a change like any other. How far it is published stays.
    @Sendable func restoreSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, fields) = (context.part("id"), context.form.fields)
        do {
            let isChanged = try await write(context, as: "riporta a com'era la scheda «\(id)»") { base in
                try Self.restore(fields["versione"] ?? "", of: id, seen: fields["visto"] ?? "", in: base)
            }
            return .redirect(to: SheetPage.address(of: id) + "?fatto=" + (isChanged ? "riportata" : "uguale"))
        } catch let problem as any ExplainedError {
            if case WebProblem.notFound = problem { throw problem }
            let status = (problem as? WebProblem)?.status ?? .unprocessableContent
            return try await historyPage(problem: problem.message, status: status, request, context)
        }
    }

    /// - Returns: whether anything was written.
    private static func restore(_ key: String, of id: String, seen: String, in base: KnowledgeBase) throws -> Bool {
        guard let entry = try base.entry(id) else {
            guard let told = try history(ofGone: id, in: base), let gone = told.gone else { throw WebProblem.notFound }
            let keys = told.history.versions.map { SheetContentOutput.key(of: $0.value.content) }
            guard keys.first == seen, let index = keys.firstIndex(of: key) else { throw WebProblem.sheetChanged }
            try base.restore(told.history.versions[index].value, of: gone)
            return true
        }
        let now = try base.content(of: id)
        guard SheetContentOutput.key(of: now) == seen else { throw WebProblem.sheetChanged }
        let versions = history(of: entry, in: base).history.versions
        guard let wanted = versions.first(where: { SheetContentOutput.key(of: $0.value.content) == key }) else {
            throw WebProblem.sheetChanged
        }
        let parts = wanted.value.content.parts(otherThanIn: now).filter { part in
            if case .field(let field) = part { !SheetFormFields.apart.contains(field) } else { true }
        }
        guard !parts.isEmpty else { return false }
        let (content, written) = SheetSaving.dated(wanted.value.content, parts, of: entry, from: now)
        let trial = try base.trying(written, of: content, on: id)
        guard trial.base == now else { throw WebProblem.sheetChanged }
        try SheetSaving.demandSound(trial)
        try base.write(trial)
        return true
    }
}
