import Foundation
import ItalianText
package import PraticarioCorpus
package import PraticarioSystem

/// What people wrote of sheets and no sheet says: what they typed and have not saved, what they propose. Files of the private
/// folder; here it is known only of which sheet each is.
package struct PrivateWriting: Sendable {
    /// A folder for each person, and in it a file for each form.
    package static let drafts = KnowledgeBaseFolder.privateFolder + "/bozze"
    /// A file each, that names its `sheet`.
    package static let proposals = KnowledgeBaseFolder.privateFolder + "/proposte"

    private let folder: KnowledgeBaseFolder

    /// What tells of which sheet a file is.
    private struct Head: Decodable {
        var sheet: String?
        var title: String?
    }

    /// What tells whether a proposal waits.
    private struct Waiting: Decodable {
        struct Decision: Decodable {}

        var sheet: String
        var decision: Decision?
    }

    package init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// The name of what is typed in the form of a sheet.
    package static func draft(of id: String) -> String { "scheda-" + id }

    /// One at a time changes proposals, in whichever process; their folder must be there.
    package func lockProposals() throws -> FileLock {
        guard let lock = try FileLock(folder.path(Self.proposals) + "/lock", waiting: true) else {
            preconditionFailure("whoever waits for a lock gets it")
        }
        return lock
    }

    /// Whether somebody proposes a change of a sheet and nobody has decided yet.
    func hasProposal(of id: String) throws -> Bool {
        try items(of: Self.proposals).contains { item in
            guard item.name.hasSuffix(".json"),
                let bytes = try? Files.read(folder.path(Self.proposals + "/" + item.name)),
                let proposal = try? JSONDecoder().decode(Waiting.self, from: Data(bytes))
            else { return false }
            return proposal.sheet == id && proposal.decision == nil
        }
    }

    /// Takes away what was written of a sheet.
    ///
    /// - Parameter names: the ids that it has had, and its titles as slugs.
    /// - Returns: how many files those were.
    func forget(_ names: Set<String>) throws -> Int {
        var count = 0
        for person in try items(of: Self.drafts) where person.type == .folder {
            count += try removeFiles(in: Self.drafts + "/" + person.name, of: names)
        }
        if Files.type(of: folder.path(Self.proposals)) == .folder {
            let lock = try lockProposals()
            count += try removeFiles(in: Self.proposals, of: names)
            withExtendedLifetime(lock) {}
        }
        return count
    }

    private func removeFiles(in place: String, of names: Set<String>) throws -> Int {
        var count = 0
        for item in try items(of: place) where item.type == .file && item.name != "lock" {
            let path = folder.path(place + "/" + item.name)
            guard let head = try? JSONDecoder().decode(Head.self, from: Data(Files.read(path))) else {
                // What a killed server left half written can tell of anything, and nobody reads it.
                Files.remove(path)
                continue
            }
            let stem = item.name.prefix { $0 != "." }
            let isOfIt =
                names.contains { stem == Self.draft(of: $0) } || head.sheet.map(names.contains) == true
                || head.title.map { names.contains(TextKey.slug($0)) } == true
            guard isOfIt else { continue }
            Files.remove(path)
            count += 1
        }
        return count
    }

    private func items(of place: String) throws -> [(name: String, type: Files.ItemType)] {
        guard Files.type(of: folder.path(place)) == .folder else { return [] }
        return try Files.list(folder.path(place))
    }
}
