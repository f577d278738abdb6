import CCommonMark
import PraticarioSystem

/// Where a section of a text stands, in lines from 0.
struct SectionLines {
    let part: SheetContent.Part
    /// With its heading; empty for what stands before the first one.
    let heading: Range<Int>
    /// Up to the next heading.
    let content: Range<Int>

    /// All of a text, in order. A text that is not read as Markdown is one section.
    static func of(_ body: String) -> [SectionLines] {
        let count = SourceText(body).lines.count
        var headings: [(title: String, lines: Range<Int>)] = []
        if let root = MarkdownTree.parse(body) {
            defer { cmark_node_free(root) }
            for node in MarkdownTree.children(of: root)
            where cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) <= 2 {
                let start = Int(cmark_node_get_start_line(node)) - 1
                headings.append(
                    (MarkdownBody.plainText(of: node), start..<max(start + 1, Int(cmark_node_get_end_line(node)))))
            }
        }
        let first = headings.first?.lines.lowerBound ?? count
        var sections = [SectionLines(part: .section(""), heading: 0..<0, content: 0..<first)]
        var seen: [String: Int] = ["": 1]
        for (index, heading) in headings.enumerated() {
            let end = index + 1 < headings.count ? headings[index + 1].lines.lowerBound : count
            let before = seen[heading.title, default: 0]
            seen[heading.title] = before + 1
            sections.append(
                SectionLines(
                    part: .section(heading.title, before), heading: heading.lines,
                    content: heading.lines.upperBound..<max(heading.lines.upperBound, end)))
        }
        return sections
    }
}
