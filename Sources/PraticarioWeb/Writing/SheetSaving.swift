import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Takes a form in: what was typed is kept first, then tried, then written.
struct SheetSaving: Sendable {
    let base: KnowledgeBase
    let drafts: DraftStore
    let proposals: ProposalStore
    let viewer: Viewer

    enum Outcome: Sendable {
        /// With the id of the sheet, and whether anything was written.
        case saved(String, isChanged: Bool)
        /// With the name of the proposal that waits now; `nil` where the one that waited was taken back.
        case proposed(String?)
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
                switch outcome {
                case .saved, .proposed: drafts.remove(draft)
                case .form: break
                }
                return outcome
            } catch EditProblem.changedMeanwhile where attempt < Self.attempts {
                attempt += 1
                try base.refresh()
            } catch let problem as any ExplainedError where Self.isShown(problem) {
                // Whatever it is, what was typed is shown again.
                var state = SheetFormState(
                    id: id, draft: draft, content: SheetFormFields.content(of: fields), origin: SheetContent())
                state.origin = SheetFormState.origin(sent: fields["origine"]) ?? state.content
                state.message = problem.message
                state.isProposal = try isProposing(id)
                state.decided = ProposalChoice(fields)
                return .form(state)
            }
        }
    }

    /// What the form can say itself; who may not be here sees no form.
    private static func isShown(_ problem: any ExplainedError) -> Bool {
        switch problem as? WebProblem {
        case nil, .tooManyProposals, .otherProposal: true
        default: false
        }
    }

    /// Whether what is sent changes nothing by itself: an editor decides on it.
    func isProposing(_ id: String?) throws -> Bool {
        guard let id else { return false }
        return Self.isToPropose(by: viewer, on: try base.entry(id))
    }

    private func take(_ fields: FormFields, id: String?, draft: String, _ action: String) throws -> Outcome {
        let mine = SheetFormFields.content(of: fields)
        var state = SheetFormState(id: id, draft: draft, content: mine, origin: SheetContent())
        if action.hasPrefix("altro:") { state.longer = [String(action.dropFirst("altro:".count))] }
        state.isProposal = try isProposing(id)
        state.decided = ProposalChoice(fields)
        let trial: SheetTrial
        if let id {
            trial = try trying(on: id, &state) { theirs in
                mine.merged(since: SheetFormState.origin(sent: fields["origine"]) ?? theirs, into: theirs)
            }
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
        // Who proposes answers for what they change: what was wrong before may be nothing that the form can mend.
        let isWrong =
            state.isProposal
            ? trial.hasErrors(in: state.content.parts(otherThanIn: state.origin))
            : entry.publication == .published && trial.hasErrors
        guard !isWrong else {
            state.message = WebProblem.publishedWithErrors.message
            return .form(state)
        }
        let isChanged = id == nil || state.content != state.origin
        guard !state.isProposal else {
            return .proposed(try propose(entry.id, state, isChanged: isChanged))
        }
        if let decided = state.decided {
            try proposals.decide(decided.proposal, version: decided.version) { proposal in
                if isChanged { try base.write(trial) }
                return decided.decision(on: proposal, by: viewer)
            }
        } else if isChanged {
            try base.write(trial)
        }
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

    /// What a sheet would be with what somebody makes of it as it is now, which the state then says.
    func trying(
        on id: String, _ state: inout SheetFormState,
        _ merge: (SheetContent) throws -> (content: SheetContent, conflicts: [SheetContent.Part])
    ) throws -> SheetTrial {
        let full = try base.content(of: id)
        let theirs = SheetFormFields.roundTrip(full)
        let (merged, conflicts) = try merge(theirs)
        (state.content, state.origin) = (merged, theirs)
        state.conflicts = Dictionary(uniqueKeysWithValues: conflicts.map { ($0, theirs[$0]) })
        let parts = merged.parts(otherThanIn: theirs)
        let (changed, written) = Self.dated(merged, parts, of: try base.entry(id), from: full)
        let trial = try base.trying(written, of: changed, on: id)
        // Between one look and the next.
        guard trial.base == full else { throw EditProblem.changedMeanwhile(trial.entry?.origin.path ?? id) }
        return trial
    }

    /// Keeps a change that is made at once as a proposal, added to what the same person proposes of the sheet already.
    ///
    /// - Returns: the name of what waits now, with what the sheet would be.
    /// - Throws: `WebProblem`, what `change` throws.
    func proposing(
        on id: String, _ change: (inout SheetContent) throws -> Void
    ) throws -> (name: String?, trial: SheetTrial) {
        let waiting = viewer.person.flatMap { proposals.waiting(by: $0, on: id) }?.proposal
        var state = SheetFormState(
            id: id, draft: DraftStore.name(of: id), content: SheetContent(), origin: SheetContent())
        let trial = try trying(on: id, &state) { theirs in
            var content = waiting.map { $0.merged(Array($0.parts.indices), into: theirs).content } ?? theirs
            try change(&content)
            return (SheetFormFields.roundTrip(content), [])
        }
        guard trial.entry != nil else { throw WebProblem.notASheet }
        let parts = state.content.parts(otherThanIn: state.origin)
        guard !trial.hasErrors(in: parts) else { throw WebProblem.publishedWithErrors }
        return (try propose(id, state, isChanged: !parts.isEmpty), trial)
    }

    /// - Returns: the name of what waits now.
    private func propose(_ id: String, _ state: SheetFormState, isChanged: Bool) throws -> String? {
        let person = viewer.person ?? Access.keeper
        guard isChanged else {
            if let waiting = proposals.waiting(by: person, on: id) {
                _ = try proposals.withdraw(waiting.name, by: person)
            }
            return nil
        }
        return try proposals.keep(
            Proposal(of: id, state.origin.text(.title), by: person, from: state.origin, to: state.content))
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

    /// Who proposes changes only what is not out yet.
    ///
    /// - Throws: `WebProblem.notAllowed`.
    static func demandRight(of viewer: Viewer, on entry: Entry?) throws {
        if isToPropose(by: viewer, on: entry) { throw WebProblem.notAllowed(.editor) }
    }

    /// Whether a change of a sheet waits for an editor: of what is out, by who proposes.
    static func isToPropose(by viewer: Viewer, on entry: Entry?) -> Bool {
        guard let entry, !viewer.may(.editor) else { return false }
        return entry.publication != .draft && entry.publication != .inReview
    }

    static func place(of entry: Entry) -> String? {
        entry.origin.row.map { "\(entry.origin.path), \($0)" }
    }
}
