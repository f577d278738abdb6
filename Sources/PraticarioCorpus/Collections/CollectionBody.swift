import CCommonMark
import PraticarioSystem

/// Takes the Markdown of a collection apart: prose, entries, searches, in their order.
struct CollectionBody {
    private let record: Record
    private let lines: [Substring]
    private var parts: [CuratedCollection.Part] = []
    private var links: [CuratedCollection.Link] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Blocks of prose that are not yet a part.
    private var prose: [OpaquePointer] = []

    init(_ record: Record) {
        self.record = record
        lines = SourceText(record.body).lines
    }

    mutating func read() -> (parts: [CuratedCollection.Part], links: [CuratedCollection.Link]) {
        if let excess = MarkdownLimits.excess(in: record.body) {
            diagnostics.append(record.unreadableText(excess))
            return ([], [])
        }
        guard let typed = MarkdownTree.parse(record.body), let root = MarkdownTree.parsePublic(record.body) else {
            return ([], [])
        }
        defer {
            cmark_node_free(typed)
            cmark_node_free(root)
        }
        InternalNotes.removeNested(in: typed)
        findLinks(in: typed)
        findSlips(in: typed)
        for block in MarkdownTree.children(of: root) {
            switch cmark_node_get_type(block) {
            case CMARK_NODE_LIST: takeList(block)
            case CMARK_NODE_CODE_BLOCK: takeCode(block)
            default: prose.append(block)
            }
        }
        endProse()
        return (parts, links)
    }

    private mutating func endProse() {
        guard !prose.isEmpty else { return }
        parts.append(.text(MarkdownTree.text(of: prose)))
        prose = []
    }

    private mutating func takeList(_ list: OpaquePointer) {
        let items = MarkdownTree.children(of: list)
        guard items.contains(where: { Self.entryLink(of: $0) != nil }) else {
            prose.append(list)
            return
        }
        for item in items {
            guard let link = Self.entryLink(of: item) else {
                // An item that is no entry stays a list of its own.
                guard let own = cmark_node_new(CMARK_NODE_LIST) else { continue }
                cmark_node_set_list_type(own, CMARK_BULLET_LIST)
                cmark_node_set_list_tight(own, 1)
                cmark_node_insert_before(list, own)
                cmark_node_append_child(own, item)
                prose.append(own)
                continue
            }
            endProse()
            let place = place(of: item)
            let lines = span(of: item)
            let title = MarkdownBody.plainText(of: link)
            let id = Self.sheetID(of: link) ?? ""
            cmark_node_unlink(link)
            cmark_node_free(link)
            parts.append(
                .entry(.init(id: id, title: title, note: Self.note(of: item), place: place, lines: lines)))
        }
    }

    /// The link with which an item begins, where it leads to a sheet.
    private static func entryLink(of item: OpaquePointer) -> OpaquePointer? {
        guard let paragraph = cmark_node_first_child(item), cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
            let link = cmark_node_first_child(paragraph), sheetID(of: link) != nil
        else { return nil }
        return link
    }

    private static func sheetID(of node: OpaquePointer) -> String? {
        guard cmark_node_get_type(node) == CMARK_NODE_LINK, let url = cmark_node_get_url(node) else { return nil }
        let address = String(cString: url)
        guard address.hasPrefix(CuratedCollection.scheme) else { return nil }
        return String(address.dropFirst(CuratedCollection.scheme.count))
    }

    /// What follows the link, without the dash or colon between them.
    private static func note(of item: OpaquePointer) -> String {
        if let paragraph = cmark_node_first_child(item) {
            if let first = cmark_node_first_child(paragraph), let literal = cmark_node_get_literal(first),
                cmark_node_get_type(first) == CMARK_NODE_TEXT
            {
                cmark_node_set_literal(first, withoutSeparator(String(cString: literal)))
            }
            if MarkdownTree.children(of: paragraph).allSatisfy({
                cmark_node_get_type($0) == CMARK_NODE_TEXT && MarkdownBody.plainText(of: $0).isEmpty
            }) {
                cmark_node_unlink(paragraph)
                cmark_node_free(paragraph)
            }
        }
        return MarkdownTree.text(of: MarkdownTree.children(of: item)).trimmingSpaces()
    }

    /// One dash, colon or full stop with the spaces around it.
    private static func withoutSeparator(_ text: String) -> String {
        let rest = text.drop(while: \.isWhitespace)
        guard let first = rest.first, "—–-:;,.".contains(first) else { return String(rest) }
        return String(rest.dropFirst().drop(while: \.isWhitespace))
    }

