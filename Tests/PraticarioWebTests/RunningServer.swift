import Praticario
import PraticarioCorpus
import PraticarioSearch
@testable import PraticarioWeb
import TestSupport
import Testing

/// Serves a knowledge base for as long as a test asks.
enum RunningServer {
    static func with(
        _ base: TemporaryBase, _ options: WebOptions = WebOptions(), scope: ArchiveScope? = nil,
        _ work: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        let whole: ArchiveScope = options.visitors == .anybody ? .published : .everything
        let knowledgeBase = try KnowledgeBase.open(base.folder.root, environment: [:], scope: scope ?? whole)
        try await with(knowledgeBase, options, work)
    }

    /// With its people, who come in by name.
    static func withPeople(
        _ base: TemporaryBase, _ work: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        var options = WebOptions()
        options.visitors = .people
        let open = try KnowledgeBase.open(base.folder.root, environment: [:], scope: .published)
        let whole = try KnowledgeBase.open(base.folder.root, environment: [:])
        try await with(open, whole: whole, options, work)
    }

    /// For who opened it, who is in already.
    static func withOwner(
        _ knowledgeBase: KnowledgeBase, _ work: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        var options = WebOptions()
        options.visitors = .owner(token: "gettone-di-prova")
        options.names = ["127.0.0.1"]
        try await with(knowledgeBase, options) { client in
            try await work(client.keeping(try await client.get("/entra?chiave=gettone-di-prova")))
        }
    }

    static func with(
        _ knowledgeBase: KnowledgeBase, whole: KnowledgeBase? = nil, _ options: WebOptions = WebOptions(),
        _ work: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        let (addresses, listening) = AsyncStream.makeStream(of: String.self)
        let (stops, stop) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let server = try WebServer(knowledgeBase, whole: whole, options)
                try await server.run(until: { for await _ in stops { break } }) { address in
                    listening.yield(address)
                    listening.finish()
                }
            }
            group.addTask {
                defer { stop.yield() }
                for await address in addresses { try await work(WebClient(address)) }
            }
            try await group.waitForAll()
        }
    }
}
