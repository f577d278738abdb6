import CCommonMark
import PraticarioCorpus
import PraticarioSystem

/// Markdown that people wrote, made ready to stand in a larger document: without internal notes, raw HTML and pictures,
/// headings deeper, links to sheets leading to where the sheets are.
struct PublicMarkdown {
    /// Where a sheet is, as an address; `nil` for one that is not in the document: its title stays without a link.
    typealias SheetLink = (_ id: String) -> String?

    private let markdown: String
    /// The level that a heading `##` gets.
    private let level: Int
    private let link: SheetLink

    init(_ prose: DocumentBlock.Prose, link: @escaping SheetLink) {
        markdown = prose.markdown
        level = prose.level
        self.link = link
    }

    /// The first line keeps its indentation: without it, the items after the first one of a list would be below it.
    var commonMark: String {
        let text = rendered(MarkdownTree.commonMark)
        return text.trimmingSpaces().isEmpty
            ? "" : String(text.drop { $0.isNewline }.reversed().drop { $0.isWhitespace }.reversed())
    }

    var html: String {
        rendered(MarkdownTree.html)
    }

    private func rendered(_ render: (OpaquePointer) -> String) -> String {
        guard let root = MarkdownTree.parsePublic(markdown) else { return "" }
        defer { cmark_node_free(root) }
        removeRisks(from: root)
        lead(linksIn: root)
        shiftHeadings(in: root)
        // An entity such as `&#7;` is only now the character that no document may hold.
        return HTMLText.allowed(render(root))
    }

    /// Raw HTML goes; a picture leaves its description, so that no document fetches anything.
    private func removeRisks(from root: OpaquePointer) {
        var doomed: [OpaquePointer] = []
        MarkdownTree.forEachNode(of: root) { node in
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_IMAGE {
                doomed.append(node)
            }
        }
        for node in doomed {
            if cmark_node_get_type(node) == CMARK_NODE_IMAGE { Self.unwrap(node) } else { Self.remove(node) }
        }
    }

    /// Links to sheets lead to the sheets, links to the web stay, what leads elsewhere is text.
    private func lead(linksIn root: OpaquePointer) {
        var links: [OpaquePointer] = []
        MarkdownTree.forEachNode(of: root) { node in
            if cmark_node_get_type(node) == CMARK_NODE_LINK { links.append(node) }
        }
        for node in links {
            let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
            if address.hasPrefix(CuratedCollection.scheme) {
                if let target = link(String(address.dropFirst(CuratedCollection.scheme.count))) {
                    cmark_node_set_url(node, target)
                } else {
                    Self.unwrap(node)
                }
            } else if !WebAddress.isSafe(address) {
                Self.unwrap(node)
            }
        }
    }

    private func shiftHeadings(in root: OpaquePointer) {
        MarkdownTree.forEachNode(of: root) { node in
            guard cmark_node_get_type(node) == CMARK_NODE_HEADING else { return }
            let shifted = Int(cmark_node_get_heading_level(node)) + level - 2
            cmark_node_set_heading_level(node, CInt(min(6, max(level, shifted))))
        }
    }

    private static func remove(_ node: OpaquePointer) {
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    /// What is within a node stays in its place.
    private static func unwrap(_ node: OpaquePointer) {
        while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
        remove(node)
    }
}
