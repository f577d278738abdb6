/// The file of a collection, to be changed: what a change does not concern stays byte for byte.
public struct CollectionText: Sendable {
    /// With their line ends.
    private var lines: [ArraySlice<UInt8>]
    private let path: String

    /// `nil` for a file that is not in UTF-8: what is added would be in another encoding than the rest.
    public init?(_ bytes: [UInt8], path: String) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.path = path
        lines = Self.split(bytes)
    }

    public var bytes: [UInt8] { lines.flatMap { $0 } }

    /// Where an entry goes.
    public enum Position: Hashable, Sendable {
        /// Before the first entry, after the last one.
        case first, last
        case before(String)
        case after(String)
    }

    /// What becomes an entry.
    public struct NewEntry: Hashable, Sendable {
        public var id: String
        public var title: String
        /// One paragraph of plain text; empty for none.
        public var note: String

        public init(id: String, title: String, note: String = "") {
            self.id = id
            self.title = title
            self.note = note
        }

        fileprivate var text: String {
            let title = MarkdownText.escaped(title.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            let note = MarkdownText.escaped(note.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            return "[\(title)](\(CuratedCollection.scheme)\(id))" + (note.isEmpty ? "" : " — \(note)")
        }
    }

    /// `false` where the position names a sheet that is no entry.
    public mutating func add(_ entries: [NewEntry], at position: Position = .last) -> Bool {
        let present = present
        guard let line = line(of: position, among: present) else { return false }
        let marker = marker(near: line, present)
        if present.isEmpty {
            endLastLine()
            let isOpen = lines.last.map { !$0.allSatisfy(Self.isSpace) } ?? false
            insert((isOpen ? [""] : []) + entries.map { marker + $0.text }, at: lines.count)
        } else {
            insert(entries.map { marker + $0.text }, at: line)
        }
        return true
    }

    /// Adds a search, which finds anew whenever the collection is read.
    public mutating func add(search question: String, limit: Int?, sort: String?) {
        endLastLine()
        let isOpen = lines.last.map { !$0.allSatisfy(Self.isSpace) } ?? false
        let options = (limit.map { " limite=\($0)" } ?? "") + (sort.map { " ordine=\($0)" } ?? "")
        let fence = String(repeating: "`", count: max(3, Self.longestRun(of: "`", in: question) + 1))
        insert((isOpen ? [""] : []) + [fence + "ricerca" + options, Self.oneLine(question), fence], at: lines.count)
    }

    /// Takes all entries of a sheet out; `false` where there is none.
    public mutating func remove(_ id: String) -> Bool {
        let doomed = present.filter { $0.id == id }
        for entry in doomed.reversed() { lines.removeSubrange(entry.lines) }
        return !doomed.isEmpty
    }

    /// Moves the first entry of a sheet; `false` where it, or the sheet that the position names, is no entry.
    public mutating func move(_ id: String, to position: Position) -> Bool {
        guard let entry = present.first(where: { $0.id == id }) else { return false }
        var moved = self
        let block = lines[entry.lines]
        moved.lines.removeSubrange(entry.lines)
        guard let line = moved.line(of: position, among: moved.present) else { return false }
        moved.endLine(before: line)
        moved.lines.insert(contentsOf: block, at: line)
        moved.endLine(before: line + block.count)
        self = moved
        return true
    }

    /// Writes what the searches find now in their place, with the day on which that was.
    ///
    /// - Parameter found: gives the entries for a search.
    /// - Returns: how many searches there were.
    public mutating func freeze(
        on date: PartialDate, in language: Language, _ found: (CuratedCollection.Search) throws -> [NewEntry]
    ) rethrows -> Int {
        let searches = CuratedCollection.read(bytes, path: path).collection?.searches ?? []
        for search in searches.reversed() {
            let entries = try found(search)
            let fence = String(repeating: "`", count: Self.longestRun(of: "`", in: search.question) + 1)
            let question = fence.count > 1 ? "\(fence) \(search.question) \(fence)" : "`\(search.question)`"
            let day = date.iso8601
            let heading =
                entries.isEmpty
                ? language.say(
                    "La ricerca \(question) del \(day) non ha trovato schede.",
                    "The search \(question) of \(day) found no sheets.")
                : language.say(
                    "Trovate il \(day) con la ricerca \(question):", "Found on \(day) by the search \(question):")
            lines.removeSubrange(search.lines)
            endLine(before: search.lines.lowerBound)
            insert(
                [heading] + (entries.isEmpty ? [] : [""]) + entries.map { "- " + $0.text }, at: search.lines.lowerBound)
        }
        return searches.count
    }

    /// Takes internal notes out, for whoever the collection is handed to.
    public mutating func removeInternalNotes() {
        guard let record = Record.parse(bytes, path: path).record else { return }
        let offset = record.bodyLine - 1
        for notes in InternalNotes.lines(of: record.body, count: lines.count - offset).reversed() {
            lines.removeSubrange((notes.lowerBound + offset)..<(notes.upperBound + offset))
        }
    }

    private var present: [CuratedCollection.Entry] {
        CuratedCollection.read(bytes, path: path).collection?.entries ?? []
    }

    private func line(of position: Position, among entries: [CuratedCollection.Entry]) -> Int? {
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
        guard let entry, let bracket = lines[entry.lines.lowerBound].firstIndex(of: UInt8(ascii: "[")) else {
            return "- "
        }
        return String(decoding: lines[entry.lines.lowerBound][..<bracket], as: UTF8.self)
    }

    private mutating func insert(_ texts: [String], at line: Int) {
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
        let end = lines.first.map { Array($0.suffix(while: { $0 == 0x0A || $0 == 0x0D })) } ?? []
        return end.isEmpty ? [0x0A] : end
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
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

    /// At the same places as `SourceText`: LF, CR LF or CR.
    private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            lines.append(bytes[start..<index])
            start = index
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }
}

extension ArraySlice {
    fileprivate func suffix(while predicate: (Element) -> Bool) -> ArraySlice {
        var start = endIndex
        while start > startIndex, predicate(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
