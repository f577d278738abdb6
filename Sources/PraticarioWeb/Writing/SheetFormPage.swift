import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem

/// Writes a sheet: a field for each of its rows, its text in sections, and what is wrong beside what it is wrong with.
struct SheetFormPage: Page {
    static let template = "sheetform"

    let title: String
    let intro: String?
    let action: String
    let draft: String
    let origin: String
    let message: String?
    /// How much there is to correct, where anything was looked at.
    let verdict: String?
    let hasErrors: Bool
    /// What belongs to no field.
    let problems: [FormControl.Problem]
    let conflicts: String?
    let groups: [Group]
    let sections: [FormControl]
    let lists: [FormLists.List]
    /// The sheet as it would be, HTML.
    let preview: String?
    let leftDraft: PageLink?
    let back: String
    let place: String?
    /// Where its pictures and papers are; a sheet that is not saved yet has none.
    let files: String?
    /// What becomes of what is sent, where that is not simply written.
    let remark: String?
    let save: String
    /// What travels along.
    let along: [FormControl]

    struct Group: Sendable {
        let label: String
        let controls: [FormControl]
        /// Those that few need, unless they say something.
        let others: [FormControl]
        let hasOthersOpen: Bool
    }

    static func address(of id: String?) -> String {
        id.map { SheetPage.address(of: $0) + "/modifica" } ?? "/scrivi/nuova"
    }

    init(_ state: SheetFormState, _ snapshot: Snapshot, _ language: Language) {
        let name = state.content.text(.title)
        title =
            state.id == nil
            ? language.say("Scheda nuova", "New sheet") : language.say("Modifica: \(name)", "Edit: \(name)")
        intro = state.id == nil ? SheetField[.kind].explanation?[language] : nil
        action = Self.address(of: state.id)
        back =
            state.decided.map { ProposalPage.address(of: $0.proposal) }
            ?? state.id.map { SheetPage.address(of: $0) } ?? "/scrivi"
        remark = Self.remark(state)?[language]
        save = state.isProposal ? language.say("Proponi", "Propose") : language.say("Salva", "Save")
        along = state.decided?.controls ?? []
        draft = state.draft
        origin = state.sentOrigin
        message = state.message?[language]
        place = state.place
        files = state.id.map { FilesPage.address(of: $0) }
        lists = FormLists(snapshot).lists

        var byPart: [SheetContent.Part: [FormControl.Problem]] = [:]
        var others: [FormControl.Problem] = []
        for (part, diagnostic) in state.problems {
            let problem = FormControl.Problem(diagnostic, language)
            if let part, Self.isShown(part) {
                byPart[part, default: []].append(problem)
            } else {
                others.append(problem)
            }
        }
        problems = others
        let errors = state.problems.count { $0.diagnostic.severity == .error }
        let warnings = state.problems.count - errors
        hasErrors = errors > 0
        verdict = state.problems.isEmpty ? nil : Self.verdict(errors, warnings, language)
        conflicts = state.conflicts.isEmpty ? nil : Self.conflicts(state.conflicts.count, language)

        let controls = FormControls(
            fileLanguage: snapshot.settings.language, language: language, content: state.content, longer: state.longer,
            problems: byPart, theirs: state.conflicts)
        groups = SheetField.groups.compactMap { group in
            let fields = group.fields.filter { !SheetFormFields.apart.contains($0.name) }
            guard !fields.isEmpty else { return nil }
            let asked = fields.filter { Self.isAsked($0.name) }
            let rest = fields.filter { !Self.isAsked($0.name) }
            let isOpen = rest.contains { field in
                let part = SheetContent.Part.field(field.name)
                return !state.content[part].isEmpty || byPart[part] != nil || state.conflicts[part] != nil
            }
            return Group(
                label: group.label[language], controls: asked.map(controls.control),
                others: rest.map(controls.control), hasOthersOpen: isOpen)
        }
        sections = Self.parts(state, snapshot.settings.language).enumerated().flatMap { controls.section($1, $0) }
        preview = state.preview.map { entry in
            HTMLFragments(.web(snapshot, language), link: { _ in nil }, file: SheetPage.file).sheet(entry)
        }
        leftDraft = state.leftDraft.map { date in
            let when = date.moment(in: language)
            return PageLink(
                label: language.say(
                    "C'è una bozza non salvata del \(when): riprendila",
                    "An unsaved draft of \(when) is here: take it up"),
                address: Self.address(of: state.id) + "?bozza=\(state.draft)")
        }
    }

