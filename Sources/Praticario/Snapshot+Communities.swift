public import PraticarioCorpus
package import PraticarioSearch

extension Snapshot {
    /// The communities of practice, by the bytes of their paths.
    public func communities() throws -> [Community] {
        try archive.documents(of: .community).compactMap(\.community)
    }

    /// The communities, meetings and outcomes among these ids.
    package func documents(_ ids: [String]) throws -> [String: DocumentHead] {
        guard !ids.isEmpty else { return [:] }
        let wanted = Set(ids)
        let found = try KnowledgeDocument.Kind.allCases.filter { $0 != .sheet }.flatMap(archive.documents)
            .filter { wanted.contains($0.id) }
        let heads = found.compactMap { content -> DocumentHead? in
            guard case .other(let head) = SearchDocument(content, vocabularies).head else { return nil }
            return head
        }
        return Dictionary(heads.map { ($0.id, $0) }) { first, _ in first }
    }

    /// What the network has planned, read from its file; `nil` where there is none.
    public func programme() -> Programme? { Programme.read(folder).programme }

    /// The community with this id or title.
    ///
    /// - Throws: `CommunityProblem.unknown`.
    public func existingCommunity(_ name: String) throws -> Community {
        let all = try communities()
        guard let found = all.first(where: { $0.isNamed(name) }) else {
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
