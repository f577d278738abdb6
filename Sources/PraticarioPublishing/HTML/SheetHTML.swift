import ItalianText
import PraticarioCorpus

/// A sheet as a part of an HTML page.
struct SheetHTML {
    private let entry: Entry
    private let note: String
    private let selection: Selection
    /// Of its title.
    private let level: Int
    private let detail: ExportOptions.Detail
    private let link: PublicMarkdown.SheetLink

    init(
        _ entry: Entry, note: String, in selection: Selection, level: Int, detail: ExportOptions.Detail,
        link: @escaping PublicMarkdown.SheetLink
    ) {
        self.entry = entry
        self.note = note
        self.selection = selection
        self.level = level
        self.detail = detail
        self.link = link
    }

    /// The address of a sheet within its document.
    static func anchor(_ id: String) -> String {
        "scheda-" + ItalianText.slug(id)
    }

    var html: String {
        let language = entry.language == selection.language.rawValue ? "" : " lang=\"\(Self.escaped(entry.language))\""
        return "<article class=\"sheet\" id=\"\(Self.anchor(entry.id))\"\(language)>\n"
            + "<h\(level) class=\"title\" dir=\"auto\">\(Self.escaped(entry.title))</h\(level)>\n" + inside
            + "</article>\n"
    }

    /// All but the title.
    var inside: String {
        [example, summary, curatorsNote, facts, body, sources, licence].joined()
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
        entry.summary.map { "<p class=\"summary\" dir=\"auto\">\(Self.escaped($0))</p>\n" } ?? ""
    }

    private var curatorsNote: String {
        guard !note.isEmpty else { return "" }
        let label = selection.say("Nota di chi cura la raccolta", "The curator's note")
        return "<aside class=\"note\" aria-label=\"\(Self.escaped(label))\">\n"
            + PublicMarkdown(note, level: level + 1, link: link).html + "</aside>\n"
    }

    private var facts: String {
        let facts = SheetFacts(entry, selection.values, language: selection.language).facts.filter {
            $0.subject != .licence && (detail == .full || SheetFacts.Subject.main.contains($0.subject))
        }
        let rows = facts.map { fact in
            "<dt>\(Self.escaped(fact.label))</dt><dd dir=\"auto\">\(fact.pieces.map(Self.html).joined())</dd>\n"
        }
        return "<dl class=\"facts\">\n\(rows.joined())</dl>\n"
    }

    private static func html(_ piece: SheetFacts.Piece) -> String {
        switch piece {
        case .text(let text): escaped(text)
        case .address(let address):
            WebAddress.isSafe(address)
                ? "<a href=\"\(escaped(address))\">\(escaped(shown(address)))</a>" : escaped(address)
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
        return html.isEmpty ? "" : "<div class=\"body\">\n\(html)</div>\n"
    }

    private var sources: String {
        guard !entry.sources.isEmpty else { return "" }
        let items = entry.sources.map { source in
            let title = Self.escaped(source.title)
            let accessed = source.accessed.map {
                " (" + selection.say("consultata il ", "accessed on ") + $0.iso8601 + ")"
            }
            let address = source.url.flatMap { WebAddress.isSafe($0) ? $0 : nil }
            return "<li dir=\"auto\">"
                + (address.map { "<a href=\"\(Self.escaped($0))\">\(title)</a>" } ?? title) + (accessed ?? "")
                + "</li>\n"
        }
        let heading = selection.say("Fonti", "Sources")
        return "<h\(level + 1)>\(heading)</h\(level + 1)>\n<ul class=\"sources\">\n\(items.joined())</ul>\n"
    }

    private var licence: String {
        let label = selection.say("Licenza e attribuzione: ", "Licence and attribution: ")
        return "<p class=\"licence\">\(label)\(Self.escaped(selection.attribution(of: entry)))</p>\n"
    }
}
