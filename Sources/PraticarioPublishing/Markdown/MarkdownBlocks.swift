import PraticarioCorpus
import PraticarioSystem
import PraticarioSearch

/// Writes blocks as Markdown.
struct MarkdownBlocks {
    let language: Language
    let link: PublicMarkdown.SheetLink

    /// Without line ends around it.
    func text(of block: DocumentBlock) -> String {
        switch block {
        case .cover(let cover): return text(of: cover)
        case .contents(let lines): return contents(lines)
        case .heading(let heading): return text(of: heading)
        case .line(let line): return text(of: line)
        case .prose(let prose): return PublicMarkdown(prose, link: link).commonMark
        case .note(let prose):
            let lines = PublicMarkdown(prose, link: link).commonMark.split(
                separator: "\n", omittingEmptySubsequences: false)
            return lines.map { "> \($0)" }.joined(separator: "\n")
        case .facts(let facts):
            return facts.map { "- **\(Self.inline($0.label))**: \(value(of: $0))" }.joined(separator: "\n")
        case .list(let list): return text(of: list)
        case .more(let title, let list): return "## \(Self.inline(title))\n\n" + text(of: list)
        case .table(let table): return text(of: table)
        case .figure(let figure):
            let parts = ["**\(Self.inline(figure.title))**", Self.inline(figure.description), text(of: figure.data)]
            return parts.joined(separator: "\n\n")
        case .pictures(let pictures): return pictures.map(text).joined(separator: "\n\n")
        case .map(let map): return text(of: map.table)
        case .search(let search): return linked(search.label, .page(search.page))
        case .index(let title, let headings): return index(headings, title)
        case .sheet(let blocks): return blocks.map(text).filter { !$0.isEmpty }.joined(separator: "\n\n")
        }
    }

    // MARK: What a document says of itself

    private func text(of cover: Cover) -> String {
        var parts = ["# " + Self.inline(cover.title)]
        if let summary = cover.summary { parts.append(Self.emphasized(summary)) }
        let publisher = cover.publisher.map { (label: language.say("Editore", "Publisher"), value: $0) }
        let facts = [publisher].compactMap { $0 } + cover.facts
        parts.append(facts.map { "- **\(Self.inline($0.label))**: \(Self.inline($0.value))" }.joined(separator: "\n"))
        if let text = cover.acknowledgement { parts.append(Self.inline(text)) }
        return parts.joined(separator: "\n\n")
    }

    private func contents(_ lines: [ChoiceContents.Line]) -> String {
        var indentation = ""
        let items = lines.map { line -> String in
            switch line {
            case .heading(let heading):
                indentation = "  "
                return "- \(Self.inline(heading))"
            case .sheet(let head): return indentation + item(head)
            }
        }
        return "## \(language.say("Indice", "Contents"))\n\n" + items.joined(separator: "\n")
    }

    private func index(_ headings: [ChoiceIndex.Heading], _ title: String) -> String {
        let items = headings.flatMap { heading in
            ["- \(Self.inline(heading.label))"] + heading.heads.map { "  " + item($0) }
        }
        return "## \(title)\n\n" + items.joined(separator: "\n")
    }

    private func item(_ head: EntryHead) -> String {
        "- " + linked(head.title, .sheet(head.id)) + " (\(head.kind.label[language]))"
    }

    private func text(of picture: DocumentBlock.Shown) -> String {
        let description = Self.inline(picture.description)
        let shown =
            picture.address.map { "![\(description)](<\($0)>)" } ?? language.say("Immagine: ", "Picture: ")
            + description
        return shown + (picture.credit.map { "\n\n" + Self.emphasized($0) } ?? "")
    }

    // MARK: Lines

    private func text(of heading: DocumentBlock.Heading) -> String {
        let text = String(repeating: "#", count: heading.level) + " " + Self.inline(heading.text)
        guard let sheet = heading.sheet else { return text }
        return "<a id=\"\(Document.anchor(sheet.id))\"></a>\n\n" + text
    }

    private func text(of line: DocumentBlock.Line) -> String {
        switch line.role {
        case .mark: "**\(Self.inline(line.text))**"
        case .summary: Self.emphasized(line.text)
        case .attribution: line.label + Self.inline(line.text)
        }
    }

    private func value(of fact: DocumentBlock.Fact) -> String {
        fact.pieces.map { piece in
            switch piece {
            case .text(let text):
                // The space before an address is part of the text.
                Self.inline(text) + (text.hasSuffix(" ") ? " " : "")
            case .address(let address): WebAddress.isSafe(address) ? "<\(IRI.escaped(address))>" : Self.inline(address)
            }
        }.joined()
    }

    // MARK: Lists and tables

    private func text(of list: DocumentBlock.List) -> String {
        list.items.map { item in
            let note = item.note.map { Self.oneLine(PublicMarkdown($0, link: link).commonMark) } ?? ""
            let below = note.isEmpty ? Self.inline(item.summary ?? "") : note
            let detail = list.style == .cards ? " (\(Self.inline(item.detail)))" : item.detail
            return "- " + linked(item.text, item.target) + (below.isEmpty ? "" : ": " + below) + detail
        }.joined(separator: "\n")
    }

    private func text(of table: DocumentBlock.Table) -> String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rule = table.header.indices.map { table.isCounts && $0 > 0 ? "---:" : "---" }
        let rows = table.rows.map { row($0.map { Self.cell(linked($0.text, $0.target)) }) }
        let lines = [row(table.header.map { Self.cell(Self.inline($0)) }), row(rule)] + rows
        let caption = table.caption.map { Self.emphasized($0) + "\n\n" } ?? ""
        return caption + lines.joined(separator: "\n")
    }

    /// A bar would end the cell, unless a backslash stands before it already.
    private static func cell(_ markdown: String) -> String {
        var cell = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in markdown.unicodeScalars {
            if scalar == "|", !isEscaped { cell.append("\\") }
            cell.append(scalar)
            isEscaped = scalar == "\\" && !isEscaped
        }
        return String(cell)
    }

    // MARK: Text

    private func linked(_ text: String, _ target: DocumentBlock.Target?) -> String {
        let text = Self.inline(text)
        switch target {
        case .sheet(let id): return link(id).map { "[\(text)](\($0))" } ?? text
        case .address(let url): return WebAddress.isSafe(url) ? "[\(text)](<\(IRI.escaped(url))>)" : text
        case .page(let address): return "[\(text)](<\(IRI.escaped(address))>)"
        case nil: return text
        }
    }

    private static func emphasized(_ text: String) -> String {
        let inline = inline(text)
        return inline.isEmpty ? "" : "*\(inline)*"
    }

    /// On one line, nothing of it markup.
    private static func inline(_ text: String) -> String {
        MarkdownText.escaped(oneLine(text))
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
