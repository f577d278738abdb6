import PraticarioCorpus
import PraticarioSystem

/// A sheet as the blocks of a document.
struct SheetBlocks {
    private let entry: Entry
    private let note: DocumentBlock.Prose
    private let edition: Edition
    private let level: Int
    private let addresses: FileAddresses

    /// - Parameters:
    ///   - note: the curator's, its Markdown empty where there is none.
    ///   - level: of the sheet's title.
    ///   - addresses: where its pictures and papers are.
    ///   - isShown: whether another sheet is in the document.
    init(
        _ entry: Entry, note: DocumentBlock.Prose, for edition: Edition, level: Int,
        files addresses: FileAddresses, isShown: (_ id: String) -> Bool
    ) {
        self.entry = Disclosure.document(entry, isShown)
        self.note = note
        self.edition = edition
        self.level = level
        self.addresses = addresses
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
            let (pictures, papers) = (pictures, papers)
            if !pictures.isEmpty { blocks.append(.pictures(pictures)) }
            if !papers.isEmpty {
                blocks.append(
                    .heading(.init(level: level + 1, text: FieldName.attachments.row.label[edition.language])))
                blocks.append(.list(.init(style: .sources, items: papers)))
            }
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

    private var pictures: [DocumentBlock.Shown] {
        (edition.files?.pictures(of: entry) ?? []).map { picture, file in
            .init(
                address: addresses.address(file, entry), description: picture.description, credit: picture.credit,
                width: file.picture?.width ?? 0, height: file.picture?.height ?? 0, language: entry.language)
        }
    }

    private var papers: [DocumentBlock.List.Item] {
        (edition.files?.papers(of: entry) ?? []).map { paper, file in
            .init(
                text: paper.title ?? file.name, target: addresses.address(file, entry).map { .page($0) },
                detail: " (\(file.kind.label), \(FileSize.text(file.size, edition.language)))")
        }
    }

    private var sources: [DocumentBlock.List.Item] {
        entry.sources.map { source in
            .init(
                text: source.title, target: source.url.map { .address($0) }, detail: edition.accessed(source))
        }
    }
}
