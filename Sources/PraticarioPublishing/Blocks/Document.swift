import ItalianText
import PraticarioCorpus
import PraticarioSystem
import PraticarioSearch

/// A document as blocks that are made while they are written, so that a whole archive takes little memory.
struct Document {
    let title: String
    let language: Language
    /// Whether its sheets are a few lines each.
    var isShort = false
    /// Whether headings of the second level begin a page, as chapters do.
    var hasChapters = true
    var author: String?
    var summary: String?
    /// How and by whom it was made.
    var footer = ""
    /// Cover, the curator's letter, table of contents.
    var opening: [DocumentBlock] = []
    /// Where a sheet is.
    var link: PublicMarkdown.SheetLink = { _ in nil }
    /// Hands over the blocks after the opening, in their order.
    let forEachBlock: (_ take: (DocumentBlock) throws -> Void) throws -> Void
}

extension Document {
    /// The address of a sheet within its document.
    static func anchor(_ id: String) -> String {
        "scheda-" + TextKey.slug(id)
    }

    /// A choice of sheets to be read from beginning to end, with contents before and indexes after it.
    ///
    /// - Parameter files: where the pictures and papers of the sheets are; `nil` for pictures in the document itself.
    init(_ choice: Choice, _ edition: Edition, files: FileAddresses? = nil) {
        let files = files ?? .embedded(edition)
        let contents = ChoiceContents(choice)
        let present = Set(choice.heads.map(\.id))
        let textLanguage = edition.textLanguage(of: choice)
        var foreword: [DocumentBlock] = []
        // The parts as they follow the contents.
        var choice = choice
        if !present.isEmpty, case .prose(let markdown) = choice.parts[0] {
            let (letter, rest) = ChoiceContents.foreword(of: markdown)
            if !letter.allSatisfy(\.isWhitespace) {
                foreword = [.prose(.init(markdown: letter, level: 2, language: textLanguage))]
                choice.parts.replaceSubrange(0..<1, with: rest.isEmpty ? [] : [.prose(rest)])
            }
        }
        let (body, index) = (choice, ChoiceIndex(choice, edition))
        let cover = Cover(choice, edition, logo: edition.logo?.dataURL, acknowledges: true)
        self.init(
            title: choice.title, language: edition.language, isShort: edition.detail == .short,
            author: choice.curator ?? edition.settings.publisher, summary: choice.summary,
            footer: Imprint(edition).sentences(),
            opening: [.cover(cover)] + foreword + (present.isEmpty ? [] : [.contents(contents.lines)]),
            link: { present.contains($0) ? "#" + Self.anchor($0) : nil }
        ) { take in
            try body.forEachPart { part in
                switch part {
                case .prose(let markdown): try take(.prose(.init(markdown: markdown, level: 2, language: textLanguage)))
                case .sheet(let entry, let note):
                    let sheet = SheetBlocks(
                        entry, note: .init(markdown: note, level: contents.sheetLevel + 1, language: textLanguage),
                        for: edition, level: contents.sheetLevel, files: files, isShown: present.contains)
                    try take(.sheet(sheet.blocks))
                }
            }
            for (title, headings) in [
                (edition.say("Indice per tema", "Index by theme"), index.themes),
                (edition.say("Indice per territorio", "Index by territory"), index.territories),
            ] where !headings.isEmpty { try take(.index(title: title, headings)) }
        }
    }
}
