import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What people propose to change, and what became of it: files of the private folder, which outlive the server.
struct ProposalStore: Sendable {
    private let folder: KnowledgeBaseFolder

    /// Of one person: so many wait, and so many are kept that were decided, the newest; and of one in bytes.
    private static let limits = (waiting: 50, decided: 50, bytes: 1 << 20)

    init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// `nil` where there is none, or none that can be read.
    func proposal(_ name: String) -> Proposal? {
        guard DraftStore.isName(name), let bytes = try? Files.read(path(name)) else { return nil }
        return try? JSONDecoder().decode(Proposal.self, from: Data(bytes))
    }

    /// The newest first.
    func all() -> [(name: String, proposal: Proposal)] {
        ((try? Files.list(place)) ?? []).filter { $0.name.hasSuffix(".json") }
            .compactMap { file -> (String, Proposal)? in
                let name = String(file.name.dropLast(".json".count))
                return proposal(name).map { (name, $0) }
            }.sorted { $0.1.date > $1.1.date }
    }

    /// What a person proposes of a sheet and nobody has decided yet.
    func waiting(by person: Person, on sheet: String) -> (name: String, proposal: Proposal)? {
        all().first { $0.proposal.person == person.id && $0.proposal.sheet == sheet && $0.proposal.decision == nil }
    }

    /// Keeps a proposal, in the place of the one that waits of the same person and sheet.
    ///
    /// - Returns: its name.
    /// - Throws: `WebProblem.tooLarge`, `WebProblem.tooManyProposals`, `FileProblem`.
    func keep(_ proposal: Proposal) throws -> String {
        guard proposal.size <= Self.limits.bytes else { throw WebProblem.tooLarge }
        return try locked {
            let own = all().filter { $0.proposal.person == proposal.person }
            let waiting = own.filter { $0.proposal.decision == nil }
            let same = waiting.first { $0.proposal.sheet == proposal.sheet }
            guard same != nil || waiting.count < Self.limits.waiting else { throw WebProblem.tooManyProposals }
            let name = same?.name ?? String(Secrets.token().prefix(16)).lowercased()
            try save(proposal, as: name)
            for old in own.filter({ $0.proposal.decision != nil }).dropFirst(Self.limits.decided) {
                Files.remove(path(old.name))
            }
            return name
        }
    }

    /// Takes back what a person proposes and nobody has decided yet.
    ///
    /// - Returns: whether there was such a proposal.
    func withdraw(_ name: String, by person: Person) throws -> Bool {
        try locked {
            guard let proposal = proposal(name), proposal.person == person.id, proposal.decision == nil else {
                return false
            }
            Files.remove(path(name))
            return true
        }
    }

    /// Decides on a proposal that is still the one that was seen: first what is to be done is done, then it is kept.
    ///
    /// - Throws: `WebProblem.otherProposal` where it is another one by now, or decided; what `work` throws.
    func decide(_ name: String, version: String, _ work: (Proposal) throws -> Proposal.Decision) throws {
        try locked {
            guard var proposal = proposal(name), proposal.decision == nil, proposal.version == version else {
                throw WebProblem.otherProposal
            }
            proposal.decision = try work(proposal)
            try save(proposal, as: name)
        }
    }

    private func save(_ proposal: Proposal, as name: String) throws {
        try Files.write(Array(try JSONEncoder().encode(proposal)), to: path(name), isPrivate: true)
    }

    /// One at a time, in whichever process.
    private func locked<Value>(_ work: () throws -> Value) throws -> Value {
        try Files.makeFolder(folder.path(KnowledgeBaseFolder.privateFolder), isPrivate: true)
        try Files.ignoreInGit(folder.path(KnowledgeBaseFolder.privateFolder))
        try Files.makeFolder(place, isPrivate: true)
        let lock = try PrivateWriting(folder).lockProposals()
        defer { withExtendedLifetime(lock) {} }
        return try work()
    }

    private var place: String { folder.path(PrivateWriting.proposals) }

    private func path(_ name: String) -> String { place + "/" + name + ".json" }
}
