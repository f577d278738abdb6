import CCommonMark
import Foundation

/// CommonMark as libcmark-gfm's tree of nodes.
package enum MarkdownTree {
    /// Whoever calls it frees the tree.
    package static func parse(_ markdown: String) -> OpaquePointer? {
        let bytes = Array(markdown.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
    }

    package static func children(of node: OpaquePointer) -> [OpaquePointer] {
        var children: [OpaquePointer] = []
        var child = cmark_node_first_child(node)
        while let node = child {
            children.append(node)
            child = cmark_node_next(node)
        }
        return children
    }

    /// Every node of a tree, before those within it. The tree may be changed only when the walk is over.
    package static func forEachNode(of root: OpaquePointer, _ visit: (OpaquePointer) -> Void) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { visit(node) }
        }
    }

    /// Blocks as CommonMark again; they are taken out of their tree.
    package static func text(of blocks: [OpaquePointer]) -> String {
        guard let document = cmark_node_new(CMARK_NODE_DOCUMENT) else { return "" }
        defer { cmark_node_free(document) }
        for block in blocks {
            cmark_node_unlink(block)
            cmark_node_append_child(document, block)
        }
        return commonMark(of: document)
    }

    package static func commonMark(of root: OpaquePointer) -> String {
        guard let text = cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0) else { return "" }
        defer { free(text) }
        return String(cString: text)
    }

    /// HTML in which nothing of the text is markup or script: raw HTML and dangerous addresses are dropped.
    package static func html(of root: OpaquePointer) -> String {
        guard let text = cmark_render_html(root, CMARK_OPT_DEFAULT, nil) else { return "" }
        defer { free(text) }
        return String(cString: text)
    }
}
