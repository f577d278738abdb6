import Foundation
import ItalianText
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem

/// Spreadsheets and archives that were sent and are looked at before they are taken in: in the private folder, for they tell of who
/// answered.
struct ImportStore: Sendable {
    private let folder: KnowledgeBaseFolder

    static let folder = WaitingImports.place
    /// What nobody took in goes by itself, in seconds.
    private static let lifetime = 7 * 24 * 3_600.0

    /// What was said of a spreadsheet so far.
    struct Choices: Codable, Sendable {
        /// As it was sent.
        var name: String
        /// In the folder.
        var file: String
        var kind: String
        /// What columns are, by their headings, where the proposal was wrong.
        var columns: [String: String] = [:]
        var words: [Word] = []
        var takesNewOnly = false
        /// What was typed over its rows.
        var rows: TypedRows?
        var result: Result?
        /// Whether it is another network's archive rather than a spreadsheet.
        var isArchive: Bool?
        var archive: TakenArchive?
        /// Of an archive: the ids of its sheets, and their titles as slugs.
        var names: [String]?

        /// What was typed over a row, by the headings of its columns.
        func typed(_ row: Int) -> [String: String] { rows?[row: row] ?? [:] }
    }

    /// What of an archive was taken in.
    struct TakenArchive: Codable, Sendable {
        let sheets: Int
        let collections: Int
        let present: Int
    }

    struct Word: Codable, Sendable, Hashable {
        let field: String
        let theirs: String
        let ours: String
    }

    /// What was taken in.
    struct Result: Codable, Sendable {
        let table: String
        let added: Int
        let updated: Int
        let unchanged: Int
        let leftOut: Int
        let toCorrect: String?
    }

    init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// - Returns: by which it is found again.
    func add(_ file: SentForm.File, kind: EntryKind) throws -> String {
        try forgetOld()
        let token = String(Secrets.token().prefix(24))
        for place in [KnowledgeBaseFolder.privateFolder, Self.folder, Self.folder + "/" + token] {
            try Files.makeFolder(folder.path(place), isPrivate: true)
        }
        try Files.ignoreInGit(folder.path(KnowledgeBaseFolder.privateFolder))
        let stem = TextKey.slug(String(file.name.prefix { $0 != "." }))
        let ending = file.name.split(separator: ".").dropFirst().last.map { TextKey.slug(String($0)) } ?? ""
        let safe = (stem.isEmpty ? "tabella" : String(stem.prefix(80))) + (ending.isEmpty ? "" : "." + ending.prefix(8))
        try Files.write(file.bytes, to: path(token, safe), isPrivate: true)
        try save(Choices(name: file.name, file: safe, kind: kind.rawValue), token)
        return token
    }

    /// - Throws: `WebProblem.notFound`.
    func choices(_ token: String) throws -> Choices {
        guard DraftStore.isName(token), let bytes = try? Files.read(path(token, WaitingImports.choices)),
            let choices = try? JSONDecoder().decode(Choices.self, from: Data(bytes))
        else { throw WebProblem.notFound }
        return choices
    }

    func save(_ choices: Choices, _ token: String) throws {
        try Files.write(
            Array(try JSONEncoder().encode(choices)), to: path(token, WaitingImports.choices), isPrivate: true)
    }

    /// Keeps a spreadsheet as CSV, whatever it was sent as, so that what is to be forgotten is found in it.
    func keep(_ csv: [UInt8], _ choices: inout Choices, _ token: String) throws {
        let sent = choices.file
        choices.file = sent.prefix { $0 != "." } + ".csv"
        try Files.write(csv, to: path(token, choices.file), isPrivate: true)
        try save(choices, token)
        if sent != choices.file { Files.remove(path(token, sent)) }
    }

    func path(_ token: String, _ name: String) -> String { place(token) + "/" + name }

    func place(_ token: String) -> String { folder.path(Self.folder) + "/" + token }

    func remove(_ token: String) {
        if DraftStore.isName(token) { try? FileManager.default.removeItem(atPath: place(token)) }
    }

    private func forgetOld() throws {
        guard Files.type(of: folder.path(Self.folder)) == .folder else { return }
        let now = Int64(Date.now.timeIntervalSince1970 * 1_000_000_000)
        for item in try Files.list(folder.path(Self.folder)) {
            guard let stamp = Files.stamp(place(item.name)) else { continue }
            if Double(now - stamp.modified) > Self.lifetime * 1_000_000_000 { remove(item.name) }
        }
    }
}
