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

    /// Takes them out, wherever they stand.
    package static func remove(from root: OpaquePointer) {
        var notes = InternalNotes()
        let doomed = MarkdownTree.children(of: root).filter { notes.contains($0) }
        for block in doomed {
            cmark_node_unlink(block)
            cmark_node_free(block)
        }
        removeNested(in: root)
    }

    /// Takes out those within quotations and list items, which no section begins with.
    package static func removeNested(in root: OpaquePointer) {
        for block in MarkdownTree.children(of: root) {
            guard mayHoldNotes(block) else { continue }
            var notes = InternalNotes()
            let doomed = MarkdownTree.children(of: block).filter { notes.contains($0) }
            for node in doomed {
                cmark_node_unlink(node)
                cmark_node_free(node)
            }
            removeNested(in: block)
        }
    }

    /// The lines of a text, from 0, that are internal notes, and footnotes of nothing else; in order, none touching the
    /// next.
    static func lines(of markdown: String, count: Int) -> [Range<Int>] {
        guard let root = MarkdownTree.parse(markdown) else { return [] }
        defer { cmark_node_free(root) }
        var ranges: [Range<Int>] = []
        collect(in: root, upTo: count, &ranges)
        guard Footnotes.mayBe(in: markdown) else { return ranges }
        return InternalFootnotes.lines(of: markdown, count: count, within: ranges)
    }

    /// The text with empty lines where internal notes stand.
    static func blanked(_ markdown: String) -> String {
        let lines = SourceText(markdown).lines
        return blanked(lines, Self.lines(of: markdown, count: lines.count))
    }

    static func blanked(_ lines: [Substring], _ ranges: [Range<Int>]) -> String {
        var lines = lines
        for range in ranges { for index in range where lines.indices.contains(index) { lines[index] = "" } }
        return lines.joined(separator: "\n")
    }

    /// - Parameter end: the line on which what follows the block begins.
    static func collect(in block: OpaquePointer, upTo end: Int, _ ranges: inout [Range<Int>]) {
        let children = MarkdownTree.children(of: block)
        let starts = children.map { min(end, Int(cmark_node_get_start_line($0)) - 1) } + [end]
        var notes = InternalNotes()
        for (index, child) in children.enumerated() {
            let lines = starts[index]..<max(starts[index], starts[index + 1])
            if !notes.contains(child) {
                if mayHoldNotes(child) { collect(in: child, upTo: lines.upperBound, &ranges) }
            } else if let last = ranges.last, last.upperBound >= lines.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, lines.upperBound)
            } else {
                ranges.append(lines)
            }
        }
    }

    private static func mayHoldNotes(_ block: OpaquePointer) -> Bool {
        [CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_FOOTNOTE_DEFINITION].contains(
            cmark_node_get_type(block))
    }
}
