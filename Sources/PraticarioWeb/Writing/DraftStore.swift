import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What people typed and have not saved yet: it outlives a browser and a server that end.
///
/// Files of the private folder, one for each person and sheet.
struct DraftStore: Sendable {
    private let folder: KnowledgeBaseFolder
    private let person: String

    /// As many of a person are kept, the newest.
    private static let limit = 100
    /// Of the fields of one, in bytes: as much as a sheet may have.
    private static let sizeLimit = 2 << 20

    struct Draft: Codable, Sendable {
        let saved: Date
        let title: String
        /// As a form sends them.
        let fields: String
    }

    init(_ folder: KnowledgeBaseFolder, of person: Person) {
        self.folder = folder
        self.person = person.id
    }

    /// Of a sheet that is there.
    static func name(of id: String) -> String { PrivateWriting.draft(of: id) }

    /// Of a sheet that is not there yet.
    static func newName() -> String { "nuova-" + Secrets.token().prefix(16) }

    /// Letters, digits and hyphens: nothing that leads elsewhere.
    static func isName(_ name: String) -> Bool {
        (1...200).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// What belongs to this session alone is left out.
    func save(_ fields: FormFields, as name: String) throws {
        guard Self.isName(name) else { throw WebProblem.badValue(name: "bozza") }
        let kept = FormFields(fields.fields.filter { !["modulo", "azione", "bozza"].contains($0.name) })
        let title = fields[SheetFormFields.name(.title)] ?? ""
        let draft = Draft(saved: .now, title: title, fields: kept.encoded)
        guard draft.fields.utf8.count <= Self.sizeLimit else { throw WebProblem.tooLarge }
        try Files.makeFolder(folder.path(KnowledgeBaseFolder.privateFolder), isPrivate: true)
        try Files.ignoreInGit(folder.path(KnowledgeBaseFolder.privateFolder))
        try Files.makeFolder(place, isPrivate: true)
        try Files.write(Array(try JSONEncoder().encode(draft)), to: path(name), isPrivate: true)
        removeLeftovers()
        let all = self.all()
        for old in all.dropFirst(Self.limit) { remove(old.name) }
    }

    /// `nil` where there is none, or none that can be read.
    func draft(_ name: String) -> Draft? {
        guard Self.isName(name), let bytes = try? Files.read(path(name)) else { return nil }
        return try? JSONDecoder().decode(Draft.self, from: Data(bytes))
    }

    /// The newest first.
    func all() -> [(name: String, draft: Draft)] {
        let names = ((try? Files.list(place)) ?? []).filter { $0.name.hasSuffix(".json") }
            .map { String($0.name.dropLast(".json".count)) }
        return names.compactMap { name in draft(name).map { (name, $0) } }.sorted { $0.1.saved > $1.1.saved }
    }

    func remove(_ name: String) {
        if Self.isName(name) { Files.remove(path(name)) }
    }

    /// What a server that was killed left behind, an hour later.
    private func removeLeftovers() {
        let hourAgo = Int64((Date.now.timeIntervalSince1970 - 3_600) * 1_000_000_000)
        for item in (try? Files.list(place)) ?? [] where item.name.hasSuffix(".tmp") {
            let path = place + "/" + item.name
            if let stamp = Files.stamp(path), stamp.modified < hourAgo { Files.remove(path) }
        }
    }

    private var place: String { folder.path(PrivateWriting.drafts) + "/" + person }

    private func path(_ name: String) -> String { place + "/" + name + ".json" }
}
