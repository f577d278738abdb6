public import PraticarioCorpus

/// Markdown as plain text, for terminals.
public enum PlainMarkdown {
    /// By headings; the first may have none.
    public static func sections(of markdown: String) -> [EntrySection] {
        MarkdownBody.sections(of: markdown, firstLine: 1)
    }
}
