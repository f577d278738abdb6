import ItalianText
public import PraticarioCorpus
import PraticarioSystem

/// What a change of a community came to.
public struct CommunityChange: Sendable {
    /// As its file says it now.
    public let community: Community
    /// What is new among the problems of its file and costs nothing.
    public let warnings: [Diagnostic]
}

/// Communities in their files; what is not said here stays byte for byte, and everything can be undone by
/// ``EditJournal``.
///
/// Themes and territories are given as the files may name them. What is written is read back first: a value that would be
/// lost, or that tells of a person, is refused.
extension KnowledgeBase {
    /// Writes the file of a community, `comunita/ID.yaml`.
    ///
    /// - Parameter community: its id may be empty: it is then made of the title.
    /// - Throws: `CommunityProblem`, `EditProblem`, `FileProblem`.
    @discardableResult
    public func newCommunity(_ community: Community) throws -> CommunityChange {
        let path = try freeCommunity(community.id.isEmpty ? TextKey.slug(community.title) : community.id)
        var whole = community
        // The file's name says it.
        whole.id = ""
        let bytes = Array(CommunityText.new(whole, language: settings.language).utf8)
        return try carryOut(bytes, in: path, from: nil)
    }

    /// Adds a meeting; one without a number gets the next one.
    ///
    /// - Parameters:
    ///   - meeting: what is known of it.
    ///   - community: its id or title.
    /// - Throws: `CommunityProblem`, `SheetEditProblem`, `EditProblem`, `FileProblem`.
    @discardableResult
    public func add(_ meeting: Meeting, to community: String) throws -> CommunityChange {
        try demandSheets(meeting.sheets)
        return try change(community) { text, current in
            var meeting = meeting
            let last = current.meetings.compactMap(\.number).max() ?? 0
            meeting.number = meeting.number ?? max(last, current.meetings.count) + 1
            meeting.organizations = current.membersAsWritten(meeting.organizations)
            try Self.demandPast(meeting)
            return text.add(meeting)
        }
    }

    /// Says something else of a meeting, such as that it was held. What is taken away stays: nothing is erased.
    ///
    /// - Parameters:
    ///   - number: of the meeting.
    ///   - community: its id or title.
    ///   - change: what is to be said of it now.
    /// - Throws: as `add(_:to:)`.
    @discardableResult
    public func changeMeeting(
        _ number: Int, of community: String, _ change: (inout Meeting) throws -> Void
    ) throws -> CommunityChange {
        try self.change(community) { text, current in
            let old = try current.existingMeeting(number)
            var new = old
            try change(&new)
            try demandSheets(new.sheets)
            new.organizations = current.membersAsWritten(new.organizations)
            try Self.demandPast(new)
            return text.change(old, to: new, among: current.meetings)
        }
    }

    /// Adds an outcome; one without an id gets one made of its title.
    ///
    /// - Parameters:
    ///   - outcome: what came about.
    ///   - community: its id or title.
    /// - Throws: as `add(_:to:)`.
    @discardableResult
    public func log(_ outcome: Outcome, in community: String) throws -> CommunityChange {
        try demandSheets(outcome.sheets + outcome.toldBy)
        return try change(community) { text, current in
            var outcome = outcome
            outcome.id =
                outcome.id ?? Self.free(TextKey.slug(outcome.title), among: current.outcomeParts.map(\.id), of: current)
            outcome.parties = current.membersAsWritten(outcome.parties)
            outcome.by = outcome.by.map { current.membersAsWritten([$0])[0] }
            return text.add(outcome)
        }
    }

    /// Says something else of an outcome, such as that it is concluded. What is taken away stays: nothing is erased.
    ///
    /// - Parameters:
    ///   - id: of the outcome; `esito-3` for the third one where the file states none.
    ///   - community: its id or title.
    ///   - change: what is to be said of it now.
    /// - Throws: as `add(_:to:)`, and what `change` throws.
    @discardableResult
    public func changeOutcome(
        _ id: String, of community: String, _ change: (inout Outcome) throws -> Void
    ) throws -> CommunityChange {
        try self.change(community) { text, current in
            let names = current.outcomes.enumerated().map { $1.name(at: $0) }
            guard let index = names.firstIndex(of: id) else { throw CommunityProblem.unknownOutcome(id, known: names) }
            let old = current.outcomes[index]
            var new = old
            try change(&new)
            try demandSheets(new.sheets + new.toldBy)
            new.parties = current.membersAsWritten(new.parties)
            new.by = new.by.map { current.membersAsWritten([$0])[0] }
            return text.change(old, to: new, among: current.outcomes)
        }
    }

    /// Adds a question; one without an id gets `domanda-3`.
    ///
    /// - Parameters:
    ///   - question: in the words of those who ask.
    ///   - community: its id or title.
    /// - Throws: as `add(_:to:)`.
    @discardableResult
    public func add(_ question: KnowledgeQuestion, to community: String) throws -> CommunityChange {
        try demandSheets(question.sheets)
        return try change(community) { text, current in
            var question = question
            let ids = Set(current.questions.enumerated().map { $1.name(at: $0) })
            var number = current.questions.count + 1
            while ids.contains("domanda-\(number)") { number += 1 }
            question.id = question.id ?? "domanda-\(number)"
            return text.add(question)
        }
    }

    /// Says that a question is answered, or part of it.
    ///
    /// - Parameters:
    ///   - id: of the question; `domanda-3` for the third one where the file states none.
    ///   - community: its id or title.
    ///   - sheets: ids of those that answer it, added to those that are there.
    ///   - meeting: the number of that at which it was.
    ///   - isPartly: whether something of it stays open.
    /// - Throws: as `add(_:to:)`.
    @discardableResult
    public func closeQuestion(
        _ id: String, of community: String, by sheets: [String], at meeting: Int? = nil, isPartly: Bool = false
    ) throws -> CommunityChange {
        try changeQuestion(id, of: community) { question in
            question.status = isPartly ? .partly : .closed
            question.sheets += sheets.filter { !question.sheets.contains($0) }
            question.closedAt = meeting ?? question.closedAt
        }
    }

