import CCommonMark

/// The sections of a CommonMark text, read by libcmark-gfm.
package enum MarkdownBody {
    /// Sections in the order of the text; `firstLine` is the line of the file on which `markdown` begins.
    /// Raw HTML is left out of the plain text. Sections that hold nothing at all are kept: an empty heading is told.
    package static func sections(of markdown: String, firstLine: Int) -> [EntrySection] {
        guard let root = MarkdownTree.parse(markdown) else { return [] }
        defer { cmark_node_free(root) }

        InternalNotes.removeNested(in: root)
        var sections = [EntrySection(title: "", line: firstLine, text: "")]
        var notes = InternalNotes()
        for node in MarkdownTree.children(of: root) {
            let wasInternal = notes.isInside
            let isInternal = notes.contains(node)
            let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
            if isHeading, cmark_node_get_heading_level(node) <= 2 || isInternal != wasInternal {
                let line = Int(cmark_node_get_start_line(node)) + firstLine - 1
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
                if type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_ITEM || type == CMARK_NODE_HEADING {
                    if !text.isEmpty, text.last != "\n" { text += "\n" }
                }
                continue
            }
            if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK {
                if let literal = cmark_node_get_literal(current) { text += String(cString: literal) }
            } else if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK {
                text += " "
            }
        }
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
