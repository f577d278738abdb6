import PraticarioCorpus

/// A selection as a Word document, made by pandoc: cover, table of contents, a chapter a sheet.
struct WordDocument {
    private let selection: Selection

    init(_ selection: Selection) {
        self.selection = selection
    }

    func write(to path: String) async throws {
        let markdown = SelectionMarkdown(selection).body
        // The text holds no picture and no raw markup, so pandoc reads nothing but its input. Its own sandbox would
        // also keep it from its templates (pandoc 2.17).
        let document = try await ExternalProgram.pandoc.run(
            [
                "--from=commonmark", "--to=docx", "--toc", "--toc-depth=1",
                "--metadata=title:\(selection.title)", "--metadata=lang:\(selection.language.rawValue)",
                "--metadata=date:\(selection.date.iso8601)", "--output=-",
            ], input: Array(markdown.utf8))
        try Files.write(document, to: path)
    }
}
