import Foundation
import PraticarioCorpus
import PraticarioSystem

/// The sessions that somebody ended before their time, in a file: a server that begins later knows them, too.
///
/// A line each, the session and until when its cookie would hold. Who reads it can do nothing with them.
struct EndedSessions: Sendable {
    private let folder: KnowledgeBaseFolder

    static let file = KnowledgeBaseFolder.privateFolder + "/uscite"

    struct Ended: Sendable, Equatable {
        let session: String
        /// In seconds since 1970.
        let until: Int
    }

    init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// Another one when the file changed.
    var stamp: Files.Stamp? { Files.stamp(folder.path(Self.file)) }

    /// Those whose cookies would still hold.
    func all(now: Date = .now) throws -> [Ended] {
        guard Files.type(of: folder.path(Self.file)) == .file else { return [] }
        let text = String(decoding: try Files.read(folder.path(Self.file)), as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            guard parts.count == 2, let until = Int(parts[1]), until > Int(now.timeIntervalSince1970) else {
                return nil
            }
            return Ended(session: String(parts[0]), until: until)
        }
    }

    /// One process at a time.
    func add(_ ended: [Ended]) throws {
        try PrivateFile.change(Self.file, in: folder) {
            Array((try all() + ended).map { "\($0.session) \($0.until)\n" }.joined().utf8)
        }
    }
}
