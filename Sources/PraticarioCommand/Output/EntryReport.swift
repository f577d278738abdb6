import Praticario
import PraticarioSearch
import PraticarioSystem
import PraticarioCorpus
import PraticarioPublishing

/// A sheet as a person reads it on a terminal.
struct EntryReport {
    private let entry: Entry
    private let values: FacetValues
    private let uses: SheetUses
    private let language: Language

    init(_ entry: Entry, _ values: FacetValues, _ uses: SheetUses, language: Language) {
        self.uses = uses
        self.entry = entry
        self.values = values
        self.language = language
    }

    func text(width: Int, style: Style) -> String {
        var lines = Paragraph.lines(entry.title, width: width, indent: 0).map(style.title)
        if entry.isExample {
            lines += Paragraph.lines(
                language.say(
                    "[esempio] Scheda inventata, per mostrare come si scrive.",
                    "[example] Invented, to show how a sheet is written."),
                width: width, indent: 0)
        }
        if let summary = entry.summary { lines += [""] + Paragraph.lines(summary, width: width, indent: 0) }
        lines += [""]
        let facts =
            SheetFacts(entry, values, language: language).facts.map { ($0.label, $0.value) } + uses.facts(language)
            + [("id", entry.id)]
        let column = (facts.map { Paragraph.columns(of: $0.0) }.max() ?? 0) + 2
        for (label, value) in facts {
            var block = Paragraph.lines(value, width: width, indent: column)
            let padding = String(repeating: " ", count: column - Paragraph.columns(of: label))
            if let first = block.first { block[0] = style.faint(label) + padding + first.dropFirst(column) }
            lines += block
        }
        for section in entry.sections {
            lines += section.title.isEmpty ? [""] : ["", style.title(Paragraph.harmless(section.title))]
            for paragraph in section.text.split(separator: "\n") {
                lines += Paragraph.lines(String(paragraph), width: width, indent: section.title.isEmpty ? 0 : 2)
            }
        }
        let pictures = entry.pictures.map { picture in
            "\(picture.file): \(picture.description)" + (picture.credit.map { " (\($0))" } ?? "")
        }
        let papers = entry.attachments.map { $0.file + ($0.title.map { ": \($0)" } ?? "") }
        for (field, texts) in [(FieldName.pictures, pictures), (.attachments, papers)] where !texts.isEmpty {
            lines += ["", style.title(field.row.label[language])]
            for text in texts { lines += Paragraph.lines(text, width: width, indent: 2) }
        }
        if !entry.sources.isEmpty {
            lines += ["", style.title(language.say("Fonti", "Sources"))]
            for source in entry.sources {
                let accessed =
                    source.accessed.map { language.say(" (consultata \($0.iso8601))", " (accessed \($0.iso8601))") }
                    ?? ""
                let address = source.url.map { $0 == source.title ? "" : " <\($0)>" } ?? ""
                lines += Paragraph.lines(source.title + address + accessed, width: width, indent: 2)
            }
        }
        return lines.joined(separator: "\n")
    }
}
