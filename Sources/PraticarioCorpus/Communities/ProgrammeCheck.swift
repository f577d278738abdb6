import PraticarioSystem

/// Communities beside the programme's plan: what is missing is told while it can still be mended.
package enum ProgrammeCheck {
    package static func diagnostics(
        _ programme: Programme?, _ communities: [Community], today: PartialDate
    ) -> [Diagnostic] {
        communities.flatMap { late($0, today) } + (programme.map { offPlan($0, communities) } ?? [])
    }

    /// A day that has passed, and nobody said whether people met.
    private static func late(_ community: Community, _ today: PartialDate) -> [Diagnostic] {
        community.meetings.compactMap { meeting in
            guard meeting.status == .planned, let date = meeting.date, date.isBefore(today) else { return nil }
            return Diagnostic(
                .offPlan, path: community.origin.path, at: TextPlace(line: meeting.line, column: 1),
                message: LocalizedText(
                    it:
                        "l'incontro del \(date.text(in: .italian)) è passato ed è ancora `previsto`: scrivi svolto o annullato",
                    en: "the meeting of \(date.text(in: .english)) is past and still `planned`: write held or cancelled"
                ))
        }
    }

    private static func offPlan(_ programme: Programme, _ communities: [Community]) -> [Diagnostic] {
        guard let plan = programme.plan else { return [] }
        let real = communities.filter { $0.isExample == programme.isExample }
        var diagnostics: [Diagnostic] = []
        if let planned = plan.communities, planned != real.count {
            diagnostics.append(
                Diagnostic(
                    .offPlan, path: Programme.file,
                    message: LocalizedText(
                        it: "il piano ha \(planned) comunità, in comunita/ ce ne sono \(real.count)",
                        en: "the plan has \(planned) communities, comunita/ has \(real.count)")))
        }
        for community in real {
            let meetings = community.meetings.filter { $0.status != .cancelled }
            let counts = [
                (plan.meetings, meetings.count, LocalizedText(it: "incontri", en: "meetings")),
                (
                    plan.online, meetings.count { $0.mode == .online },
                    LocalizedText(it: "incontri online", en: "online meetings")
                ),
                (
                    plan.inPerson, meetings.count { $0.mode == .inPerson },
                    LocalizedText(it: "incontri in presenza", en: "meetings in person")
                ),
            ]
            let wrong = counts.compactMap { planned, found, what -> LocalizedText? in
                guard let planned, planned != found else { return nil }
                return LocalizedText(
                    it: "\(planned) \(what.it), qui sono \(found)", en: "\(planned) \(what.en), here are \(found)")
            }
            guard !wrong.isEmpty else { continue }
            diagnostics.append(
                Diagnostic(
                    .offPlan, path: community.origin.path,
                    message: LocalizedText(
                        it: "il piano prevede \(wrong.map(\.it).joined(separator: "; ")) (senza quelli annullati)",
                        en: "the plan has \(wrong.map(\.en).joined(separator: "; ")) (without cancelled ones)")))
        }
        return diagnostics
    }
}
