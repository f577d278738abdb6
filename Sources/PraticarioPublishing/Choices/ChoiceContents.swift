import CCommonMark
import PraticarioCorpus
import PraticarioSearch

/// The table of contents of a choice: its sheets below the headings of the curator.
struct ChoiceContents {
    enum Line: Sendable {
        case heading(String)
        case sheet(EntryHead)
    }

    let lines: [Line]
    /// Whether sheets stand below headings of the curator.
    let hasHeadings: Bool

    init(_ choice: Choice) {
        var lines: [Line] = []
        for part in choice.parts {
            switch part {
            case .prose(let markdown): lines += Self.headings(of: markdown).map { .heading($0) }
            case .sheet(let head, _): lines.append(.sheet(head))
            }
        }
        hasHeadings = lines.contains { if case .heading = $0 { true } else { false } }
        // A heading with nothing below it is no place to go to.
        self.lines = lines.enumerated().filter { index, line in
            guard case .heading = line else { return true }
            guard index + 1 < lines.count, case .sheet = lines[index + 1] else { return false }
            return true
        }.map(\.element)
    }

    /// The level of a sheet's title where the document's own title is 1.
    var sheetLevel: Int { hasHeadings ? 3 : 2 }

    /// The curator's letter and what follows it: the first stretch of prose up to its first heading, and the rest. It
    /// stands before the contents, apart from the chapters.
    static func foreword(of markdown: String) -> (foreword: String, rest: String) {
        guard let root = MarkdownTree.parse(markdown) else { return ("", markdown) }
        defer { cmark_node_free(root) }
        let heading = MarkdownTree.children(of: root).first {
            cmark_node_get_type($0) == CMARK_NODE_HEADING && cmark_node_get_heading_level($0) <= 2
        }
        guard let heading else { return (markdown, "") }
        var lines = Int(cmark_node_get_start_line(heading)) - 1
        let start = markdown.utf8.indices.first { place in
            if lines <= 0 { return true }
            if markdown.utf8[place] == UInt8(ascii: "\n") { lines -= 1 }
            return false
        }
        guard let start else { return ("", markdown) }
        return (String(markdown[..<start]), String(markdown[start...]))
    }

    private static func headings(of markdown: String) -> [String] {
        guard let root = MarkdownTree.parse(markdown) else { return [] }
        defer { cmark_node_free(root) }
        return MarkdownTree.children(of: root).filter {
            cmark_node_get_type($0) == CMARK_NODE_HEADING && cmark_node_get_heading_level($0) <= 2
        }.map { MarkdownBody.plainText(of: $0) }.filter { !$0.isEmpty }
    }
}
