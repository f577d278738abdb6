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
        let isRight = markup == .conversion && table.isCounts
        func right(_ column: Int) -> String { isRight && column > 0 ? " style=\"text-align: right\"" : "" }
        let heads = table.header.enumerated().map { number, text in
            "<th scope=\"col\"\(right(number))>\(Self.escaped(text))</th>"
        }
        let rows = table.rows.map { cells in
            "<tr>" + cells.enumerated().map { cell($1, isName: $0 == 0, right($0)) }.joined() + "</tr>\n"
        }
        let caption = table.caption.map { "<caption>\(Self.escaped($0))</caption>\n" } ?? ""
        let columns =
            markup == .page
            ? "" : ColumnWidths(table).percent.map { "<col style=\"width: \($0)%\">" }.joined()
        return
            "<table\(table.isCounts ? " class=\"counts\"" : "")>\n\(caption)"
            + (columns.isEmpty ? "" : "<colgroup>\(columns)</colgroup>\n")
            + "<thead><tr>\(heads.joined())</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
    }

    private func cell(_ cell: DocumentBlock.Table.Cell, isName: Bool, _ style: String) -> String {
        let html = linked(cell.text, cell.target)
        guard isName else { return "<td\(style)>\(html)</td>" }
        // Not `th`: OpenDocument gets the cells of row headers without their text (pandoc 2.17).
        return markup == .page ? "<th scope=\"row\">\(html)</th>" : "<td><b>\(html)</b></td>"
    }

    /// Its title and what it shows, the picture, and the data below.
    func html(of figure: DocumentBlock.Figure) -> String {
        let title = Self.escaped(figure.title)
        let description = Self.escaped(figure.description)
        let data = html(of: figure.data)
        guard markup == .page else { return "<h4>\(title)</h4>\n\(figure.image)<p>\(description)</p>\n\(data)" }
        return "<figure class=\"data\">\n<figcaption><strong>\(title)</strong> \(description)</figcaption>\n"
            + "\(figure.svg ?? "")\(data)</figure>\n"
    }

    func html(of map: RegionMap) -> String {
        guard markup == .page else { return html(of: map.table) }
        let credit = "<small lang=\"it\">\(Self.escaped(map.credit))</small>"
        // The caption is of ours and holds no markup.
        return "<figure class=\"map\">\n\(map.svg)<figcaption>\(map.caption) \(credit)</figcaption></figure>\n"
    }
}
