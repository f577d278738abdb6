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

    static func with(
        _ knowledgeBase: KnowledgeBase, _ options: WebOptions = WebOptions(),
        _ work: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        let (addresses, listening) = AsyncStream.makeStream(of: String.self)
        let (stops, stop) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await WebServer(knowledgeBase, options).run(until: { for await _ in stops { break } }) { address in
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
