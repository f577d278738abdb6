import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What a sheet said before, who changed what, and the way back.
struct SheetHistoryPage: Page {
    static let template = "history"

    let title: String
    /// `nil` where it is no more.
    let sheet: PageLink?
    /// Where what is kept of one that is no more is taken away, too, for who may.
    let forget: String?
    /// How it went.
    let gone: Version?
    let address: String
    /// Of what the page was made from.
    let seen: String
    let versions: [Version]
    let problem: String?
    /// Whether git is asked, which knows all of its commits.
    let isOfGit: Bool

    struct Version: Sendable {
        let key: String
        let what: String
        let when: String?
        let who: String?
        let parts: [SheetDifference.Part]
        let isCurrent: Bool
        /// As the button is heard.
        let button: String
    }

    static func address(of id: String) -> String { SheetPage.address(of: id) + "/storia" }

    /// - Parameter problem: why nothing was written.
    init(
        _ id: String, _ told: ToldHistory, for viewer: Viewer, problem: LocalizedText? = nil, _ language: Language
    ) {
        forget = told.gone != nil && viewer.may(.owner) ? ForgetPage.address(of: id) : nil
        let history = told.history
        let name = history.versions.first?.value.content.text(.title) ?? id
        title = language.say("Storia: \(name)", "History: \(name)")
        sheet = told.gone == nil ? PageLink(label: name, address: SheetPage.address(of: id)) : nil
        gone = told.gone.map { Self.loss($0.step, language) }
        address = Self.address(of: id)
        seen = history.versions.first.map { SheetContentOutput.key(of: $0.value.content) } ?? ""
        self.problem = problem?[language]
        isOfGit = told.isOfGit
        versions = Self.versions(history, isThere: told.gone == nil, language)
    }

    private static func loss(_ step: FileStep, _ language: Language) -> Version {
        Version(
            key: step.key, what: step.what, when: step.date.moment(in: language),
            who: step.author, parts: [], isCurrent: false, button: "")
    }

    /// Those after one that somebody saw; all where that one is not known.
    static func versions(
        _ history: SheetHistory, since isSeen: (SheetHistory.Version) -> Bool = { _ in false }, isThere: Bool = true,
        _ language: Language
    ) -> [Version] {
        let end = history.versions.firstIndex(where: isSeen) ?? history.versions.count
        return history.versions[..<end].enumerated().map { index, version in
            let when = version.origin?.date.moment(in: language)
            let named = when.map { language.say("com'era il \($0)", "as of \($0)") }
            return Version(
                key: SheetContentOutput.key(of: version.value.content), what: what(version, language), when: when,
                who: version.origin?.author,
                parts: version.before.map {
                    SheetDifference(from: $0.content, to: version.value.content, language).parts
                } ?? [],
                isCurrent: isThere && index == 0,
                button: language.say("Riporta a com'era", "Put it back")
                    + (named.map { ": \($0)" } ?? language.say(": prima", ": before")))
        }
    }

    static func elsewhere(_ language: Language) -> String {
        language.say("cambiata nel file, non da qui", "changed in the file, not from here")
    }

    private static func what(_ version: SheetHistory.Version, _ language: Language) -> String {
        if let origin = version.origin { return origin.what }
        if version.before != nil || version.isBeginning {
            return elsewhere(language)
        }
        return language.say("com'era prima", "as it was before")
    }
}
