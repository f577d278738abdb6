import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A selection as one Markdown document (CommonMark), with a table of contents whose links work.
struct SelectionMarkdown {
    private let selection: Selection
    private let detail: ExportOptions.Detail
    private let contents: SelectionContents
    private let link: PublicMarkdown.SheetLink

    init(_ selection: Selection, detail: ExportOptions.Detail) {
        self.selection = selection
        self.detail = detail
        contents = SelectionContents(selection)
        let present = Set(selection.items.map(\.id))
        link = { present.contains($0) ? "#" + SheetHTML.anchor($0) : nil }
    }

    func write(to out: inout some TextOutputStream) throws {
        out.write(cover)
        out.write(contentsList)
        try selection.forEachPart { part, entry in
            switch part {
            case .text(let markdown): out.write(PublicMarkdown(markdown, level: 2, link: link).commonMark + "\n\n")
            case .sheet(let item):
                if let entry = entry?.forReaders({ link($0) != nil }) {
                    out.write(sheet(entry, note: item.note).joined(separator: "\n\n") + "\n\n")
                }
            }
        }
        let index = SelectionIndex(selection)
        out.write(list(index.themes, selection.say("Indice per tema", "Index by theme")))
        out.write(list(index.territories, selection.say("Indice per territorio", "Index by territory")))
    }

    private var cover: String {
        let cover = Cover(selection)
        var blocks = ["# " + Self.inline(selection.title)]
        if let summary = cover.summary { blocks.append(Self.emphasized(summary)) }
        let facts =
            [cover.publisher.map { (selection.say("Editore", "Publisher"), $0) }].compactMap { $0 } + cover.facts
        blocks.append(facts.map { "- **\(Self.inline($0.0))**: \(Self.inline($0.1))" }.joined(separator: "\n"))
        if let text = cover.acknowledgement { blocks.append(Self.inline(text)) }
        return blocks.joined(separator: "\n\n") + "\n\n"
    }

    private var contentsList: String {
        guard !selection.items.isEmpty else { return "" }
        var text = "## \(selection.say("Indice", "Contents"))\n\n"
        var indentation = ""
        for line in contents.lines {
            switch line {
            case .heading(let heading):
                text += "- \(Self.inline(heading))\n"
                indentation = "  "
            case .sheet(let item): text += indentation + entry(of: item)
            }
        }
        return text + "\n"
    }

    private func entry(of item: Selection.Item) -> String {
        "- [\(Self.inline(item.title))](#\(SheetHTML.anchor(item.id))) (\(item.kind.label[selection.language]))\n"
    }

    private func list(_ headings: [SelectionIndex.Heading], _ title: String) -> String {
        guard !headings.isEmpty else { return "" }
        return "## \(title)\n\n"
            + headings.map { heading in
                "- \(Self.inline(heading.label))\n" + heading.items.map { "  " + entry(of: $0) }.joined()
            }.joined() + "\n"
    }

    private func heading(_ level: Int) -> String { String(repeating: "#", count: level) + " " }

    private func sheet(_ entry: Entry, note: String) -> [String] {
        let level = contents.sheetLevel
        var blocks = [
            "<a id=\"\(SheetHTML.anchor(entry.id))\"></a>", heading(level) + Self.inline(entry.title),
        ]
        if entry.isExample {
            blocks.append(
                selection.say(
                    "**\\[esempio\\] Scheda inventata, per mostrare come si scrive.**",
                    "**\\[example\\] Invented, to show how a sheet is written.**"))
        }
        if let summary = entry.summary { blocks.append(Self.emphasized(summary)) }
        if !note.isEmpty {
            let text = PublicMarkdown(note, level: level + 1, link: link).commonMark
            blocks.append(
                text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
                    .joined(separator: "\n"))
        }
        let facts = SheetFacts(entry, selection.values, language: selection.language).facts(detail)
        blocks.append(facts.map { "- **\(Self.inline($0.label))**: \(value(of: $0))" }.joined(separator: "\n"))
        if detail == .full {
            blocks.append(PublicMarkdown(bodyOf: entry, level: level + 1, link: link).commonMark)
        }
        if !entry.sources.isEmpty {
            blocks.append(heading(level + 1) + selection.say("Fonti", "Sources"))
            blocks.append(entry.sources.map(source).joined(separator: "\n"))
        }
        blocks.append(
            selection.say("Licenza e attribuzione: ", "Licence and attribution: ")
                + Self.inline(selection.attribution(of: entry)))
        return blocks.filter { !$0.isEmpty }
    }

    private func value(of fact: SheetFacts.Fact) -> String {
        fact.pieces.map { piece in
            switch piece {
            case .text(let text):
                // The space before an address is part of the text.
                Self.inline(text) + (text.hasSuffix(" ") ? " " : "")
            case .address(let address): WebAddress.isSafe(address) ? "<\(Self.address(address))>" : Self.inline(address)
            }
        }.joined()
    }

    private func source(_ source: EntrySource) -> String {
        let accessed = selection.accessed(source)
        guard let url = source.url, WebAddress.isSafe(url) else {
            return "- " + Self.inline(source.title) + accessed
        }
        return "- [\(Self.inline(source.title))](<\(Self.address(url))>)" + accessed
    }

    /// Without what would end it.
    private static func address(_ url: String) -> String {
        IRI.escaped(url)
    }

    private static func emphasized(_ text: String) -> String {
        let inline = inline(text)
        return inline.isEmpty ? "" : "*\(inline)*"
    }

    /// On one line, nothing of it markup.
    private static func inline(_ text: String) -> String {
        MarkdownText.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