    /// Says something else of a question, such as its words or its theme. What is taken away stays: nothing is erased.
    ///
    /// - Parameters:
    ///   - id: of the question; `domanda-3` for the third one where the file states none.
    ///   - community: its id or title.
    ///   - change: what is to be said of it now.
    /// - Throws: as `add(_:to:)`, and what `change` throws.
    @discardableResult
    public func changeQuestion(
        _ id: String, of community: String, _ change: (inout KnowledgeQuestion) throws -> Void
    ) throws -> CommunityChange {
        try self.change(community) { text, current in
            let names = current.questions.enumerated().map { $1.name(at: $0) }
            guard let index = names.firstIndex(of: id) else {
                throw CommunityProblem.unknownQuestion(id, known: names)
            }
            let old = current.questions[index]
            var new = old
            try change(&new)
            try demandSheets(new.sheets)
            return text.change(old, to: new, among: current.questions)
        }
    }

    // MARK: Changing

    /// The file that a new community has.
    ///
    /// - Throws: `CommunityProblem.noName`, `CommunityProblem.exists`.
    func freeCommunity(_ id: String) throws -> String {
        guard !id.isEmpty, TextKey.slug(id) == id else { throw CommunityProblem.noName }
        let path = "\(KnowledgeBaseFolder.communitiesFolder)/\(id).yaml"
        guard Files.type(of: folder.path(path)) == nil, try communities().allSatisfy({ $0.id != id }),
            try entry(id) == nil
        else { throw CommunityProblem.exists(id) }
        return path
    }

    private func change(
        _ name: String, _ edit: (inout CommunityText, Community) throws -> Bool
    ) throws -> CommunityChange {
        let path = try existingCommunity(name).origin.path
        let bytes = try Files.read(folder.path(path))
        guard let current = parsed(bytes, path).community else { throw EditProblem.changedMeanwhile(path) }
        guard var text = CommunityText(bytes, path: path, language: settings.language) else {
            throw SheetEditProblem.encoding(path)
        }
        guard try edit(&text, current) else { throw SheetEditProblem.unclear(path) }
        return try carryOut(text.bytes, in: path, from: bytes)
    }

    private func carryOut(_ bytes: [UInt8], in path: String, from old: [UInt8]?) throws -> CommunityChange {
        let (after, problems) = parsed(bytes, path)
        let new = newProblems(problems, besides: old.map { parsed($0, path).problems } ?? [])
        if let first = new.first(where: { $0.severity == .error || $0.code == .personalData }) {
            throw CommunityProblem.refused(first.message)
        }
        guard let after else { throw SheetEditProblem.unclear(path) }
        try EditJournal(folder).carryOut([FileChange(path, from: old, to: bytes)])
        try refresh()
        return CommunityChange(community: after, warnings: new)
    }

    /// Lines move: problems are known again by what they say.
    func newProblems(_ problems: [Diagnostic], besides old: [Diagnostic]) -> [Diagnostic] {
        var known = old.map(Told.init)
        return problems.filter { problem in
            guard let index = known.firstIndex(of: Told(problem)) else { return true }
            known.remove(at: index)
            return false
        }
    }

    private func parsed(_ bytes: [UInt8], _ path: String) -> (community: Community?, problems: [Diagnostic]) {
        let file = ParsedFile(community: bytes, path: path, vocabularies)
        return (file.documents.compactMap(\.content.community).first, file.diagnostics)
    }

    private struct Told: Equatable {
        let code: DiagnosticCode
        let message: String

        init(_ problem: Diagnostic) {
            (code, message) = (problem.code, problem.message.it)
        }
    }

    private func demandSheets(_ sheets: [String]) throws {
        for id in sheets where try entry(id) == nil {
            throw SheetEditProblem.unknown(id, nearest: Suggestion.nearest(to: id, among: try ids()))
        }
    }

    private static func demandPast(_ meeting: Meeting) throws {
        guard meeting.status == .held, let date = meeting.date, PartialDate.today.isBefore(date) else { return }
        throw CommunityProblem.toCome(date)
    }

    /// `nil` where nothing of the name is left to make an id of.
    private static func free(_ id: String, among used: [String], of community: Community) -> String? {
        guard !id.isEmpty else { return nil }
        var number = 1
        func name() -> String { number == 1 ? id : "\(id)-\(number)" }
        while used.contains(community.id + "/" + name()) { number += 1 }
        return name()
    }
}

extension Community {
    /// - Throws: `CommunityProblem.unknownMeeting`.
    public func existingMeeting(_ number: Int) throws -> Meeting {
        guard let meeting = meetings.first(where: { $0.number == number }) else {
            throw CommunityProblem.unknownMeeting(number, known: meetings.compactMap(\.number))
        }
        return meeting
    }

    /// Names of bodies; those of members as the community writes them.
    fileprivate func membersAsWritten(_ names: [String]) -> [String] {
        let known = Dictionary(
            (members.map(\.name) + [facilitator].compactMap { $0 }).map { (OrganizationName.key($0), $0) }
        ) {
            first, _ in first
        }
        return names.map { known[OrganizationName.key($0)] ?? $0 }
    }
}

extension KnowledgeQuestion {
    /// Its id, or what stands for one.
    package func name(at index: Int) -> String { id ?? "domanda-\(index + 1)" }
}
