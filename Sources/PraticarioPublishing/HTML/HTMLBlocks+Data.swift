import PraticarioCorpus
import PraticarioSystem

extension HTMLBlocks {
    // MARK: Lists

    func html(of list: DocumentBlock.List) -> String {
        let items = list.items.map { item -> String in
            switch list.style {
            case .plain: "<li>\(linked(item.text, item.target))\(Self.escaped(item.detail))</li>\n"
            case .sources: "<li dir=\"auto\">\(linked(item.text, item.target))\(Self.escaped(item.detail))</li>\n"
            case .cards: card(item)
            }
        }
        let style =
            switch list.style {
            case .plain: ""
            case .sources: " class=\"sources\""
            case .cards: " class=\"cards\""
            }
        return "<ul\(style)>\n\(items.joined())</ul>\n"
    }

    private func card(_ item: DocumentBlock.List.Item) -> String {
        let note = item.note.map { PublicMarkdown($0, link: link).html } ?? ""
        let summary = item.summary.map { "<p dir=\"auto\">\(Self.escaped($0))</p>\n" } ?? ""
        return "<li>\(linked(item.text, item.target, isName: true))\n" + (note.isEmpty ? summary : note)
            + "<p class=\"quiet\">\(Self.escaped(item.detail))</p></li>\n"
    }

    func more(_ list: DocumentBlock.List, _ title: String) -> String {
        let html = "<h2>\(Self.escaped(title))</h2>\n\(html(of: list).dropLast())"
        return markup == .page ? "<nav class=\"more\">\(html)</nav>\n" : html + "\n"
    }

    // MARK: Tables and pictures

    func html(of table: DocumentBlock.Table) -> String {
        let heads = table.header.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }
        let rows = table.rows.map { cells in
            "<tr>" + cells.enumerated().map { number, cell in self.cell(cell, isName: number == 0) }.joined()
                + "</tr>\n"
        }
        let caption = table.caption.map { "<caption>\(Self.escaped($0))</caption>\n" } ?? ""
        return
            "<table\(table.isCounts ? " class=\"counts\"" : "")>\n\(caption)<thead><tr>\(heads.joined())</tr></thead>\n"
            + "<tbody>\n\(rows.joined())</tbody>\n</table>\n"
    }

    private func cell(_ cell: DocumentBlock.Table.Cell, isName: Bool) -> String {
        let html = linked(cell.text, cell.target)
        guard isName else { return "<td>\(html)</td>" }
        // Not `th`: OpenDocument gets the cells of row headers without their text (pandoc 2.17).
        return markup == .page ? "<th scope=\"row\">\(html)</th>" : "<td><b>\(html)</b></td>"
    }

    /// The picture, its title and what it shows, and the data below.
    func html(of figure: DocumentBlock.Figure) -> String {
        let title = Self.escaped(figure.title)
        let description = Self.escaped(figure.description)
        let data = html(of: figure.data)
        guard markup == .page else { return "<p><b>\(title)</b></p>\n\(figure.image)<p>\(description)</p>\n\(data)" }
        return "<figure class=\"data\">\n\(figure.svg ?? "")"
            + "<figcaption><strong>\(title)</strong> \(description)</figcaption>\n\(data)</figure>\n"
    }

    func html(of map: RegionMap) -> String {
        guard markup == .page else { return html(of: map.table) }
        let credit = "<small lang=\"it\">\(Self.escaped(map.credit))</small>"
        // The caption is of ours and holds no markup.
        return "<figure class=\"map\">\n\(map.svg)<figcaption>\(map.caption) \(credit)</figcaption></figure>\n"
    }
}