    private mutating func takeCode(_ block: OpaquePointer) {
        let info = cmark_node_get_fence_info(block).map { String(cString: $0) } ?? ""
        let words = Self.options(of: info)
        guard let first = words.first, ["ricerca", "query"].contains(first) else {
            prose.append(block)
            return
        }
        endProse()
        let start = place(of: block)
        let question = cmark_node_get_literal(block).map { String(cString: $0) } ?? ""
        var search = CuratedCollection.Search(
            question: question.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSpaces(),
            place: TextPlace(line: start.line + 1, column: 1), lines: span(of: block))
        let wrong = words.dropFirst().filter { !read($0, into: &search) }
        // More of them is no line of options.
        for option in wrong.prefix(5) {
            diagnostics.append(
                record.diagnostic(
                    .malformedCollection, at: start,
                    LocalizedText(
                        it:
                            "`\(option)` non si capisce: dopo `ricerca` vanno `limite=20`, `ordine=data` o `ordine=titolo`",
                        en: "`\(option)` is not understood: `query` takes `limit=20`, `sort=date` or `sort=title`")))
        }
        if search.question.isEmpty {
            diagnostics.append(
                record.diagnostic(
                    .malformedCollection, at: start,
                    LocalizedText(
                        it: "la ricerca è vuota: scrivi la domanda fra le due righe del blocco, come `tema:anziani`",
                        en: "the search is empty: write the question between the two lines, such as `tema:anziani`")))
        } else {
            parts.append(.search(search))
        }
    }

    /// The words of the line behind the fence; spaces around `=` do not count.
    private static func options(of info: String) -> [String] {
        var words: [String] = []
        for part in info.lowercased().replacing("=", with: " = ").split(separator: " ") {
            if part == "=" || words.last?.hasSuffix("=") == true {
                if !words.isEmpty { words[words.count - 1] += part }
            } else {
                words.append(String(part))
            }
        }
        return words
    }

    /// `limite=10`, `ordine=data`.
    private func read(_ option: String, into search: inout CuratedCollection.Search) -> Bool {
        let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return false }
        switch parts[0] {
        case "limite", "limit":
            guard let limit = Int(parts[1]), (1...10_000).contains(limit) else { return false }
            search.limit = limit
        case "ordine", "sort":
            let sorts = CuratedCollection.Search.sorts
            guard let sort = sorts[parts[1]] ?? sorts.values.first(where: { $0 == parts[1] }) else { return false }
            search.sort = sort
        default: return false
        }
        return true
    }

    /// Links to sheets wherever they stand, entries left out.
    private mutating func findLinks(in root: OpaquePointer) {
        MarkdownTree.forEachNode(of: root) { node in
            guard let id = Self.sheetID(of: node) else { return }
            if let paragraph = cmark_node_parent(node), let item = cmark_node_parent(paragraph),
                cmark_node_get_type(item) == CMARK_NODE_ITEM, Self.entryLink(of: item) == node
            {
                return
            }
            links.append(.init(id: id, place: place(of: MarkdownTree.block(of: node))))
        }
    }

    /// What looks like an entry or a heading and is read as plain text.
    private mutating func findSlips(in root: OpaquePointer) {
        var slips: [(node: OpaquePointer, message: LocalizedText)] = []
        let entry = LocalizedText(
            it: "sembra una voce ma non lo è: scrivi `[Titolo](scheda:ID)`, senza spazi dopo i due punti",
            en: "this looks like an entry and is none: write `[Title](scheda:ID)`, without a space after the colon")
        MarkdownTree.forEachNode(of: root) { node in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_LINK:
                let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
                // Addresses of the web have a dot or a colon; an id has neither.
                if !address.isEmpty, !address.contains(where: { ".:/#@".contains($0) }) { slips.append((node, entry)) }
            case CMARK_NODE_TEXT:
                let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
                if text.contains(CuratedCollection.scheme) { slips.append((node, entry)) }
                if let parent = cmark_node_parent(node), cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH,
                    cmark_node_first_child(parent) == node, text.prefixMatch(of: /#{1,6}[^\s#]/) != nil
                {
                    slips.append(
                        (
                            node,
                            LocalizedText(
                                it: "sembra un titolo ma non lo è: dopo `#` serve uno spazio",
                                en: "this looks like a heading and is none: there must be a space after `#`")
                        ))
                }
            default: break
            }
        }
        for (node, message) in slips {
            let place = place(of: MarkdownTree.block(of: node))
            diagnostics.append(record.diagnostic(.malformedCollection, at: place, message))
        }
    }

    private func place(of node: OpaquePointer) -> TextPlace {
        TextPlace(
            line: Int(cmark_node_get_start_line(node)) + record.bodyLine - 1,
            column: max(1, Int(cmark_node_get_start_column(node))))
    }

    /// Of the file, from 0, without the empty lines that cmark counts to a block.
    private func span(of node: OpaquePointer) -> Range<Int> {
        let first = Int(cmark_node_get_start_line(node)) - 1
        var end = min(lines.count, max(first + 1, Int(cmark_node_get_end_line(node))))
        while end > first + 1, lines[end - 1].allSatisfy(\.isWhitespace) { end -= 1 }
        let offset = record.bodyLine - 1
        return (first + offset)..<(end + offset)
    }
}
