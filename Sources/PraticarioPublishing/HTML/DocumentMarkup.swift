/// What a document in HTML is for, which decides some of its markup.
enum DocumentMarkup {
    /// A page of its own, on screen and on paper.
    case page
    /// What pandoc turns into a document: it keeps the ids of headings only, makes chapters of headings that stand within no
    /// other element, and has no style for descriptions and asides.
    case conversion

    /// Landmarks and sections, which a page needs and a conversion must not have.
    func wrapped(_ open: String, _ content: String, _ close: String) -> String {
        self == .page ? open + "\n" + content + close + "\n" : content
    }

    /// Labels and values, both HTML.
    func facts(_ facts: [(label: String, value: String)], kind: String) -> String {
        guard !facts.isEmpty else { return "" }
        switch self {
        case .page:
            let rows = facts.map { "<dt>\($0.label)</dt><dd dir=\"auto\">\($0.value)</dd>\n" }
            return "<dl class=\"\(kind)\">\n\(rows.joined())</dl>\n"
        case .conversion:
            // Not `th`: OpenDocument gets the cells of row headers without their text (pandoc 2.17).
            let rows = facts.map { "<tr><td><b>\($0.label)</b></td><td>\($0.value)</td></tr>\n" }
            return "<table><colgroup><col style=\"width: 26%\"><col style=\"width: 74%\"></colgroup>\n<tbody>\n"
                + "\(rows.joined())</tbody></table>\n"
        }
    }

    /// The place of the number of the page on which a sheet of the document begins: `pagine.lua` puts it in. The style of
    /// a page does so by itself.
    ///
    /// - Parameters:
    ///   - address: of the sheet within the document.
    ///   - isLine: whether the number stands at the end of a line of its own, as in the contents.
    func pageNumber(_ address: String?, isLine: Bool = false) -> String {
        guard self == .conversion, let address, address.hasPrefix("#") else { return "" }
        let id = HTMLText.escaped(String(address.dropFirst()))
        return "<span class=\"page-number\(isLine ? " line" : "")\" data-target=\"\(id)\"></span>"
    }

    /// A note of the curator, HTML.
    func note(_ html: String, label: String, lang: String) -> String {
        switch self {
        case .page: "<div class=\"note\" role=\"note\" aria-label=\"\(label)\"\(lang)>\n\(html)</div>\n"
        case .conversion: "<blockquote>\n\(html)</blockquote>\n"
        }
    }
}
