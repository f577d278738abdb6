import PraticarioSystem

/// What a community's file must hold as a whole, beyond each value being right.
enum CommunityCheck {
    static func run(_ community: Community, _ reader: inout ValueReader) {
        numbers(community, &reader)
        for outcome in community.outcomes { parts(of: outcome, &reader) }
        bodies(community, &reader)
        evidence(community, &reader)
        persons(community, &reader)
    }

    /// Meetings, questions and outcomes are named by number and id: none twice, and none that is not there.
    private static func numbers(_ community: Community, _ reader: inout ValueReader) {
        var seen: Set<String> = []
        let meetings = community.meetings.map { ($0.number.map { "incontro \($0)" }, $0.line) }
        let questions = community.questions.map { ($0.id.map { "domanda \($0)" }, $0.line) }
        let outcomes = community.outcomes.map { ($0.id.map { "esito \($0)" }, $0.line) }
        for (name, line) in meetings + questions + outcomes {
            guard let name, !seen.insert(name).inserted else { continue }
            reader.report(
                .duplicateID, TextPlace(line: line, column: 1),
                it: "\(name) c'è già in questa comunità: dai un altro numero o id",
                en: "\(name) is already in this community: give it another number or id")
        }
        let numbers = Set(community.meetings.compactMap(\.number))
        let named =
            community.questions.flatMap { [($0.openedAt, $0.line), ($0.closedAt, $0.line)] }
            + community.outcomes.map { ($0.meeting, $0.line) }
        for (number, line) in named {
            guard let number, !numbers.contains(number) else { continue }
            reader.report(
                .danglingReference, TextPlace(line: line, column: 1),
                it: "la comunità non ha un incontro \(number)", en: "the community has no meeting \(number)")
        }
        for meeting in community.meetings where meeting.status == .held && meeting.date == nil {
            reader.report(
                .missingField, TextPlace(line: meeting.line, column: 1),
                it: "l'incontro è svolto e non ha `data`: non compare nel calendario",
                en: "the meeting was held and has no `date`: the calendar does not show it")
        }
    }

    private static func parts(of outcome: Outcome, _ reader: inout ValueReader) {
        let place = TextPlace(line: outcome.line, column: 1)
        switch outcome.kind {
        case .adoption:
            if outcome.by == nil || outcome.what == nil {
                reader.report(
                    .missingField, place,
                    it:
                        "un'adozione dice chi (`da`) e che cosa (`che_cosa`: forma organizzativa o modello di gestione)",
                    en: "an adoption says who (`by`) and what (`what`: organizational form or management model)")
            }
        case .partnership:
            if outcome.parties.count < 2 {
                reader.report(
                    .missingField, place, it: "un partenariato ha almeno due `parti`",
                    en: "a partnership has at least two `parties`")
            }
        case .intervention:
            if outcome.status == nil {
                reader.report(
                    .missingField, place,
                    it: "un intervento dice il suo `stato` (previsto, avviato, concluso): senza, non si conta",
                    en: "an intervention says its `status` (planned, started, concluded): without it it does not count")
            }
        }
    }

    /// Who was at a meeting is a member, or a slip of the pen.
    private static func bodies(_ community: Community, _ reader: inout ValueReader) {
        let known = Set(
            (community.members.map(\.name) + [community.facilitator].compactMap { $0 }).map(OrganizationName.key))
        guard !community.members.isEmpty else { return }
        for meeting in community.meetings {
            for name in meeting.organizations where !known.contains(OrganizationName.key(name)) {
                let hint = reader.nearestHint(name, among: community.members.map(\.name))
                reader.report(
                    .unknownMember, TextPlace(line: meeting.line, column: 1),
                    it: "«\(name)» non è fra i `membri` della comunità\(hint.it)",
                    en: "“\(name)” is not among the `members` of the community\(hint.en)")
            }
        }
    }

    /// What nobody can check convinces nobody.
    private static func evidence(_ community: Community, _ reader: inout ValueReader) {
        for outcome in community.outcomes
        where outcome.status != .planned && outcome.evidence == nil && outcome.toldBy.isEmpty {
            reader.report(
                .missingEvidence, TextPlace(line: outcome.line, column: 1),
                it: "l'esito non dice dove si può vedere: aggiungi `evidenza` o `raccontato_in`",
                en: "the outcome does not say where it can be seen: add `evidence` or `told_by`")
        }
        for question in community.questions where question.status == .closed && question.sheets.isEmpty {
            reader.report(
                .missingEvidence, TextPlace(line: question.line, column: 1),
                it: "la domanda è chiusa e nessuna delle `schede` lo mostra",
                en: "the question is closed and none of the `sheets` shows it")
        }
    }

    /// Bodies stand here, never persons: neither their data, nor their names, nor a person in the place of a body.
    private static func persons(_ community: Community, _ reader: inout ValueReader) {
        let members = community.members.map { ($0.name, $0.line) }
        let bodies =
            members + [community.facilitator].compactMap { $0 }.map { ($0, 1) }
            + community.earlierPartnerships.flatMap { group in group.parties.map { ($0, group.line) } }
            + community.meetings.flatMap { meeting in meeting.organizations.map { ($0, meeting.line) } }
            + community.outcomes.flatMap { outcome in
                (outcome.parties + [outcome.by].compactMap { $0 }).map { ($0, outcome.line) }
            }
        var prose = ([community.title, community.summary ?? ""] + community.difficulties).map { ($0, 1) }
        prose += community.meetings.flatMap { meeting in
            (meeting.topics + meeting.decisions + [meeting.place ?? ""]).map { ($0, meeting.line) }
        }
        prose += community.questions.map { ($0.question, $0.line) }
        prose += community.outcomes.flatMap { outcome in
            [(outcome.title, outcome.line), (outcome.evidence ?? "", outcome.line)]
        }
        for (text, line) in prose + bodies {
            for finding in PersonalData.findings(in: text) {
                reader.report(.personalData, TextPlace(line: line, column: 1), it: finding.it, en: finding.en)
            }
        }
        for (name, line) in bodies where PersonName.isLikely(name) {
            reader.report(
                .personalData, TextPlace(line: line, column: 1),
                it: "«\(name)» sembra il nome di una persona: qui stanno solo enti",
                en: "“\(name)” looks like the name of a person: only bodies stand here")
        }
        for (text, line) in prose { reader.reportPerson(in: text, line: line) }
    }
}

extension ValueReader {
    /// Tells of a text that it seems to name a person.
    mutating func reportPerson(in text: String, line: Int) {
        guard let name = PersonName.first(in: text) else { return }
        report(
            .personalData, TextPlace(line: line, column: 1),
            it: "«\(name)» sembra il nome di una persona: qui si scrive di enti, le persone si contano e basta",
            en: "“\(name)” looks like the name of a person: bodies stand here, persons are only counted")
    }
}
