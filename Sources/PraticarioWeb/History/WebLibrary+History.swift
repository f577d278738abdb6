import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What sheets said before.
extension WebLibrary {
    @Sendable func sheetHistory(_ request: Request, _ context: WebContext) async throws -> Response {
        try await historyPage(problem: nil, status: .ok, request, context)
    }

    private func historyPage(
        problem: LocalizedText?, status: HTTPResponse.Status, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (id, whole) = (context.part("id"), whole)
        let (entry, history, isOfGit) = try await Background.run {
            guard let entry = try whole.entry(id) else { throw WebProblem.notFound }
            let (history, isOfGit) = Self.history(of: entry, in: whole)
            return (entry, history, isOfGit)
        }
        return try await respond(request, context, status: status) { _ in
            SheetHistoryPage(entry, history, isOfGit: isOfGit, problem: problem, context.language)
        }
    }

    /// By git, where the knowledge base lies in its working tree and git has something of the sheet; else by our journal.
    static func history(of entry: Entry, in base: KnowledgeBase) -> (history: SheetHistory, isOfGit: Bool) {
        let (steps, isOfGit) = steps(of: SheetHistory.paths(of: entry), in: base.folder)
        return (SheetHistory(of: entry, in: base.folder, base.vocabularies, steps: steps), isOfGit)
    }

    static func steps(of paths: [String], in folder: KnowledgeBaseFolder) -> (steps: [FileStep], isOfGit: Bool) {
        if let steps = try? GitFolder(folder)?.steps(of: paths), !steps.isEmpty { return (steps, true) }
        return (EditJournal(folder).steps(of: paths), false)
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
        guard let entry = try base.entry(id) else { throw WebProblem.notFound }
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
