import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// The communities of practice, and what the network has planned.
struct CommunitiesPage: Page {
    static let template = "communities"

    let title: String
    let programme: String?
    let communities: [Item]
    /// Whether who looks at it begins communities and says what the programme is.
    let mayWrite: Bool
    /// None where there is nothing to report on.
    let reports: [ReportDownload]
    /// The days of meetings, where some are known.
    let calendar: String?

    struct Item: Sendable {
        let link: PageLink
        let summary: String?
        let facts: String
        let isExample: Bool
    }

    init(_ snapshot: Snapshot, _ language: Language, for viewer: Viewer? = nil) throws {
        mayWrite = viewer?.may(.editor) == true
        title = language.say("Comunità di pratica", "Communities of practice")
        programme = snapshot.programme()?.title
        let all = try snapshot.communities()
        calendar = all.contains(where: \.hasDays) ? "/comunita/incontri.ics" : nil
        communities = all.map { community in
            let held = community.meetings.count { $0.status == .held }
            let open = community.questions.count { $0.status != .closed }
            let facts = [
                language.say("incontri svolti: \(held)", "meetings held: \(held)"),
                language.say("domande aperte: \(open)", "open questions: \(open)"),
                language.say("esiti: \(community.outcomes.count)", "outcomes: \(community.outcomes.count)"),
            ]
            return Item(
                link: PageLink(label: community.title, address: CommunityPage.address(of: community.id)),
                summary: community.summary, facts: facts.joined(separator: " · "),
                isExample: community.isExample ?? false)
        }
        reports = communities.isEmpty ? [] : ReportDownload.all(language)
    }
}

/// A community with its meetings, its questions and what came of it.
struct CommunityPage: Page {
    static let template = "community"

    let title: String
    let summary: String?
    let isExample: Bool
    let facilitator: String?
    let themes: [PageLink]
    let territories: [PageLink]
    let members: [String]
    let meetings: [MeetingView]
    let questions: [QuestionView]
    let outcomes: [OutcomeView]
    /// Where it is written down what happened, for who may.
    let write: String?
    /// Where it is said what it is and who takes part, likewise.
    let data: String?
    /// Where the answers to its survey are taken in, likewise.
    let survey: String?
    let done: String?
    let reports: [ReportDownload]
    /// The days of its meetings, where some are known.
    let calendar: String?

    struct MeetingView: Sendable {
        let anchor: String
        let title: String
        let facts: String
        let topics: [String]
        let decisions: [String]
        let sheets: [PageLink]
        /// Of one that was held.
        let minutes: [PageLink]
    }

    struct QuestionView: Sendable {
        let question: String
        let status: String
        let sheets: [PageLink]
    }

    struct OutcomeView: Sendable {
        let anchor: String
        let title: String
        let facts: String
        let evidence: String?
        let sheets: [PageLink]
    }

    static func address(of id: String) -> String {
        "/comunita/"
            + (id.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-")))
                ?? id)
    }

    /// Of a community or of one of its parts: `giovani/incontro-3`.
    static func address(ofDocument id: String) -> String {
        let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
        return address(of: parts.first ?? id) + (parts.count > 1 ? "#" + parts[1] : "")
    }

    /// - Throws: `CommunityProblem.unknown`.
    init(
        _ id: String, _ snapshot: Snapshot, _ language: Language, for viewer: Viewer? = nil, done: String? = nil
    ) throws {
        self.done = DoneWords.sentence(done, language)
        reports = ReportDownload.all(on: id, language)
        data = viewer?.may(.editor) == true ? TypedFormPage.address(of: .community(id)) : nil
        survey = viewer?.may(.editor) == true ? SurveyPage.address(of: id) : nil
        write = viewer?.may(.editor) == true ? CommunityWritePage.address(of: id) : nil
        let community = try snapshot.existingCommunity(id)
        let values = snapshot.values
        let heads = Dictionary(try snapshot.heads(community.sheets).map { ($0.id, $0) }) { first, _ in first }
        func links(_ ids: [String]) -> [PageLink] {
            ids.compactMap { heads[$0] }.map { PageLink(label: $0.title, address: SheetPage.address(of: $0.id)) }
        }
        func filters(_ keys: [String], _ facet: Facet) -> [PageLink] {
            keys.map { key in
                PageLink(
                    label: values.label(of: key, in: facet)[language],
                    address: SearchState().adding(key, to: facet).address)
            }
        }
        calendar = community.hasDays ? Self.address(of: id) + "/incontri.ics" : nil
        title = community.title
        summary = community.summary
        isExample = community.isExample ?? false
        facilitator = community.facilitator
        themes = filters(community.themes, .theme)
        territories = filters(community.territories, .territory)
        members = community.members.map { member in
            [member.name, member.legalForm?.label[language]].compactMap { $0 }.joined(separator: ", ")
        }
        meetings = community.meetings.map { meeting in
            let number = meeting.number.map { " \($0)" } ?? ""
            let facts = [
                meeting.date?.text(in: language), meeting.status?.label[language], meeting.mode?.label[language],
                meeting.place,
                meeting.people.map { language.say("\($0) persone", "\($0) people") },
            ]
            return MeetingView(
                anchor: "incontro\(meeting.number.map { "-\($0)" } ?? "")",
                title: language.say("Incontro", "Meeting") + number,
                facts: facts.compactMap { $0 }.joined(separator: " · "), topics: meeting.topics,
                decisions: meeting.decisions, sheets: links(meeting.sheets),
                minutes: meeting.status == .held
                    ? meeting.number.map { ReportDownload.minutes(of: $0, of: id, language) } ?? [] : [])
        }
        questions = community.questions.map { question in
            QuestionView(
                question: question.question, status: (question.status ?? .open).label[language],
                sheets: links(question.sheets))
        }
        outcomes = community.outcomes.map { outcome in
            let facts = [
                outcome.kind.label[language], outcome.status?.label[language], outcome.date?.text(in: language),
                outcome.by,
            ]
            return OutcomeView(
                anchor: outcome.id ?? "", title: outcome.title,
                facts: facts.compactMap { $0 }.joined(separator: " · "), evidence: outcome.evidence,
                sheets: links(outcome.sheets + outcome.toldBy))
        }
    }
}

extension Community {
    fileprivate var hasDays: Bool { meetings.contains { $0.date?.day != nil } }
}
