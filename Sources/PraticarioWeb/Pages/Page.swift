import Foundation
import Hummingbird
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
struct PageLink: TemplateFields, Sendable, Equatable {
    let label: String
    let address: String
    /// How many sheets are behind it, where that is said.
    var count: Int?
    /// Whether it leads to the page on which it stands.
    var isCurrent = false

    var fields: [String: TemplateValue] {
        [
            "label": .text(label), "address": .text(address), "count": TemplateValue(count.map { String($0) }),
            "isCurrent": .flag(isCurrent),
        ]
    }
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
    private let library: PageTemplate.Library
    private let words: [Language: TemplateValue]

    init() {
        do {
            library = try PageTemplate.Library(
                Dictionary(
                    uniqueKeysWithValues: Templates.files.filter { $0.name.hasSuffix(Self.ending) }.map { file in
                        (String(file.name.dropLast(Self.ending.count)), try PageTemplate("\(file.text)"))
                    }))
        } catch {
            preconditionFailure("the templates of the pages: \(error)")
        }
        words = PageWords.all.mapValues { .fields($0.mapValues { .text($0) }) }
    }

    private static let ending = ".mustache"

    func html<P: Page>(_ page: P, in frame: Frame) -> String {
        // What a template sees: the page's own values by their names, `frame` and `say`.
        library.html(
            P.template,
            of: .fields([
                "page": TemplateValue(page), "frame": TemplateValue(frame),
                "say": words[frame.language] ?? .fields([:]),
            ]))
    }

    /// A sentence alone, for whom nothing may be shown.
    func plain(_ text: String, in language: Language) -> String {
        library.html("plain", of: .fields(["text": .text(text), "language": .text(language.rawValue)]))
    }
}
