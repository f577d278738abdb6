import Foundation
public import PraticarioCorpus
public import PraticarioSystem

/// Why a change cannot be taken back.
public enum UndoProblem: ExplainedError, Codable, Hashable {
    /// Nothing was changed, or all of it is taken back already.
    case nothing
    /// A file was changed again since: taking back would lose that.
    case changedSince(String)

    /// Says what to do instead.
    public var message: LocalizedText {
        switch self {
        case .nothing:
            LocalizedText(
                it: "non c'è niente da annullare: si annullano le importazioni fatte qui, dall'ultima alla prima",
                en: "there is nothing to undo: imports made here are undone, the last one first")
        case .changedSince(let path):
            LocalizedText(
                it:
                    "\(path) è cambiato dopo: annullare butterebbe via quelle correzioni; toglile, oppure cancella a mano le righe che non vuoi",
                en:
                    "\(path) has changed since: undoing would lose those corrections; take them back first, or delete by hand the rows that you do not want"
            )
        }
    }
}

/// What commands have changed, so that each change can be taken back, the last one first.
///
/// Before files are written, what stood there goes into `.praticario/annulla/`; git does not see it.
package struct ChangeJournal: Sendable {
    private let folder: KnowledgeBaseFolder
    private var root: String { folder.path(".praticario/annulla") }
    /// How many changes can be taken back.
    private static let limit = 20

    /// One change, as its `change.json` says it.
    package struct Change: Codable, Sendable {
        package var name: LocalizedText
        package var day: PartialDate
        var files: [File]

        struct File: Codable, Sendable {
            /// Absolute, or relative to the knowledge base.
            var path: String
            /// Whether a file stood there before, whose bytes are kept beside.
            var existed: Bool
            /// Of what was written.
            var digest: Int64
        }
    }

    package init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// Writes files, each beside its place and then renamed, after taking down what stood there.
    ///
    /// - Parameter files: relative to the knowledge base, or absolute.
    package func write(_ files: [(path: String, bytes: [UInt8])], as name: LocalizedText) throws {
        try Files.makeFolder(folder.path(".praticario"))
        let ignore = folder.path(".praticario/.gitignore")
        if Files.type(of: ignore) == nil { try Files.write(Array("*\n".utf8), to: ignore) }
        guard let lock = try FileLock(folder.path(".praticario/annulla.lock"), waiting: true) else { return }
        defer { withExtendedLifetime(lock) {} }
        try Files.makeFolder(root)
        let numbers = numbers()
        let own = "\(root)/\((numbers.last ?? 0) + 1)"
        try Files.makeFolder(own)
        var change = Change(name: name, day: .today, files: [])
        for (index, file) in files.enumerated() {
            let path = absolute(file.path)
            let existed = Files.type(of: path) == .file
            if existed { try Files.write(try Files.read(path), to: "\(own)/\(index)") }
            change.files.append(
                Change.File(path: file.path, existed: existed, digest: Digest.of(file.bytes)))
        }
        try Files.write(Array(JSONEncoder().encode(change)), to: own + "/change.json")
        for file in files {
            let path = absolute(file.path)
            let parent = path.split(separator: "/").dropLast().joined(separator: "/")
            try Files.makeFolder("/" + parent)
            try Files.write(file.bytes, to: path)
        }
        for number in numbers.dropLast(Self.limit - 1) {
            try? FileManager.default.removeItem(atPath: "\(root)/\(number)")
        }
    }

    /// Takes the last change back: all of its files, or none where one has changed since.
    ///
    /// - Throws: `UndoProblem`, `FileProblem`.
    package func undo() throws -> Change {
        guard Files.type(of: root) == .folder,
            let lock = try FileLock(folder.path(".praticario/annulla.lock"), waiting: true)
        else { throw UndoProblem.nothing }
        defer { withExtendedLifetime(lock) {} }
        guard let number = numbers().last else { throw UndoProblem.nothing }
        let own = "\(root)/\(number)"
        let change = try JSONDecoder().decode(Change.self, from: Data(Files.read(own + "/change.json")))
        for file in change.files {
            let now = Files.type(of: absolute(file.path)) == .file ? try Files.read(absolute(file.path)) : nil
            // A file that was removed since is put back all the same.
            if let now, Digest.of(now) != file.digest { throw UndoProblem.changedSince(file.path) }
        }
        for (index, file) in change.files.enumerated() {
            if file.existed {
                try Files.write(try Files.read("\(own)/\(index)"), to: absolute(file.path))
            } else {
                Files.remove(absolute(file.path))
            }
        }
        try? FileManager.default.removeItem(atPath: own)
        return change
    }

    /// Whether a file is still as one of the changes left it.
    package func hasWritten(_ path: String) -> Bool {
        guard let now = try? Files.read(absolute(path)) else { return false }
        let digest = Digest.of(now)
        return numbers().contains { number in
            guard let bytes = try? Files.read("\(root)/\(number)/change.json"),
                let change = try? JSONDecoder().decode(Change.self, from: Data(bytes))
            else { return false }
            return change.files.contains { $0.path == path && $0.digest == digest }
        }
    }

    /// Of the changes that can be taken back, the oldest first.
    private func numbers() -> [Int] {
        let names = (try? Files.list(root))?.map(\.name) ?? []
        return names.compactMap { Int($0) }.filter { Files.type(of: "\(root)/\($0)/change.json") == .file }.sorted()
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : folder.path(path)
    }
}

extension KnowledgeBase {
    /// What was taken back.
    public struct Undone: Codable, Hashable, Sendable {
        /// The command, as its reader knows it.
        public let name: LocalizedText
        /// On which it was run.
        public let day: PartialDate
        /// That stand again as before, relative to the knowledge base, or absolute outside of it.
        public let files: [String]
    }

    /// Takes the last import back: its table, what its columns are, what the form said, `da-correggere.csv`.
    ///
    /// - Throws: `UndoProblem`, `FileProblem`.
    @discardableResult
    public static func undo(in folder: KnowledgeBaseFolder) throws -> Undone {
        let change = try ChangeJournal(folder).undo()
        return Undone(name: change.name, day: change.day, files: change.files.map(\.path))
    }
}
