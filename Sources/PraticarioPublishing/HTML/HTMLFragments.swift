package import PraticarioCorpus
import PraticarioSystem

/// Parts of our documents as HTML, for pages that others make around them: one form of a sheet, one style.
package struct HTMLFragments: Sendable {
    private let edition: Edition
    private let link: @Sendable (_ id: String) -> String?
    private let files: FileAddresses

    /// - Parameters:
    ///   - link: where a sheet is; `nil` for one that is not shown.
    ///   - file: where a picture or a paper of a sheet is.
    package init(
        _ edition: Edition, link: @escaping @Sendable (_ id: String) -> String?,
        file: @escaping @Sendable (_ name: String, _ id: String) -> String? = { _, _ in nil }
    ) {
        files = FileAddresses { file($0.name, $1.id) }
        self.edition = edition
        self.link = link
    }

    /// What `HTMLFragments` are made for looks as this says.
    package static var style: String { Templates.text("documento.css") }

    private var writer: HTMLBlocks { HTMLBlocks(language: edition.language, markup: .page, link: link) }

    /// A whole sheet, its title as the heading of the page.
    package func sheet(_ entry: Entry) -> String {
        let note = DocumentBlock.Prose(markdown: "", level: 2, language: edition.language.rawValue)
        let blocks = SheetBlocks(entry, note: note, for: edition, level: 1, files: files) { link($0) != nil }.blocks
        return writer.html(of: .sheet(blocks))
    }

    /// What a curator wrote.
    ///
    /// - Parameters:
    ///   - level: of its first headings.
    ///   - language: BCP 47; `nil` where it is that of the edition.
    package func prose(_ markdown: String, level: Int, language: String?) -> String {
        writer.html(
            of: .prose(.init(markdown: markdown, level: level, language: language ?? edition.language.rawValue)))
    }

    /// One region alone; empty for what is no region.
    ///
    /// - Parameter count: of its sheets.
    package func region(_ code: String, count: Int) -> String {
        let map = RegionMap([code: count], language: edition.language) { _ in nil }
        return map.svg(of: code).map { "<figure class=\"map region\">\n\($0)</figure>\n" } ?? ""
    }

    /// Italy by region.
    ///
    /// - Parameters:
    ///   - counts: sheets by the codes of the regions.
    ///   - address: the page of a region.
    package func map(_ counts: [String: Int], address: @escaping @Sendable (_ code: String) -> String?) -> String {
        writer.html(of: .map(RegionMap(counts, language: edition.language, link: address)))
    }
}
