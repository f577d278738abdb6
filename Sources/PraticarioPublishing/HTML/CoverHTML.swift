import PraticarioCorpus

/// The cover of a document or a site.
struct CoverHTML {
    private let selection: Selection
    private let markup: DocumentMarkup
    private let logo: String?
    private let acknowledges: Bool

    /// - Parameters:
    ///   - logo: the address of the picture; `nil` where there is none.
    ///   - acknowledges: whether the cover thanks; the pages of a site do so at their foot.
    init(_ selection: Selection, _ markup: DocumentMarkup, logo: String?, acknowledges: Bool) {
        self.selection = selection
        self.markup = markup
        self.logo = logo
        self.acknowledges = acknowledges
    }

    private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    var html: String {
        let cover = Cover(selection)
        var content = logo.map { Self.picture(of: selection, at: $0) } ?? ""
        // Documents say their title and author on their own.
        if markup == .page {
            if let publisher = cover.publisher { content += "<p class=\"publisher\">\(Self.escaped(publisher))</p>\n" }
            content += "<h1 dir=\"auto\">\(Self.escaped(selection.title))</h1>\n"
        }
        if let summary = cover.summary { content += "<p class=\"summary\" dir=\"auto\">\(Self.escaped(summary))</p>\n" }
        content += markup.facts(cover.facts.map { (Self.escaped($0.label), Self.escaped($0.value)) }, kind: "about")
        if acknowledges, let text = cover.acknowledgement {
            content += "<p class=\"acknowledgement\">\(Self.escaped(text))</p>\n"
        }
        return markup.wrapped("<header class=\"cover\">", content, "</header>")
    }

    /// The logo, which says whose it is.
    static func picture(of selection: Selection, at address: String) -> String {
        let name = escaped(selection.settings.publisher ?? selection.settings.title)
        return "<p><img class=\"logo\" alt=\"\(name)\" src=\"\(address)\"></p>\n"
    }
}
