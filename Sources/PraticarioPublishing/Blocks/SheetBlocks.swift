import PraticarioCorpus
import PraticarioSystem

/// A sheet as the blocks of a document.
struct SheetBlocks {
    private let entry: Entry
    private let note: DocumentBlock.Prose
    private let edition: Edition
    private let level: Int

    /// - Parameters:
    ///   - note: the curator's, its Markdown empty where there is none.
    ///   - level: of the sheet's title.
    ///   - isShown: whether another sheet is in the document.
    init(
        _ entry: Entry, note: DocumentBlock.Prose, for edition: Edition, level: Int,
        isShown: (_ id: String) -> Bool
    ) {
        self.entry = Disclosure.document(entry, isShown)
        self.note = note
        self.edition = edition
        self.level = level
    }

    var blocks: [DocumentBlock] {
        var blocks: [DocumentBlock] = [
            .heading(.init(level: level, text: entry.title, sheet: .init(id: entry.id, language: entry.language)))
        ]
        if entry.isExample { blocks.append(.line(.init(role: .mark, text: example))) }
        if let summary = entry.summary {
            blocks.append(.line(.init(role: .summary, text: summary, language: entry.language)))
        }
        if !note.markdown.isEmpty { blocks.append(.note(note)) }
        blocks.append(.facts(facts))
        if edition.detail == .full {
            let body = DocumentBlock.Prose(
                markdown: entry.body, level: level + 1, language: entry.language, isBody: true)
            blocks.append(.prose(body))
        }
        if !entry.sources.isEmpty {
            blocks.append(.heading(.init(level: level + 1, text: edition.say("Fonti", "Sources"))))
            blocks.append(.list(.init(style: .sources, items: sources)))
        }
        let label = edition.say("Licenza e attribuzione: ", "Licence and attribution: ")
        blocks.append(.line(.init(role: .attribution, label: label, text: attribution)))
        return blocks
    }

    /// Whose text it is, and in words what its licence allows.
    private var attribution: String {
        let explanation = entry.licence.flatMap { Licence($0).explanation }
        return edition.attribution(of: entry) + (explanation.map { " (\($0[edition.language]))" } ?? "")
    }

    private var example: String {
        edition.say(
            "[esempio] Scheda inventata, per mostrare come si scrive.",
            "[example] Invented, to show how a sheet is written.")
    }

    private var facts: [DocumentBlock.Fact] {
        SheetFacts(entry, edition.values, language: edition.language).facts(edition.detail).map {
            DocumentBlock.Fact(label: $0.label, pieces: $0.pieces)
        }
    }

    private var sources: [DocumentBlock.List.Item] {
        entry.sources.map { source in
            .init(
                text: source.title, target: source.url.map { .address($0) }, detail: edition.accessed(source))
        }
    }
}
