import CCommonMark

/// Which blocks of a text are internal notes: those below a heading of that name, at whatever level, up to the next
/// heading that is not deeper. Levels 1 and 2 are one rank, as they are for sections.
package struct InternalNotes {
    private var rank: CInt?

    package init() {}

    package var isInside: Bool { rank != nil }

    /// Blocks must be asked in the order of the text.
    package mutating func contains(_ block: OpaquePointer) -> Bool {
        if cmark_node_get_type(block) == CMARK_NODE_HEADING {
            let own = max(2, cmark_node_get_heading_level(block))
            if let rank, own > rank { return true }
            rank = StandardSection.isInternalNotes(MarkdownBody.plainText(of: block)) ? own : nil
        }
        return isInside
    }

    /// Takes out those within quotations and list items, which no section begins with.
    package static func removeNested(in root: OpaquePointer) {
        for block in MarkdownTree.children(of: root) {
            let type = cmark_node_get_type(block)
            guard type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM else { continue }
            var notes = InternalNotes()
            let doomed = MarkdownTree.children(of: block).filter { notes.contains($0) }
            for node in doomed {
                cmark_node_unlink(node)
                cmark_node_free(node)
            }
            removeNested(in: block)
        }
    }

    /// The lines of a text, from 0, that are internal notes.
    static func lines(of markdown: String, count: Int) -> [Range<Int>] {
        guard let root = MarkdownTree.parse(markdown) else { return [] }
        defer { cmark_node_free(root) }
        var ranges: [Range<Int>] = []
        var start: Int?
        var notes = InternalNotes()
        for block in MarkdownTree.children(of: root) {
            let line = min(count, Int(cmark_node_get_start_line(block)) - 1)
            let isInternal = notes.contains(block)
            if isInternal, start == nil { start = line }
            if !isInternal, let first = start {
                ranges.append(first..<max(first, line))
                start = nil
            }
        }
        if let start { ranges.append(start..<count) }
        return ranges
    }
}
