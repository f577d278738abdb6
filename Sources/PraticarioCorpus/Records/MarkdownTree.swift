import CCommonMark
import Foundation

/// CommonMark, with the tables, the struck-out words and the bare addresses of GitHub, as libcmark-gfm's tree of nodes.
package enum MarkdownTree {
    /// Every block where it stands in the text, footnotes as they were typed. Whoever calls it frees the tree; `nil` for
    /// a text beyond `MarkdownLimits`.
    package static func parse(_ markdown: String) -> OpaquePointer? {
        parse(markdown, CMARK_OPT_DEFAULT)
    }

    /// What of a text may be shown, as it is shown: without internal notes, footnotes numbered and at the end.
    ///
    /// Internal notes are taken out by their lines, for footnotes leave the place where they were written. Lines keep their
    /// numbers.
    package static func parsePublic(_ markdown: String) -> OpaquePointer? {
        guard Footnotes.mayBe(in: markdown) else {
            guard let root = parse(markdown) else { return nil }
            InternalNotes.remove(from: root)
            return root
        }
        guard let root = parseFootnotes(InternalNotes.blanked(markdown)) else { return nil }
        InternalNotes.remove(from: root)
        Footnotes.number(in: root)
        return root
    }

    /// Footnotes that something refers to stand at the end, as nodes of their own; others are nowhere.
    static func parseFootnotes(_ markdown: String) -> OpaquePointer? {
        parse(markdown, CMARK_OPT_FOOTNOTES)
    }

    private static func parse(_ markdown: String, _ options: CInt) -> OpaquePointer? {
        guard MarkdownLimits.excess(in: markdown) == nil else { return nil }
        // One tilde means "about" in many a text.
        let options = options | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
        guard let parser = cmark_parser_new(options) else { return nil }
        defer { cmark_parser_free(parser) }
        var markdown = markdown
        // While it reads, the library keeps the characters that its extensions heed in variables that all parsers share.
        reading.lock()
        defer { reading.unlock() }
        for syntax in extensions { cmark_parser_attach_syntax_extension(parser, syntax) }
        return markdown.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
            return cmark_parser_finish(parser)
        }
    }

    private static let reading = NSLock()

    /// They live as long as the process, and are only read.
    nonisolated(unsafe) private static let extensions: [OpaquePointer] = {
        cmark_gfm_core_extensions_ensure_registered()
        let names: [String] = ["table", "strikethrough", "autolink"]
        return names.compactMap { (name: String) -> OpaquePointer? in cmark_find_syntax_extension(name) }
    }()

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

    /// What has a place in the file around a node, or itself: inline nodes have none.
    package static func block(of node: OpaquePointer) -> OpaquePointer {
        var block = node
        while cmark_node_get_start_line(block) == 0, let parent = cmark_node_parent(block) { block = parent }
        return block
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
