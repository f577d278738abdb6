import PraticarioCorpus
import PraticarioSearch

/// A selection as one Markdown document: what the document formats are made from.
struct SelectionMarkdown {
    private let selection: Selection

    init(_ selection: Selection) {
        self.selection = selection
    }

    /// Without the title, which document formats print on their own.
    var body: String {
        var blocks = [cover]
        for entry in selection.entries { blocks += sheet(entry) }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var cover: String {
        let settings = selection.settings
        var lines: [String] = []
        let count = selection.entries.count
        lines.append(
            selection.say(
                count == 1 ? "Una scheda." : "\(count) schede.", count == 1 ? "One sheet." : "\(count) sheets."))
        if let query = selection.query, !query.isEmpty {
            lines.append(selection.say("Scelte con: ", "Chosen by: ") + query)
        }
        let from = [settings.title, settings.publisher].compactMap { $0 }.filter { !$0.isEmpty }
        if !from.isEmpty { lines.append(from.joined(separator: ", ")) }
        return lines.map(MarkdownText.escaped).joined(separator: "\n\n")
    }

    private func sheet(_ entry: Entry) -> [String] {
        var blocks = ["# " + Self.inline(entry.title)]
        if entry.isExample {
            blocks.append(
                selection.say(
                    "**\\[esempio\\] Scheda inventata, per mostrare come si scrive.**",
                    "**\\[example\\] Invented, to show how a sheet is written.**"))
        }
        if let summary = entry.summary { blocks.append("*\(Self.inline(summary))*") }
        let facts = SheetFacts(entry, selection.values, language: selection.language).facts
        blocks.append(
            facts.map { "- **\(Self.inline($0.label))**: \(Self.inline($0.value))" }.joined(separator: "\n"))
        blocks.append(SheetMarkdown.body(of: entry, below: 1).trimmingSpaces())
        if !entry.sources.isEmpty {
            blocks.append("## " + selection.say("Fonti", "Sources"))
            blocks.append(entry.sources.map(source).joined(separator: "\n"))
        }
        blocks.append(
            selection.say("Licenza e attribuzione: ", "Licence and attribution: ")
                + Self.inline(selection.attribution(of: entry)))
        return blocks
    }

    private func source(_ source: Source) -> String {
        guard let url = source.url else { return "- " + Self.inline(source.title) }
        let safe = url.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing(" ", with: "%20")
        return "- [\(Self.inline(source.title))](<\(safe)>)"
    }

    /// On one line, nothing of it markup.
    private static func inline(_ text: String) -> String {
        MarkdownText.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
