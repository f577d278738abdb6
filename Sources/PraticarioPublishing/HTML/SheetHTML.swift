import ItalianText
import PraticarioCorpus
import PraticarioSystem

/// A sheet as a part of an HTML page.
struct SheetHTML {
    private let entry: Entry
    private let note: String
    private let selection: Selection
    /// Of its title.
    private let level: Int
    private let detail: ExportOptions.Detail
    private let markup: DocumentMarkup
    private let link: PublicMarkdown.SheetLink

    init(
        _ entry: Entry, note: String, in selection: Selection, level: Int, detail: ExportOptions.Detail,
        markup: DocumentMarkup, link: @escaping PublicMarkdown.SheetLink
    ) {
        self.entry = entry.forReaders { link($0) != nil }
        self.note = note
        self.selection = selection
        self.level = level
        self.detail = detail
        self.markup = markup
        self.link = link
    }

    /// The address of a sheet within its document.
    static func anchor(_ id: String) -> String {
        "scheda-" + ItalianText.slug(id)
    }

    /// The heading has the id: programs that convert the page keep those of headings only.
    var html: String {
        let title =
            "<h\(level) class=\"title\" id=\"\(Self.anchor(entry.id))\" dir=\"auto\"\(lang)>\(Self.escaped(entry.title))</h\(level)>\n"
        let content = [title, example, summary, curatorsNote, facts, body, sources, licence].joined()
        return markup.wrapped("<article class=\"sheet\">", content, "</article>")
    }

    /// For what the sheet says in its own language, where that is not the document's.
    private var lang: String {
        entry.language == selection.language.rawValue ? "" : " lang=\"\(Self.escaped(entry.language))\""
    }

    private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    private var example: String {
        guard entry.isExample else { return "" }
        let text = selection.say(
            "[esempio] Scheda inventata, per mostrare come si scrive.",
            "[example] Invented, to show how a sheet is written.")
        return "<p class=\"mark\"><strong>\(text)</strong></p>\n"
    }

    private var summary: String {
        entry.summary.map { "<p class=\"summary\" dir=\"auto\"\(lang)>\(Self.escaped($0))</p>\n" } ?? ""
    }

    private var curatorsNote: String {
        guard !note.isEmpty else { return "" }
        let label = selection.say("Nota di chi cura", "The curator's note")
        return markup.note(
            PublicMarkdown(note, level: level + 1, link: link).html, label: Self.escaped(label),
            lang: selection.textLang)
    }

    private var facts: String {
        let facts = SheetFacts(entry, selection.values, language: selection.language).facts(detail)
        return markup.facts(
            facts.map { (Self.escaped($0.label), $0.pieces.map(Self.html).joined()) }, kind: "facts")
    }

    private static func html(_ piece: SheetFacts.Piece) -> String {
        switch piece {
        case .text(let text): escaped(text)
        case .address(let address):
            WebAddress.isSafe(address)
                ? "<a href=\"\(escaped(IRI.escaped(address)))\">\(escaped(shown(address)))</a>" : escaped(address)
        }
    }

    /// An address as people read it.
    private static func shown(_ address: String) -> String {
        let rest = address.drop { $0 != "/" }.drop { $0 == "/" }
        return rest.hasSuffix("/") ? String(rest.dropLast()) : String(rest)
    }

    private var body: String {
        guard detail == .full else { return "" }
        let html = PublicMarkdown(bodyOf: entry, level: level + 1, link: link).html
        return html.isEmpty ? "" : "<div class=\"body\"\(lang)>\n\(html)</div>\n"
    }

    private var sources: String {
        guard !entry.sources.isEmpty else { return "" }
        let items = entry.sources.map { source in
            let title = Self.escaped(source.title)
            let address = source.url.flatMap { WebAddress.isSafe($0) ? $0 : nil }
            return "<li dir=\"auto\">"
                + (address.map { "<a href=\"\(Self.escaped(IRI.escaped($0)))\">\(title)</a>" } ?? title)
                + selection.accessed(source) + "</li>\n"
        }
        let heading = selection.say("Fonti", "Sources")
        return "<h\(level + 1)>\(heading)</h\(level + 1)>\n<ul class=\"sources\">\n\(items.joined())</ul>\n"
    }

    private var licence: String {
        let label = selection.say("Licenza e attribuzione: ", "Licence and attribution: ")
        return "<p class=\"licence\">\(label)\(Self.escaped(selection.attribution(of: entry)))</p>\n"
    }
}

extension Selection {
    /// For what the curator says, where that is not in the document's language.
    var textLang: String {
        textLanguage == language.rawValue ? "" : " lang=\"\(HTMLText.escaped(textLanguage))\""
    }
}
