/// How wide the columns of a table are on paper, for programs that lay out no table by what stands in it.
struct ColumnWidths {
    /// Of the width of the page, at most 100 together: a table of short texts takes less.
    let percent: [Int]

    /// Letters in a line of a page, of a font that is rather wide.
    private static let letters = 84.0

    init(_ table: DocumentBlock.Table) {
        let columns = table.header.indices.map { column in
            [table.header[column]] + table.rows.map { $0[column].text }
        }
        // Headings and names are bold, and beside a text there is room for two letters and a half.
        func longest(_ column: Int, _ length: (String) -> Int) -> Double {
            let texts = columns[column].enumerated().map { row, text in
                Double(length(text)) * (row == 0 || column == 0 ? 1.2 : 1.05)
            }
            return (texts.max() ?? 0) + 2.5
        }
        let words = columns.indices.map { longest($0, Self.longestWord) }
        let whole = columns.indices.map { longest($0, \.count) }
        guard whole.reduce(0, +) > Self.letters else {
            percent = whole.map { Int(($0 / Self.letters * 100).rounded(.down)) }
            return
        }
        // Each column has room for its longest word; what is left goes to those with the most text.
        let least = words.reduce(0, +)
        guard least < Self.letters else {
            percent = words.map { Int(($0 / least * 100).rounded(.down)) }
            return
        }
        let wants = columns.indices.map { column in
            let mean = Double(columns[column].map(\.count).reduce(0, +)) / Double(columns[column].count)
            return max(0, (mean * whole[column]).squareRoot() - words[column])
        }
        let wanted = max(1, wants.reduce(0, +))
        percent = columns.indices.map { column in
            Int(((words[column] + (Self.letters - least) * wants[column] / wanted) / Self.letters * 100).rounded(.down))
        }
    }

    /// Lines break at spaces, hyphens and slashes.
    private static func longestWord(_ text: String) -> Int {
        text.split { " -/".contains($0) }.map(\.count).max() ?? 0
    }
}
