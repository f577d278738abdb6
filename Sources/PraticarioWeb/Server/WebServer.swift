import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
public import Praticario
import PraticarioSystem
import ServiceLifecycle

/// The pages and the JSON API of a knowledge base.
///
/// ```swift
/// let base = try KnowledgeBase.open("corpus", scope: .published)
/// try await try WebServer(base).run { address in print(address) }
/// ```
public struct WebServer: Sendable {
    private let library: WebLibrary
    private let options: WebOptions

    /// - Parameters:
    ///   - base: what is shown to whoever comes; unless that is the owner, one that was opened with the scope
    ///     `published`.
    ///   - whole: what is shown to the people of the knowledge base, and what they change: the same folder, opened with
    ///     the scope `everything`.
    ///   - options: who may come, and where.
    /// - Throws: where the private folder of the knowledge base cannot be read or written.
    public init(
        _ base: KnowledgeBase, whole: KnowledgeBase? = nil, _ options: WebOptions = WebOptions()
    ) throws {
        precondition(options.visitors != .people || whole != nil, "people come in to see more than everybody")
        library = try WebLibrary(base, whole: whole, options)
        self.options = options
    }

    /// A token for `WebOptions.Visitors.owner`, which nobody guesses.
    public static func newToken() -> String { Secrets.token() }

    /// The address that lets the owner in.
    ///
    /// - Parameters:
    ///   - server: its address, as `run` tells it.
    ///   - token: the one that the server was given, which holds once.
    public static func address(of server: String, token: String) -> String {
        "\(server)\(DoorGuard.path)?chiave=\(token)"
    }

    /// Serves until the task is cancelled, or `stop` ends; requests that have begun are answered first.
    ///
    /// - Parameters:
    ///   - stop: ends the serving when it returns.
    ///   - started: hears the address once it is listened on, such as `http://127.0.0.1:8080`.
    /// - Throws: what keeps the address from being listened on.
    public func run(
        until stop: (@Sendable () async -> Void)? = nil, started: @escaping @Sendable (String) async -> Void = { _ in }
    ) async throws {
        // What making an index took for a moment.
        ProcessMemory.giveBack()
        let host = options.host
        let application = application
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: serving(application, host, started)),
                    .init(service: Refresher(library, every: options.refreshInterval)),
                    .init(
                        service: Until(stop: stop), successTerminationBehavior: .gracefullyShutdownGroup),
                ], logger: Self.silent))
        try await group.run()
    }

    private func serving(
        _ application: Application<RouterResponder<WebContext>>, _ host: String,
        _ started: @escaping @Sendable (String) async -> Void
    ) -> some Service {
        Application(
            responder: application.responder, server: Self.http, configuration: configuration,
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                await started("http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
            }, logger: Self.silent)
    }

    /// Everything but the socket.
    var application: Application<RouterResponder<WebContext>> {
        Application(router: library.router, server: Self.http, configuration: configuration, logger: Self.silent)
    }

    private var configuration: ApplicationConfiguration {
        ApplicationConfiguration(address: .hostname(options.host, port: options.port), serverName: nil)
    }

    /// Who sends nothing for so long is let go.
    private static var http: HTTPServerBuilder {
        .http1(
            configuration: .init(
                idleTimeout: .seconds(30),
                httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024)))
    }

    /// What we say of requests, `RequestLog` says.
    private static var silent: Logger { Logger(label: "praticario") { _ in SwiftLogNoOpLogHandler() } }
}

/// Ends a group of services when something else does.
private struct Until: Service {
    let stop: (@Sendable () async -> Void)?

    func run() async throws {
        guard let stop else {
            try? await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown { await stop() }
    }
}
