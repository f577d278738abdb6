import Foundation
import PraticarioSystem

/// What an editor chose of a proposal; it travels along where the form of the sheet comes in between.
struct ProposalChoice: Sendable {
    let proposal: String
    /// Of the proposal that was seen.
    let version: String
    /// The places of the parts that are taken.
    let parts: [Int]
    let reason: String

    /// As much of a reason is kept.
    private static let longest = 2_000

    /// - Returns: `nil` where nothing is said of a proposal.
    init?(_ fields: FormFields) {
        guard let name = fields["proposta"], DraftStore.isName(name) else { return nil }
        self.init(name, fields)
    }

    init(_ name: String, _ fields: FormFields) {
        proposal = name
        version = fields["versione"] ?? ""
        parts = fields.fields.filter { $0.name == "parte" }.compactMap { Int($0.value) }
        reason = String((fields["motivo"] ?? "").prefix(Self.longest))
    }

    func decision(on proposal: Proposal, by viewer: Viewer) -> Proposal.Decision {
        Proposal.Decision(
            name: viewer.person?.name ?? "", date: .now,
            accepted: proposal.parts.indices.filter(parts.contains), reason: reason)
    }

    /// Nobody fills them in.
    var controls: [FormControl] {
        let fields =
            [("proposta", proposal), ("versione", version), ("motivo", reason)] + parts.map { ("parte", String($0)) }
        return fields.map { name, value in
            var control = FormControl(name, "")
            (control.isHidden, control.value) = (true, value)
            return control
        }
    }
}
