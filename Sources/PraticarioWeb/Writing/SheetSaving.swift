import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Takes a form in: what was typed is kept first, then tried, then written.
struct SheetSaving: Sendable {
    let base: KnowledgeBase
    let drafts: DraftStore
    let viewer: Viewer

    enum Outcome: Sendable {
        /// With the id of the sheet, and whether anything was written.
        case saved(String, isChanged: Bool)
        /// The form again, with what there is to say.
        case form(SheetFormState)
    }

    /// What the button does that writes.
    static let save = "salva"

    /// How often a file may be changed by others in the moment between reading and writing.
    private static let attempts = 3

    /// - Parameter id: `nil` for a new sheet.
    func take(_ fields: FormFields, id: String?) throws -> Outcome {
        let sent = fields["bozza"].flatMap { DraftStore.isName($0) ? $0 : nil }
        let draft = id.map(DraftStore.name) ?? sent ?? DraftStore.newName()
        // Where the disk is full the form comes back with what was typed.
        try? drafts.save(fields, as: draft)
        let action = fields["azione"] ?? Self.save
        var attempt = 1
        while true {
            do {
                let outcome = try take(fields, id: id, draft: draft, action)
                if case .saved = outcome { drafts.remove(draft) }
                return outcome
            } catch EditProblem.changedMeanwhile where attempt < Self.attempts {
                attempt += 1
                try base.refresh()
            } catch let problem as any ExplainedError where !(problem is WebProblem) {
                // Whatever it is, what was typed is shown again.
                var state = SheetFormState(
                    id: id, draft: draft, content: SheetFormFields.content(of: fields), origin: SheetContent())
                state.origin = SheetFormState.origin(sent: fields["origine"]) ?? state.content
                state.message = problem.message
                return .form(state)
            }
        }
    }

    private func take(_ fields: FormFields, id: String?, draft: String, _ action: String) throws -> Outcome {
        let mine = SheetFormFields.content(of: fields)
        var state = SheetFormState(id: id, draft: draft, content: mine, origin: SheetContent())
        if action.hasPrefix("altro:") { state.longer = [String(action.dropFirst("altro:".count))] }
        let trial: SheetTrial
        var isChanged = true
        if let id {
            let full = try base.content(of: id)
            try Self.demandRight(of: viewer, on: try base.entry(id))
            let theirs = SheetFormFields.roundTrip(full)
            let origin = SheetFormState.origin(sent: fields["origine"]) ?? theirs
            let (merged, conflicts) = mine.merged(since: origin, into: theirs)
            (state.content, state.origin) = (merged, theirs)
            state.conflicts = Dictionary(uniqueKeysWithValues: conflicts.map { ($0, theirs[$0]) })
            let parts = merged.parts(otherThanIn: theirs)
            isChanged = !parts.isEmpty
            let (changed, written) = Self.dated(merged, parts, of: try base.entry(id), from: full)
            trial = try base.trying(written, of: changed, on: id)
            // Between one look and the next.
            guard trial.base == full else { throw EditProblem.changedMeanwhile(trial.entry?.origin.path ?? id) }
        } else {
            trial = try base.trying(new: completed(mine))
        }
        state.problems = trial.problems
        state.place = trial.entry.flatMap(Self.place)
        guard action == Self.save, state.conflicts.isEmpty else {
            if action == "anteprima" { state.preview = trial.entry }
            return .form(state)
        }
        guard let entry = trial.entry else {
            state.message = WebProblem.notASheet.message
            return .form(state)
        }
        if entry.publication == .published, trial.hasErrors {
            state.message = WebProblem.publishedWithErrors.message
            return .form(state)
        }
        if isChanged { try base.write(trial) }
        return .saved(entry.id, isChanged: isChanged)
    }

    /// What is changed, and that it was today; a row says so where it says a day at all.
    ///
    /// - Parameter full: what the sheet says now.
    static func dated(
        _ content: SheetContent, _ parts: [SheetContent.Part], of entry: Entry?, from full: SheetContent
    ) -> (content: SheetContent, parts: [SheetContent.Part]) {
        guard !parts.isEmpty, entry?.origin.row == nil || !full[.field(.updated)].isEmpty else {
            return (content, parts)
        }
        var content = content
        content[.field(.updated)] = .text(PartialDate.today.iso8601)
        return (content, parts + [.field(.updated)])
    }

    /// - Throws: `WebProblem.notASheet`, `WebProblem.publishedWithErrors`.
    @discardableResult
    static func demandSound(_ trial: SheetTrial) throws -> Entry {
        guard let entry = trial.entry else { throw WebProblem.notASheet }
        if entry.publication == .published, trial.hasErrors { throw WebProblem.publishedWithErrors }
        return entry
    }

    /// What a new sheet says of itself.
    func completed(_ content: SheetContent) -> SheetContent {
        var content = content
        let language = base.settings.language
        let state: Publication = viewer.may(.editor) ? .draft : .inReview
        content[.field(.publication)] = .text(state.label[language])
        if content[.field(.language)].isEmpty { content[.field(.language)] = .text(language.rawValue) }
        content[.field(.updated)] = .text(PartialDate.today.iso8601)
        return content
    }

    /// Who proposes changes what is not out yet.
    ///
    /// - Throws: `WebProblem.notAllowed`.
    static func demandRight(of viewer: Viewer, on entry: Entry?) throws {
        guard let entry, !viewer.may(.editor) else { return }
        guard entry.publication == .draft || entry.publication == .inReview else {
            throw WebProblem.notAllowed(.editor)
        }
    }

    static func place(of entry: Entry) -> String? {
        entry.origin.row.map { "\(entry.origin.path), \($0)" }
    }
}
