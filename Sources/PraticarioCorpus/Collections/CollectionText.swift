package import PraticarioSystem

/// The file of a collection, to be changed: what a change does not concern stays byte for byte.
package struct CollectionText: Sendable {
    /// With their line ends.
    var lines: [ArraySlice<UInt8>]
    let path: String

    /// `nil` for a file that is not in UTF-8: what is added would be in another encoding than the rest.
    package init?(_ bytes: [UInt8], path: String) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.path = path
        lines = TextLines.split(bytes)
    }

    package var bytes: [UInt8] { lines.flatMap { $0 } }

    /// What becomes an entry.
    package struct NewEntry: Hashable, Sendable {
        package var id: String
        package var title: String
        /// One paragraph of plain text; empty for none.
        package var note: String

        package init(id: String, title: String, note: String = "") {
            self.id = id
            self.title = title
            self.note = note
        }

        fileprivate var text: String {
            let title = CollectionText.plain(title)
            let note = CollectionText.plain(note)
            return "[\(title)](\(CuratedCollection.scheme)\(id))" + (note.isEmpty ? "" : " — \(note)")
        }
    }

    /// What a change came to.
    package enum Outcome: Hashable, Sendable {
        case done
        /// The sheet, or the one that the position names, is no entry.
        case notAnEntry
        /// What stands around the lines would be read otherwise than before; nothing was changed.
        case unclear
    }

    package mutating func add(_ entries: [NewEntry], at position: CollectionPosition = .last) -> Outcome {
        let present = present
        guard let line = line(of: position, among: present) else { return .notAnEntry }
        var expected = present.map(\.id)
        expected.insert(contentsOf: entries.map(\.id), at: present.count { $0.lines.upperBound <= line })
        return changing(to: expected) { $0.insert(entries, at: line, present) }
    }

    private mutating func insert(_ entries: [NewEntry], at line: Int, _ present: [CuratedCollection.Entry]) {
        let marker = marker(near: line, present)
        if present.isEmpty {
            endLastLine()
            let isOpen = lines.last.map { !$0.allSatisfy(Self.isSpace) } ?? false
            insert((isOpen ? [""] : []) + entries.map { marker + $0.text }, at: lines.count)
        } else {
            insert(entries.map { marker + $0.text }, at: line)
        }
    }

    /// Makes a change only where the entries are then those that are meant, in this order.
    mutating func changing(to ids: [String], _ change: (inout CollectionText) -> Void) -> Outcome {
        var changed = self
        change(&changed)
        guard changed.present.map(\.id) == ids else { return .unclear }
        self = changed
        return .done
    }

    /// Adds a search, which finds anew whenever the collection is read.
    package mutating func add(search question: String, limit: Int?, sort: String?) {
        endLastLine()
        let isOpen = lines.last.map { !$0.allSatisfy(Self.isSpace) } ?? false
        let order = sort.map { sort in CuratedCollection.Search.sorts.first { $0.value == sort }?.key ?? sort }
        let options = (limit.map { " limite=\($0)" } ?? "") + (order.map { " ordine=\($0)" } ?? "")
        let fence = String(repeating: "`", count: max(3, Self.longestRun(of: "`", in: question) + 1))
        insert((isOpen ? [""] : []) + [fence + "ricerca" + options, Self.oneLine(question), fence], at: lines.count)
    }

    /// Takes all entries of a sheet out.
    package mutating func remove(_ id: String) -> Outcome {
        let present = present
        let doomed = present.filter { $0.id == id }
        guard !doomed.isEmpty else { return .notAnEntry }
        return changing(to: present.map(\.id).filter { $0 != id }) { text in
            for entry in doomed.reversed() {
                text.lines.removeSubrange(entry.lines)
                text.keepApart(at: entry.lines.lowerBound)
            }
        }
    }

    /// Moves the first entry of a sheet.
    package mutating func move(_ id: String, to position: CollectionPosition) -> Outcome {
        let present = present
        guard let entry = present.first(where: { $0.id == id }) else { return .notAnEntry }
        var rest = self
        let block = lines[entry.lines]
        rest.lines.removeSubrange(entry.lines)
        guard let line = rest.line(of: position, among: rest.present) else { return .notAnEntry }
        var expected = present.map(\.id)
        expected.remove(at: present.firstIndex(of: entry) ?? 0)
        expected.insert(id, at: rest.present.count { $0.lines.upperBound <= line })
        return changing(to: expected) { text in
            text.lines = rest.lines
            text.endLine(before: line)
            text.lines.insert(contentsOf: block, at: line)
            text.endLine(before: line + block.count)
        }
    }

    /// A line that was cut out must not make one paragraph, or a heading, of its neighbours.
    mutating func keepApart(at line: Int) {
        guard line > 0, line < lines.count, !lines[line - 1].allSatisfy(Self.isSpace),
            !lines[line].allSatisfy(Self.isSpace), marker(of: lines[line]) == nil
        else { return }
        lines.insert(ArraySlice(lineEnd), at: line)
    }

    /// Writes what the searches find now in their place, with the day on which that was.
    ///
    /// - Parameter found: gives the entries for a search.
    /// - Returns: how many searches there were.
    package mutating func freeze(
        on date: PartialDate, in language: Language, _ found: (CuratedCollection.Search) throws -> [NewEntry]
    ) rethrows -> Int {
        let collection = CuratedCollection.read(bytes, path: path).collection
        let searches = collection?.searches ?? []
        // A sheet is an entry once; the first search that finds it has it.
        var seen = Set(collection?.entries.map(\.id) ?? [])
        let entries = try searches.map { try found($0).filter { seen.insert($0.id).inserted } }
        for (search, entries) in zip(searches, entries).reversed() {
            let fence = String(repeating: "`", count: Self.longestRun(of: "`", in: search.question) + 1)
            let question = fence.count > 1 ? "\(fence) \(search.question) \(fence)" : "`\(search.question)`"
            let day = date.text(in: language)
            let heading =
                entries.isEmpty
                ? language.say(
                    "La ricerca \(question) del \(day) non ha trovato schede.",
                    "The search \(question) of \(day) found no sheets.")
                : language.say(
                    "Trovate il \(day) con la ricerca \(question):", "Found on \(day) by the search \(question):")
            lines.removeSubrange(search.lines)
            let line = search.lines.lowerBound
            let texts = [heading] + (entries.isEmpty ? [] : [""]) + entries.map { "- " + $0.text }
            let isApartBefore = line == 0 || lines[line - 1].allSatisfy(Self.isSpace)
            let isApartAfter = line == lines.count || lines[line].allSatisfy(Self.isSpace)
            insert((isApartBefore ? [] : [""]) + texts + (isApartAfter ? [] : [""]), at: line)
        }
        return searches.count
    }

    /// Takes internal notes out, for whoever the collection is handed to.
    package mutating func removeInternalNotes() {
        guard let record = Record.parse(bytes, path: path).record else { return }
        let offset = record.bodyLine - 1
        for notes in InternalNotes.lines(of: record.body, count: lines.count - offset).reversed() {
            lines.removeSubrange((notes.lowerBound + offset)..<(notes.upperBound + offset))
        }
    }

    var present: [CuratedCollection.Entry] {
        CuratedCollection.read(bytes, path: path).collection?.entries ?? []
    }

    func line(of position: CollectionPosition, among entries: [CuratedCollection.Entry]) -> Int? {
        switch position {
        case .first: entries.first?.lines.lowerBound ?? lines.count
        case .last: entries.last?.lines.upperBound ?? lines.count
        case .before(let id): entries.first { $0.id == id }?.lines.lowerBound
        case .after(let id): entries.first { $0.id == id }?.lines.upperBound
        }
    }

    /// How the items next to a line begin: `- `, `* `, `1. `.
    private func marker(near line: Int, _ entries: [CuratedCollection.Entry]) -> String {
        let entry = entries.last { $0.lines.upperBound <= line } ?? entries.first
        return entry.flatMap { marker(of: lines[$0.lines.lowerBound]) } ?? "- "
    }

    /// The bullet or number of a line with the spaces around it; `nil` for a line that begins no item.
    private func marker(of line: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: line, as: UTF8.self)
        return text.prefixMatch(of: #/ *(?:[-*+]|[0-9]{1,9}[.)]) +/#).map { String($0.output) }
    }

    mutating func insert(_ texts: [String], at line: Int) {
        endLine(before: line)
        let end = lineEnd
        lines.insert(contentsOf: texts.map { ArraySlice(Array($0.utf8) + end) }, at: line)
    }

    private mutating func endLastLine() {
        endLine(before: lines.count)
    }

    /// The last line of a file may lack its line end.
    private mutating func endLine(before line: Int) {
        guard line > 0, let last = lines[line - 1].last, last != 0x0A, last != 0x0D else { return }
        lines[line - 1] += lineEnd[...]
    }

    /// As the file ends its first line.
    private var lineEnd: [UInt8] {
        let end = TextLines.end(of: lines.first)
        return end.isEmpty ? [0x0A] : end
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// One paragraph of text that nothing in Markdown makes anything else of.
    static func plain(_ text: String) -> String {
        MarkdownText.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func longestRun(of character: Character, in text: String) -> Int {
        var longest = 0
        var run = 0
        for other in text {
            run = other == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
