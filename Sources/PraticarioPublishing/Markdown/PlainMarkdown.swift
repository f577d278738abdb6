package import PraticarioCorpus

/// Markdown as plain text, for terminals.
package enum PlainMarkdown {
    /// By headings; the first may have none.
    package static func sections(of markdown: String) -> [EntrySection] {
        MarkdownBody.sections(of: markdown, firstLine: 1)
    }
}
