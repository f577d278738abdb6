import Foundation
import HTTPTypes
import Hummingbird
import ItalianText
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Sheets on their way to the public, and back; what was changed last.
extension WebLibrary {
    @Sendable func state(_ request: Request, _ context: WebContext) async throws -> Response {
        try await stateForm(FormFields(), problem: nil, request, context)
    }

    /// - Parameter seen: the tag of the sheet that somebody saw, where it is another one by now.
    private func stateForm(
        _ fields: FormFields, problem: LocalizedText?, status: HTTPResponse.Status = .unprocessableContent,
        seen: String? = nil, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (id, whole, language) = (context.part("id"), whole, context.language)
        var changes: [SheetHistoryPage.Version] = []
        if let seen {
            changes = try await Background.run { try Self.changes(of: id, since: seen, in: whole, language) }
        }
        let told = changes
        return try await respond(request, context, status: problem == nil ? .ok : status) { snapshot in
            guard let entry = try snapshot.entry(id) else { throw WebProblem.notFound }
            let sheets = try snapshot.entries(relatedTo: id)
            let collections = snapshot.collections().filter { $0.entries.contains { $0.id == id } }
            let referring =
                sheets.map { PageLink(label: $0.title, address: SheetPage.address(of: $0.id)) }
                + collections.map { PageLink(label: $0.title, address: CollectionPage.address(of: $0.id)) }
            return StatePage(
                entry, snapshot.settings, referring: referring, fields, for: context.viewer, problem: problem,
                changes: told, context.language)
        }
    }

    /// What was done to a sheet since somebody saw it; nothing where that is not known.
    private static func changes(
        of id: String, since seen: String, in base: KnowledgeBase, _ language: Language
    ) throws -> [SheetHistoryPage.Version] {
        let entry = try base.current(id)
        let snapshot = base.snapshot()
        let history = history(of: entry, in: base).history
        func isSeen(_ version: SheetHistory.Version) -> Bool {
            version.value.entry.map { EntryTag.of($0.keepingRelations(to: snapshot.has)) } == seen
        }
        guard history.versions.contains(where: isSeen) else { return [] }
        return SheetHistoryPage.versions(history, since: isSeen, language)
    }

    /// Does something to a sheet, or says on its page why not.
    private func change(
        _ request: Request, _ context: WebContext, as command: String, done: String, to address: String? = nil,
        _ work: @escaping @Sendable (KnowledgeBase, String) throws -> Void
    ) async throws -> Response {
        let (id, fields) = (context.part("id"), context.form.fields)
        do {
            try await write(context, as: "\(command) «\(id)»") { base in
                guard EntryTag.of(try base.current(id)) == fields["visto"] else { throw WebProblem.sheetChanged }
                try work(base, id)
            }
        } catch WebProblem.sheetChanged {
            let problem = WebProblem.sheetChanged
            return try await stateForm(
                fields, problem: problem.message, status: problem.status, seen: fields["visto"] ?? "", request, context)
        } catch let problem as any ExplainedError {
            if case SheetEditProblem.unknown = problem { throw WebProblem.notFound }
            return try await stateForm(context.form.fields, problem: Self.explained(problem), request, context)
        }
        return .redirect(to: (address ?? SheetPage.address(of: id)) + "?fatto=\(done)")
    }

    /// What a form can do about it.
    private static func explained(_ problem: any ExplainedError) -> LocalizedText {
        switch problem {
        case SheetEditProblem.noPermission: WebProblem.noPermission.message
        case SheetEditProblem.incomplete(let id, let first): WebProblem.incomplete(id, PageSentence.of(first)).message
        default: PageSentence.of(problem.message)
        }
    }

    @Sendable func publish(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = context.form.fields
        return try await change(request, context, as: "pubblica", done: "pubblicata") { base, id in
            let consent = try Self.consent(fields)
            try base.publish([id], by: consent.by, on: consent.date, licence: fields["licenza"])
        }
    }

    /// Who allowed it, and when.
    private static func consent(_ fields: FormFields) throws -> (by: String?, date: PartialDate) {
        guard let text = fields["data"] else { return (fields["da"], .today) }
        guard let date = PartialDate(text) else { throw WebProblem.badDate(text) }
        return (fields["da"], date)
    }

