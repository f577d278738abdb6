import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Fields of a file as the fields of a form, and back.
enum TypedFormFields {
    static func name(_ part: FieldPart) -> String { "f." + part.english }

    static func content(of fields: FormFields, _ parts: [FieldPart]) -> TypedFields {
        let sent = SentValues(fields.fields)
        var content = TypedFields(parts)
        for part in parts { content[part] = sent.value(name(part), part.shape) }
        return content
    }

    static func fields(of content: TypedFields) -> FormFields {
        var fields = FormFields()
        for part in content.parts { SheetFormFields.append(content[part], name(part), to: &fields) }
        return fields
    }

    /// The same as it comes back from a form that nobody touched.
    static func roundTrip(_ content: TypedFields) -> TypedFields {
        self.content(of: fields(of: content), content.parts)
    }
}

/// A form in the making: what was typed, what it was made from, and what there is to say of it.
struct TypedFormState: Sendable {
    let target: TypedTarget
    var content: TypedFields
    /// What the form is made from.
    var origin: TypedFields
    var problems: [(part: FieldPart?, diagnostic: Diagnostic)] = []
    /// Why it was not saved.
    var message: LocalizedText?
    /// What others made of fields that were changed here, too.
    var conflicts: [FieldPart: FieldValue] = [:]
    var longer: Set<String> = []

    var sentOrigin: String { Data(TypedFormFields.fields(of: origin).encoded.utf8).base64EncodedString() }

    /// - Returns: `nil` where nothing was sent, or nothing that can be read.
    static func origin(sent: String?, _ parts: [FieldPart]) -> TypedFields? {
        sent.flatMap { Data(base64Encoded: $0) }.map {
            TypedFormFields.content(of: FormFields(encoded: String(decoding: $0, as: UTF8.self)), parts)
        }
    }
}

/// Takes such a form in: tried first, then written; what was typed comes back whatever is wrong.
struct TypedSaving: Sendable {
    let base: KnowledgeBase
    let target: TypedTarget

    enum Outcome: Sendable {
        /// With the id of the community, where it is one.
        case saved(String)
        case form(TypedFormState)
    }

    /// As it is now.
    func state() throws -> TypedFormState {
        let current = TypedFormFields.roundTrip(try base.typed(target))
        var state = TypedFormState(target: target, content: current, origin: current)
        // A file that is not there has nothing wrong in it.
        if current != TypedFields(current.parts) { state.problems = try base.trying(current, at: target).problems }
        return state
    }

    func take(_ fields: FormFields) throws -> Outcome {
        let full = try base.typed(target)
        let theirs = TypedFormFields.roundTrip(full)
        let mine = TypedFormFields.content(of: fields, full.parts)
        let origin = TypedFormState.origin(sent: fields["origine"], full.parts) ?? theirs
        var state = TypedFormState(target: target, content: mine, origin: origin)
        guard isSame(origin, theirs) else {
            state.message = WebProblem.changedMeanwhile.message
            return .form(state)
        }
        let (merged, conflicts) = mine.merged(since: origin, into: theirs)
        (state.content, state.origin) = (merged, theirs)
        state.conflicts = Dictionary(uniqueKeysWithValues: conflicts.map { ($0, theirs[$0]) })
        let action = fields["azione"] ?? "salva"
        if action.hasPrefix("altro:") { state.longer = [String(action.dropFirst("altro:".count))] }
        do {
            guard !merged.text(full.parts[0].english).isEmpty || !isTitled else {
                throw WebProblem.missing("come si chiama", "what it is called")
            }
            let trial = try base.trying(merged, at: target)
            state.problems = trial.problems
            guard action == "salva", state.conflicts.isEmpty else { return .form(state) }
            if merged != theirs { try base.write(trial) }
            return .saved(trial.id)
        } catch let problem as any ExplainedError {
            if action == "salva" { state.message = problem.message }
            return .form(state)
        }
    }

    /// Takes an item away that is still as it was shown.
    func remove(_ fields: FormFields) throws -> Outcome {
        let theirs = TypedFormFields.roundTrip(try base.typed(target))
        var state = TypedFormState(target: target, content: theirs, origin: theirs)
        do {
            guard TypedFormState.origin(sent: fields["origine"], theirs.parts) == theirs else {
                throw WebProblem.changedMeanwhile
            }
            let trial = try base.tryingWithout(target)
            try base.write(trial)
            return .saved(trial.id)
        } catch let problem as any ExplainedError {
            state.message = problem.message
            return .form(state)
        }
    }

    /// Whether the form was made of what is there now under its name: an item without a name of its own is known by its
    /// place alone.
    private func isSame(_ origin: TypedFields, _ theirs: TypedFields) -> Bool {
        guard case .item(_, let list, _) = target else { return true }
        let name = theirs.text(list.nameKey)
        return origin == theirs || !name.isEmpty && origin.text(list.nameKey) == name
    }

    private var isTitled: Bool { if case .item = target { false } else { true } }
}
