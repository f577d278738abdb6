import ItalianText
public import PraticarioCorpus
import PraticarioSearch

extension Snapshot {
    /// The communities of practice, by the bytes of their paths.
    public func communities() throws -> [Community] {
        try archive.documents(of: .community).compactMap { document in
            if case .community(let community) = document { community } else { nil }
        }
    }

    /// What the network has planned, read from its file; `nil` where there is none.
    public func programme() -> Programme? { Programme.read(folder).programme }

    /// What is wrong with the programme, and where the communities are not what it plans.
    func programmeDiagnostics() throws -> [Diagnostic] {
        let (programme, diagnostics) = Programme.read(folder)
        return diagnostics + ProgrammeCheck.diagnostics(programme, try communities(), today: .today)
    }

    /// The community with this id or title.
    ///
    /// - Throws: `CommunityProblem.unknown`.
    public func existingCommunity(_ name: String) throws -> Community {
        let all = try communities()
        let key = TextKey.folded(name)
        guard let found = all.first(where: { $0.id == key || TextKey.folded($0.title) == key }) else {
            throw CommunityProblem.unknown(name, known: all.map(\.id))
        }
        return found
    }
}

extension KnowledgeBase {
    /// As ``Snapshot/programme()``.
    public func programme() -> Programme? { snapshot().programme() }

    /// As ``Snapshot/communities()``.
    public func communities() throws -> [Community] { try answering { try $0.communities() } }

    /// As ``Snapshot/existingCommunity(_:)``.
    public func existingCommunity(_ name: String) throws -> Community {
        try answering { try $0.existingCommunity(name) }
    }
}
