import Foundation
import Hummingbird
import Mustache
import Praticario
import PraticarioPublishing
import PraticarioSystem

/// What a page shows, as a value: everything that is said in it, and nothing of how it looks.
protocol Page: Sendable {
    /// The file in `Templates`, without its ending.
    static var template: String { get }
    /// What the browser calls it.
    var title: String { get }
    /// Where news of it are, if there are any.
    var feed: String? { get }
}

extension Page {
    var feed: String? { nil }
}

/// A link of a page; the address is within this server unless it says more.
struct PageLink: Sendable, Equatable {
    let label: String
    let address: String
    /// How many sheets are behind it, where that is said.
    var count: Int?
    /// Whether it leads to the page on which it stands.
    var isCurrent = false
}

/// For whom and at which address a page is made.
struct PagePlace: Sendable {
    let path: String
    let query: String?
    let language: Language
    let viewer: Viewer?
    /// Whether there is a door to come in by.
    let hasLogin: Bool
    /// Why the last change is in no commit, where it should be.
    var problemOfGit: LocalizedText?

    init(
        _ request: Request, _ language: Language, _ viewer: Viewer, hasLogin: Bool, problemOfGit: LocalizedText? = nil
    ) {
        self.init(
            path: request.uri.path, query: request.uri.query, language: language, viewer: viewer, hasLogin: hasLogin)
        self.problemOfGit = problemOfGit
    }

    init(
        path: String, query: String? = nil, language: Language = .italian, viewer: Viewer? = nil, hasLogin: Bool = false
    ) {
        self.path = path
        self.query = query
        self.language = language
        self.viewer = viewer
        self.hasLogin = hasLogin
    }

    var address: String { path + (query.map { "?" + $0 } ?? "") }
}

/// Makes pages of their values.
struct PageWriter: Sendable {
    private let library: MustacheLibrary

    init() {
        var templates: [String: MustacheTemplate] = [:]
        for file in Templates.files where file.name.hasSuffix(".mustache") {
            do {
                templates[String(file.name.dropLast(".mustache".count))] = try MustacheTemplate(string: "\(file.text)")
            } catch {
                preconditionFailure("\(file.name): \(error)")
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    func html<P: Page>(_ page: P, in frame: Frame) -> String {
        // What a template sees: the page's own values by their names, `frame` and `say`.
        let view: [String: Any] = [
            "page": TemplateValue.of(page), "frame": TemplateValue.of(frame),
            "say": PageWords.all[frame.language] ?? [:],
        ]
        return library.render(view, withTemplate: P.template) ?? ""
    }

    /// A sentence alone, for whom nothing may be shown.
    func plain(_ text: String, in language: Language) -> String {
        library.render(["text": text, "language": language.rawValue], withTemplate: "plain") ?? ""
    }
}
