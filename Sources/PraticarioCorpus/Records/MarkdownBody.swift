import CCommonMark
import PraticarioSystem

/// The sections of a CommonMark text, read by libcmark-gfm.
package enum MarkdownBody {
    /// Sections in the order of the text; `firstLine` is the line of the file on which `markdown` begins.
    /// Raw HTML is left out of the plain text. Sections that hold nothing at all are kept: an empty heading is told.
    package static func sections(of markdown: String, firstLine: Int) -> [EntrySection] {
        guard let root = MarkdownTree.parse(markdown) else { return [] }
        defer { cmark_node_free(root) }
        InternalNotes.removeNested(in: root)
        let typed = sections(in: root, firstLine: firstLine)
        guard Footnotes.mayBe(in: markdown), let shown = MarkdownTree.parsePublic(markdown) else { return typed }
        defer { cmark_node_free(shown) }
        // Footnotes stand at the end of what may be shown, internal notes keep theirs where they were typed.
        let open = sections(in: shown, firstLine: firstLine, beginningAt: Set(typed.map(\.line)))
        let closed = typed.filter { StandardSection.isInternalNotes($0.title) }
        return closed.isEmpty ? open : (open + closed).sorted { $0.line < $1.line }
    }

    /// - Parameter lines: on which a heading of whatever level begins a section.
    private static func sections(
        in root: OpaquePointer, firstLine: Int, beginningAt lines: Set<Int> = []
    ) -> [EntrySection] {
        var sections = [EntrySection(title: "", line: firstLine, text: "")]
        var notes = InternalNotes()
        for node in MarkdownTree.children(of: root) {
            let wasInternal = notes.isInside
            let isInternal = notes.contains(node)
            let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
            let line = Int(cmark_node_get_start_line(node)) + firstLine - 1
            let begins = cmark_node_get_heading_level(node) <= 2 || isInternal != wasInternal || lines.contains(line)
            if isHeading, begins {
                sections.append(EntrySection(title: plainText(of: node), line: line, text: ""))
            } else {
                let text = plainText(of: node)
                if !text.isEmpty {
                    sections[sections.count - 1].text += (sections.last?.text.isEmpty == false ? "\n" : "") + text
                }
            }
        }
        if sections[0].text.isEmpty { sections.removeFirst() }
        return sections
    }

    package static func plainText(of node: OpaquePointer) -> String {
        guard let iterator = cmark_iter_new(node) else { return "" }
        defer { cmark_iter_free(iterator) }
        var text = ""
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let current = cmark_iter_get_node(iterator) else { break }
            let type = cmark_node_get_type(current)
            if event == CMARK_EVENT_EXIT {
                // By bytes: the last character of a text may be as long as the text.
                guard let last = text.utf8.last else { continue }
                if endsLine(current) {
                    if last != 0x0A { text += "\n" }
                } else if isCell(current), cmark_node_next(current) != nil, last != 0x0A, last != 0x20 {
                    text += " "
                }
                continue
            }
            if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK {
                if let literal = cmark_node_get_literal(current) { text += String(cString: literal) }
            } else if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK {
                text += " "
            }
        }
        while let last = text.unicodeScalars.last, last == "\n" || last == "\r" || last == " " {
            text.unicodeScalars.removeLast()
        }
        return text
    }

    private static func endsLine(_ node: OpaquePointer) -> Bool {
        let type = cmark_node_get_type(node)
        if type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_ITEM || type == CMARK_NODE_HEADING { return true }
        let name = cmark_node_get_type_string(node).map { String(cString: $0) }
        return name == "table_row" || name == "table_header"
    }

    /// The types of extensions have numbers that are given when they are registered.
    private static func isCell(_ node: OpaquePointer) -> Bool {
        cmark_node_get_type_string(node).map { String(cString: $0) } == "table_cell"
    }

    /// The sheets that a text leads to, `[testo](scheda:ID)`, with the line of the file where the paragraph begins.
    package static func sheetLinks(in markdown: String, firstLine: Int) -> [(id: String, line: Int)] {
        guard markdown.hasBytes(of: CuratedCollection.scheme), let root = MarkdownTree.parse(markdown) else {
            return []
        }
        defer { cmark_node_free(root) }
        var links: [(id: String, line: Int)] = []
        MarkdownTree.forEachNode(of: root) { node in
            guard cmark_node_get_type(node) == CMARK_NODE_LINK, let url = cmark_node_get_url(node) else { return }
            let address = String(cString: url)
            guard address.hasPrefix(CuratedCollection.scheme) else { return }
            let line = Int(cmark_node_get_start_line(MarkdownTree.block(of: node)))
            links.append((String(address.dropFirst(CuratedCollection.scheme.count)), line + firstLine - 1))
        }
        return links
    }
}
