import CCommonMark
import PraticarioSystem

/// Footnotes as GitHub reads them, made plain text and paragraphs that every face of a text can show: `[1]` where something
/// refers to one, and at the end `[1] What it says`.
enum Footnotes {
    static func mayBe(in markdown: String) -> Bool { markdown.hasBytes(of: "[^") }

    /// Those that something refers to, in the order in which they are first referred to.
    static func definitions(in root: OpaquePointer) -> [OpaquePointer] {
        MarkdownTree.children(of: root).filter { cmark_node_get_type($0) == CMARK_NODE_FOOTNOTE_DEFINITION }
    }

    /// Puts text in the place of the nodes of footnotes.
    static func number(in root: OpaquePointer) {
        let definitions = definitions(in: root)
        guard !definitions.isEmpty else { return }
        var numbers: [String: Int] = [:]
        for (index, definition) in definitions.enumerated() { numbers[name(of: definition)] = index + 1 }
        var references: [(node: OpaquePointer, number: Int?)] = []
        MarkdownTree.forEachNode(of: root) { node in
            if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE {
                references.append((node, numbers[name(of: node)]))
            }
        }
        for (node, number) in references {
            if let number, let text = text("[\(number)]") { cmark_node_insert_before(node, text) }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
        for (index, definition) in definitions.enumerated() {
            if let text = text("[\(index + 1)] ") { begin(definition, with: text) }
            while let block = cmark_node_first_child(definition) { cmark_node_insert_before(definition, block) }
            cmark_node_unlink(definition)
            cmark_node_free(definition)
        }
    }

    private static func begin(_ definition: OpaquePointer, with text: OpaquePointer) {
        if let first = cmark_node_first_child(definition), cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH {
            cmark_node_prepend_child(first, text)
        } else if let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
            cmark_node_append_child(paragraph, text)
            cmark_node_prepend_child(definition, paragraph)
        }
    }

    private static func text(_ literal: String) -> OpaquePointer? {
        guard let node = cmark_node_new(CMARK_NODE_TEXT) else { return nil }
        cmark_node_set_literal(node, literal)
        return node
    }

    /// The library tells the name of a footnote only where it writes one: `[^1]`.
    private static func name(of node: OpaquePointer) -> String {
        let written = MarkdownTree.commonMark(of: node)
        guard let open = written.firstRange(of: "[^"), let close = written[open.upperBound...].firstIndex(of: "]")
        else {
            return written
        }
        return String(written[open.upperBound..<close])
    }
}
