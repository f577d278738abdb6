import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// A proposal in a list.
struct ProposalLine: Sendable {
    let link: PageLink
    let state: String
    let facts: String
    let reason: String?

    init(_ name: String, _ proposal: Proposal, _ language: Language) {
        link = PageLink(label: proposal.title, address: ProposalPage.address(of: name))
        state = proposal.state.label[language]
        let count = proposal.parts.count
        let facts = [
            proposal.name, proposal.date.moment(in: language),
            language.say(count == 1 ? "un campo" : "\(count) campi", count == 1 ? "one field" : "\(count) fields"),
        ]
        self.facts = facts.joined(separator: " · ")
        reason = proposal.decision.flatMap { $0.reason.isEmpty ? nil : $0.reason }
    }
}

/// What would change of a sheet, field by field, and what became of it.
struct ProposalPage: Page {
    static let template = "proposal"

    let title: String
    let address: String
    /// Nothing where it is gone.
    let sheet: PageLink?
    let by: String
    let state: String
    let decidedBy: String?
    /// As it was decided.
    let why: String?
    let changes: [Change]
    let version: String
    let isDecided: Bool
    let mayDecide: Bool
    let mayAccept: Bool
    /// Where who proposed changes it.
    let change: String?
    /// As typed.
    let reason: String
    let problem: String?
    let done: String?

    struct Change: Sendable {
        let place: String
        let label: String
        /// What stands there: now, or then where it was decided.
        let old: [Line]
        let new: [Line]
        /// What stood there when it was proposed, where that is something else.
        let then: [Line]
        let isSoAlready: Bool
        let isChosen: Bool
        let isTaken: Bool
    }

    struct Line: Sendable {
        let text: String
        /// Whether the other version has it not.
        let isOther: Bool
    }

    static func address(of name: String) -> String { "/proposte/" + name }

    /// - Parameters:
    ///   - current: what the sheet says now; `nil` where it is gone.
    ///   - fields: as typed.
    init(
        _ name: String, _ proposal: Proposal, current: SheetContent?, for viewer: Viewer,
        _ fields: FormFields = FormFields(), problem: LocalizedText? = nil, done: String? = nil, _ language: Language
    ) {
        title = language.say("Proposta: \(proposal.title)", "Proposal: \(proposal.title)")
        address = Self.address(of: name)
        sheet = current.map { _ in PageLink(label: proposal.title, address: SheetPage.address(of: proposal.sheet)) }
        by = "\(proposal.name), \(proposal.date.moment(in: language))"
        state = proposal.state.label[language]
        decidedBy = proposal.decision.map {
            "\($0.name), \($0.date.moment(in: language))"
        }
        why = proposal.decision.flatMap { $0.reason.isEmpty ? nil : $0.reason }
        version = proposal.version
        isDecided = proposal.decision != nil
        mayDecide = !isDecided && viewer.may(.editor)
        mayAccept = mayDecide && current != nil
        change =
            !isDecided && current != nil && viewer.person?.id == proposal.person
            ? SheetFormPage.address(of: proposal.sheet) : nil
        reason = fields.whole("motivo") ?? ""
        self.problem = problem?[language]
        self.done = DoneWords.sentence(done, language)
        let (origin, content) = (proposal.origin, proposal.content)
        // Where nothing was sent, all is ticked.
        let chosen = fields["versione"] == nil ? nil : Set(fields.fields.filter { $0.name == "parte" }.map(\.value))
        changes = proposal.parts.enumerated().map { place, part in
            let now = proposal.decision == nil ? current?[part] ?? origin[part] : origin[part]
            let (old, new, then) = (Self.lines(now), Self.lines(content[part]), Self.lines(origin[part]))
            return Change(
                place: String(place), label: Self.label(part, language), old: Self.marked(old, besides: new),
                new: Self.marked(new, besides: old),
                then: now == origin[part] ? [] : Self.marked(then, besides: old), isSoAlready: now == content[part],
                isChosen: chosen?.contains(String(place)) ?? true,
                isTaken: proposal.decision?.accepted.contains(place) == true)
        }
    }

    private static func label(_ part: SheetContent.Part, _ language: Language) -> String {
        switch part {
        case .field(let field): field.row.label[language]
        case .section(let title, _):
            title.isEmpty
                ? language.say("Il testo, all'inizio", "The text, at the beginning")
                : StandardSection(named: title)?.label[language] ?? title
        }
    }

    private static func lines(_ value: FieldValue) -> [String] {
        FormControls.text(value).split(separator: "\n").map(String.init)
    }

    private static func marked(_ lines: [String], besides others: [String]) -> [Line] {
        var isOther = [Bool](repeating: false, count: lines.count)
        for case .insert(let offset, _, _) in lines.difference(from: others) { isOther[offset] = true }
        return zip(lines, isOther).map { Line(text: $0, isOther: $1) }
    }
}