    @Sendable func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        try await change(request, context, as: "ritira", done: "ritirata") { try $0.setPublication(.draft, of: [$1]) }
    }

    @Sendable func archive(_ request: Request, _ context: WebContext) async throws -> Response {
        try await change(request, context, as: "archivia", done: "archiviata") {
            try $0.setPublication(.archived, of: [$1])
        }
    }

    /// Gives a sheet another name in addresses, everywhere.
    @Sendable func renameSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let new = TextKey.slug(context.form.fields["nuovo"] ?? "")
        return try await change(
            request, context, as: "chiama «\(new)»", done: "rinominata", to: SheetPage.address(of: new)
        ) { try $0.rename($1, to: new) }
    }

    @Sendable func deleteSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let reason = context.form.fields["motivo"] else {
            return try await stateForm(
                context.form.fields, problem: WebProblem.noReason.message, request, context)
        }
        let why = reason.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300)
        return try await change(
            request, context, as: "elimina (\(why))", done: "eliminata", to: "/modifiche"
        ) { try $0.delete([$1]) }
    }

    // MARK: What waits

    @Sendable func review(_ request: Request, _ context: WebContext) async throws -> Response {
        try await reviewPage(FormFields(), problem: nil, request, context)
    }

    private func reviewPage(
        _ fields: FormFields, problem: LocalizedText?, status: HTTPResponse.Status = .ok, changed: Set<String> = [],
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (whole, done) = (whole, request.fields["fatto"])
        let proposals = try await Background.run { ProposalStore(whole.folder).all() }
        return try await respond(request, context, status: status) { snapshot in
            let outline = try review(snapshot)
            return ReviewPage(
                outline, try snapshot.review(outline, first: ReviewPage.limit), proposals, for: context.viewer, fields,
                problem: problem, changed: changed,
                done: done, context.language)
        }
    }

    /// Kept until a sheet is another one, or the day, by which some are overdue.
    @discardableResult
    func review(_ snapshot: Snapshot) throws -> Review.Outline {
        try reviews.value("\(snapshot.edition) \(PartialDate.today.iso8601)") { try snapshot.reviewOutline() }
    }

    @Sendable func publishChosen(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = context.form.fields
        let ids = fields.fields.filter { $0.name == "id" }.map(\.value)
        guard !ids.isEmpty else {
            let problem = WebProblem.nothingChosen
            return try await reviewPage(fields, problem: problem.message, status: problem.status, request, context)
        }
        do {
            let changed = try await write(context, as: "pubblica \(ids.count) schede") { base -> [Entry] in
                let changed = try ids.map { try base.current($0) }.filter { entry in
                    EntryTag.of(entry) != fields["visto-" + entry.id]
                }
                if changed.isEmpty { try base.publish(ids, by: fields["da"], licence: fields["licenza"]) }
                return changed
            }
            guard changed.isEmpty else {
                let problem = WebProblem.sheetsChanged(changed.map(\.title))
                return try await reviewPage(
                    fields, problem: problem.message, status: problem.status, changed: Set(changed.map(\.id)), request,
                    context)
            }
        } catch let problem as any ExplainedError {
            return try await reviewPage(
                fields, problem: Self.explained(problem), status: .unprocessableContent, request, context)
        }
        return .redirect(to: "/revisione?fatto=pubblicate")
    }

    // MARK: What was changed

    @Sendable func changes(_ request: Request, _ context: WebContext) async throws -> Response {
        try await changesPage(problem: nil, request, context)
    }

    private func changesPage(
        problem: LocalizedText?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (folder, done) = (whole.folder, request.fields["fatto"])
        let journal = EditJournal(folder)
        let edits = try await Background.run { journal.edits(last: ChangesPage.limit) }
        return try await respond(request, context, status: problem == nil ? .ok : .conflict) { _ in
            ChangesPage(
                edits, isThere: { Files.type(of: folder.path($0)) != nil }, problem: problem, done: done,
                context.language)
        }
    }

    /// Undoes the change that is named and all after it, as long as those are the ones that were shown.
    @Sendable func undo(_ request: Request, _ context: WebContext) async throws -> Response {
        let key = context.form.fields["modifica"] ?? ""
        let shown = context.form.fields["ultima"] ?? ""
        do {
            try await write(context, as: "annulla") { base in
                let journal = EditJournal(base.folder)
                let edits = journal.edits(last: ChangesPage.limit)
                guard edits.first.map(ChangesPage.key) == shown,
                    let last = edits.firstIndex(where: { ChangesPage.key($0) == key })
                else { throw WebProblem.changedMeanwhile }
                defer { _ = try? base.refresh() }
                for edit in edits[...last] { try journal.undo(expecting: edit) }
            }
        } catch let problem as any ExplainedError {
            return try await changesPage(problem: problem.message, request, context)
        }
        return .redirect(to: "/modifiche?fatto=annullata")
    }
}