    private static func remark(_ state: SheetFormState) -> LocalizedText? {
        if state.decided != nil {
            return LocalizedText(
                it: "È una proposta: correggi ciò che serve e salva. Chi l'ha fatta vede che è stata accolta.",
                en: "This is a proposal: correct what is needed and save. Who made it sees that it was accepted.")
        }
        guard state.isProposal else { return nil }
        return state.waiting == nil
            ? LocalizedText(
                it:
                    "Questa scheda è già pubblicata: ciò che cambi va alla redazione come proposta, e finché non è accolta la scheda resta com'è.",
                en:
                    "This sheet is published: what you change goes to the editors as a proposal, and until it is accepted the sheet stays as it is."
            )
            : LocalizedText(
                it: "La tua proposta aspetta la redazione: qui c'è già ciò che hai proposto, e si può ancora cambiare.",
                en: "Your proposal waits for an editor: what you proposed is in here already, and can still be changed."
            )
    }

    /// Those that the form to hand out asks for, and those that a practice should say.
    private static func isAsked(_ field: FieldName) -> Bool {
        !field.row.questions.isEmpty || [.verification, .results].contains(field)
    }

    private static func isShown(_ part: SheetContent.Part) -> Bool {
        if case .field(let field) = part { !SheetFormFields.apart.contains(field) } else { true }
    }

    /// Those that the sheet has, and those of its kind that it has not, in the order of the standard ones.
    ///
    /// - Parameter language: of the files.
    private static func parts(_ state: SheetFormState, _ language: Language) -> [SheetContent.Part] {
        let own =
            state.content.sections
            + state.conflicts.keys.filter { part in
                if case .section = part { !state.content.sections.contains(part) } else { false }
            }
        let kind = EntryKind(named: state.content.text(.kind)) ?? state.kind
        let named = own.compactMap { part -> StandardSection? in
            if case .section(let title, _) = part { StandardSection(named: title) } else { nil }
        }
        var parts = own
        for standard in StandardSection.offered(for: kind) where !named.contains(standard) {
            let next = parts.firstIndex { part in
                guard case .section(let title, _) = part, let other = StandardSection(named: title) else {
                    return false
                }
                return rank(other) > rank(standard)
            }
            parts.insert(.section(standard.label[language]), at: next ?? parts.count)
        }
        return parts
    }

    private static func rank(_ section: StandardSection) -> Int {
        StandardSection.allCases.firstIndex(of: section) ?? 0
    }

    private static func verdict(_ errors: Int, _ warnings: Int, _ language: Language) -> String {
        let wrong = errors == 0 ? nil : language.say("Da correggere: \(errors)", "To correct: \(errors)")
        let advice = warnings == 0 ? nil : language.say("Consigli: \(warnings)", "Advice: \(warnings)")
        return [wrong, advice].compactMap { $0 }.joined(separator: " · ")
    }

    private static func conflicts(_ count: Int, _ language: Language) -> String {
        language.say(
            "Mentre scrivevi, qualcun altro ha cambiato gli stessi campi (\(count)): accanto a ciascuno c'è che cosa ha scritto. Metti insieme le due versioni e salva di nuovo; gli altri suoi cambiamenti ci sono già.",
            "While you wrote, somebody else changed the same fields (\(count)): beside each is what they wrote. Put both versions together and save again; their other changes are in already."
        )
    }
}
