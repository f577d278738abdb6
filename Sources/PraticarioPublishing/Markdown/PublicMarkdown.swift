import CCommonMark
import Foundation
import PraticarioCorpus

/// The body of a sheet as Markdown that can stand in a larger document: without internal notes, raw HTML and pictures,
/// headings one level or more deeper.
enum SheetMarkdown {
    /// `level` is that of the sheet's own title: a `## Il bisogno` of the sheet becomes one level deeper than it.
    static func body(of entry: Entry, below level: Int) -> String {
        let bytes = Array(entry.body.utf8)
        let root = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let root else { return "" }
        defer { cmark_node_free(root) }
        removeInternalNotes(from: root)
        removeRisks(from: root)
        shiftHeadings(in: root, by: level - 1)
        guard let text = cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0) else { return "" }
        defer { free(text) }
        return String(cString: text)
    }

    private static func removeInternalNotes(from root: OpaquePointer) {
        var isInternal = false
        var block = cmark_node_first_child(root)
        while let node = block {
            block = cmark_node_next(node)
            if cmark_node_get_type(node) == CMARK_NODE_HEADING, cmark_node_get_heading_level(node) <= 2 {
                isInternal = StandardSection(named: MarkdownBody.plainText(of: node)) == .internalNotes
            }
            if isInternal {
                cmark_node_unlink(node)
                cmark_node_free(node)
            }
        }
    }

    /// Raw HTML goes; a picture leaves its description, so that no document fetches anything.
    private static func removeRisks(from root: OpaquePointer) {
        guard let iterator = cmark_iter_new(root) else { return }
        var doomed: [OpaquePointer] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_IMAGE {
                doomed.append(node)
            }
        }
        cmark_iter_free(iterator)
        for node in doomed {
            if cmark_node_get_type(node) == CMARK_NODE_IMAGE {
                while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
            }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
    }

    private static func shiftHeadings(in root: OpaquePointer, by shift: Int) {
        var block = cmark_node_first_child(root)
        while let node = block {
            if cmark_node_get_type(node) == CMARK_NODE_HEADING {
                let level = Int(cmark_node_get_heading_level(node)) + shift
                cmark_node_set_heading_level(node, CInt(min(6, max(1, level))))
            }
            block = cmark_node_next(node)
        }
    }
}
