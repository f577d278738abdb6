import Hummingbird
import Praticario
import PraticarioPublishing
import PraticarioSystem

/// The knowledge base behind the pages, and what all of them need.
struct WebLibrary: Sendable {
    let base: KnowledgeBase
    let options: WebOptions
    let pages = PageWriter()

    init(_ base: KnowledgeBase, _ options: WebOptions) {
        self.base = base
        self.options = options
    }

    /// Reads on a thread of its own; see `KnowledgeBase.read`.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Snapshot) throws -> Value) async throws -> Value {
        try await base.read(work)
    }

    /// A page for whoever asks, in its frame.
    func respond<P: Page>(
        _ request: Request, _ context: WebContext, status: HTTPResponse.Status = .ok,
        _ make: @escaping @Sendable (Snapshot) throws -> P
    ) async throws -> Response {
        let place = PagePlace(request, context.language, isOwner: isOwners)
        let html = try await read { snapshot in
            let page = try make(snapshot)
            return pages.html(page, in: Frame(of: page, at: place, snapshot))
        }
        return Response.html(html, status: status).answering(request)
    }

    /// Whether who comes is who keeps the knowledge base.
    var isOwners: Bool { options.visitors != .anybody }
}
