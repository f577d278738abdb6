import CCommonMark

/// Which lines of footnotes are internal: those to which only internal notes refer, and internal notes within them.
enum InternalFootnotes {
    /// Footnotes may refer to footnotes so often; then all that are left go.
    private static let rounds = 8

    /// The lines with those that are internal already, in order, none touching the next.
    static func lines(of markdown: String, count: Int, within ranges: [Range<Int>]) -> [Range<Int>] {
        let lines = SourceText(markdown).lines
        let all = definitions(in: markdown, count, nested: true)
        var hidden = ranges + all.nested
        // A footnote that is named from what can be read stays.
        for round in 0...rounds {
            let left = definitions(in: InternalNotes.blanked(lines, hidden), count, nested: false).ranges
            let shown = round == rounds ? [] : Set(left.map(\.lowerBound))
            let more = all.ranges.filter { range in
                !shown.contains(range.lowerBound)
                    && !hidden.contains { $0.contains(range.lowerBound) && $0.upperBound >= range.upperBound }
            }
            guard !more.isEmpty else { break }
            hidden += more
        }
        return merged(hidden)
    }

    /// Of the footnotes that something refers to: their lines up to what follows, and internal notes within.
    private static func definitions(
        in markdown: String, _ count: Int, nested isWanted: Bool
    ) -> (ranges: [Range<Int>], nested: [Range<Int>]) {
        guard let root = MarkdownTree.parseFootnotes(markdown) else { return ([], []) }
        defer { cmark_node_free(root) }
        let starts = MarkdownTree.children(of: root).map { Int(cmark_node_get_start_line($0)) - 1 }.sorted()
        var ranges: [Range<Int>] = []
        var nested: [Range<Int>] = []
        for definition in Footnotes.definitions(in: root) {
            let start = Int(cmark_node_get_start_line(definition)) - 1
            // What follows the last block of the footnote is not its own.
            let end = starts.first { $0 > start } ?? count
            ranges.append(start..<max(start + 1, min(end, count)))
            if isWanted { InternalNotes.collect(in: definition, upTo: ranges[ranges.count - 1].upperBound, &nested) }
        }
        return (ranges, nested)
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, last.upperBound >= range.lowerBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
