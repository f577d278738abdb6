import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What was changed last, and can be undone.
struct ChangesPage: Page {
    static let template = "changes"
    /// As many are shown.
    static let limit = 50

    let title: String
    let changes: [Change]
    /// The key of the first of them.
    let last: String
    let problem: String?
    let done: String?

    struct Change: Sendable {
        /// Which one is meant, also when others come before it meanwhile.
        let key: String
        let what: String
        let when: String
        let files: [String]
        /// Sheets that went with it and can be put back alone.
        let gone: [PageLink]
        let button: String
    }

    /// - Parameter isThere: whether there is a file now.
    init(
        _ edits: [Edit], isThere: (String) -> Bool, problem: LocalizedText? = nil, done: String? = nil,
        _ language: Language
    ) {
        title = language.say("Ultime modifiche", "Last changes")
        self.problem = problem?[language]
        self.done = DoneWords.sentence(done, language)
        last = edits.first.map(Self.key) ?? ""
        changes = edits.enumerated().map { index, edit in
            Change(
                key: Self.key(edit), what: edit.title.isEmpty ? language.say("modifica", "change") : edit.title,
                when: edit.date.moment(in: language),
                files: edit.files.map { file in
                    (file.existed ? (file.remains ? "~ " : "− ") : "+ ") + file.path
                },
                gone: edit.files.filter { $0.existed && !$0.remains && !isThere($0.path) }.compactMap { file in
                    Self.sheet(file.path).map { PageLink(label: $0, address: SheetHistoryPage.address(of: $0)) }
                },
                button: index == 0
                    ? language.say("Annulla", "Undo")
                    : language.say("Annulla fino a qui (\(index + 1))", "Undo up to here (\(index + 1))"))
        }
    }

    /// The id of the sheet that had a file, mostly.
    private static func sheet(_ path: String) -> String? {
        guard path.hasPrefix(KnowledgeBaseFolder.sheetsFolder + "/"), path.hasSuffix(".md") else { return nil }
        return path.split(separator: "/").last.map { String($0.dropLast(".md".count)) }
    }

    static func key(_ edit: Edit) -> String {
        let text =
            "\(edit.date.timeIntervalSince1970) \(edit.command) \(edit.files.map(\.path).joined(separator: "\n"))"
        return String(Secrets.digest(of: text).prefix(20))
    }
}
