/// A document as one Markdown text, with a table of contents whose links work: CommonMark, and the tables that GitHub and
/// pandoc know.
struct MarkdownDocument {
    private let document: Document
    private let writer: MarkdownBlocks

    init(_ document: Document) {
        self.document = document
        writer = MarkdownBlocks(language: document.language, link: document.link)
    }

    func write(to out: inout some TextOutputStream) throws {
        for block in document.opening { out.write(writer.text(of: block) + "\n\n") }
        try document.forEachBlock { block in out.write(writer.text(of: block) + "\n\n") }
    }
}
