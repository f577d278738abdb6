import Hummingbird
import Praticario
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// The knowledge base behind the pages, and what all of them need.
struct WebLibrary: Sendable {
    /// For who has not come in.
    let open: KnowledgeBase
    /// For who has; the same where nobody is shown less.
    let whole: KnowledgeBase
    let options: WebOptions
    let access: Access
    let pages = PageWriter()
    let exports = ExportGate()
    /// Where the knowledge base lies in a git repository, each change is a commit.
    let recorder: GitRecorder
    let lastEdits: LastEdits
    let reviews = EditionCache<Review.Outline>()
    let completions = EditionCache<Completions>()
    /// Pictures are unpacked one at a time, too.
    let pictures = ExportGate()
    let answers: SharedAnswers

    /// - Throws: what `Access` throws.
    init(_ open: KnowledgeBase, whole: KnowledgeBase? = nil, _ options: WebOptions) throws {
        self.open = open
        self.whole = whole ?? open
        self.options = options
        access = try Access(open.folder, options.visitors)
        recorder = GitRecorder(open.folder)
        lastEdits = LastEdits(open.folder)
        answers = SharedAnswers(for: options.refreshInterval)
    }

    /// What who asks may see.
    func base(for viewer: Viewer) -> KnowledgeBase { viewer.seesEverything ? whole : open }

    /// Reads on a thread of its own; see `KnowledgeBase.read`.
    func read<Value: Sendable>(
        _ context: WebContext, _ work: @escaping @Sendable (Snapshot) throws -> Value
    ) async throws -> Value {
        try await base(for: context.viewer).read(work)
    }

    /// Changes files, of which everybody is shown the outcome at once.
    ///
    /// - Parameter command: what those who undo read of it, after who did it; and git, where there is git.
    func write<Value: Sendable>(
        _ context: WebContext, as command: String, _ work: @escaping @Sendable (KnowledgeBase) throws -> Value
    ) async throws -> Value {
        let (whole, open, answers) = (whole, open, answers)
        let author = context.viewer.person.flatMap { person in
            person.name.isEmpty ? nil : Edit.Author(id: person.id, name: person.name)
        }
        return try await Background.change(as: command, by: author, recorder: recorder) {
            let result = try work(whole)
            if whole !== open { try open.refresh() }
            answers.clear()
            return result
        }
    }

    /// A page for whoever asks, in its frame.
    func respond<P: Page>(
        _ request: Request, _ context: WebContext, status: HTTPResponse.Status = .ok,
        _ make: @escaping @Sendable (Snapshot) throws -> P
    ) async throws -> Response {
        let place = PagePlace(
            request, context.language, context.viewer, hasLogin: access.visitors == .people,
            problemOfGit: recorder.problem)
        return try await share(request, context) {
            let html = try await read(context) { snapshot in
                let page = try make(snapshot)
                return pages.html(page, in: Frame(of: page, at: place, snapshot))
            }
            return Response.html(html, status: status)
        }.answering(request)
    }

    /// What is the same for all who have not come in is made for one of them.
    func share(
        _ request: Request, _ context: WebContext, _ make: () async throws -> Response
    ) async throws -> Response {
        guard context.viewer.person == nil, request.method == .get else { return try await make() }
        let question = SharedAnswers.Question(
            address: Self.origin(request) + request.uri.string, language: context.language,
            edition: open.snapshot().archive.edition)
        return try await answers.answer(question, make)
    }
}
