import ItalianText
package import PraticarioSystem

/// A table and the file that says what its columns are, to be changed: single cells and rows, the rest byte for byte.
package struct TableFileText: Sendable {
    /// Without the byte order mark.
    private var content: [UInt8]
    private let mark: [UInt8]
    /// Of the file beside the table; `nil` where there is none.
    package private(set) var map: [UInt8]?
    private let path: String

    /// `nil` for a table that is not in UTF-8: what is written would be in another encoding than the rest.
    package init?(_ bytes: [UInt8], map: [UInt8]?, path: String) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[..<3]) : []
        content = Array(bytes[mark.count...])
        self.map = map
        self.path = path
    }

    package var bytes: [UInt8] { mark + content }

    /// Writes what a row says in a field. A field without a column gets one: the header, the row and the column map are
    /// changed, and no other row.
    ///
    /// - Returns: `false` where the table is written in a way that the change would make something else of; nothing is
    ///   changed then.
    package mutating func set(_ edit: FieldEdit, row: Int, in language: Language) -> Bool {
        var changed = self
        for (target, text) in changed.cells(of: edit) where !changed.set(target, text, row: row, in: language) {
            return false
        }
        self = changed
        return true
    }

    /// Writes what a section says, as `set(_:row:in:)` does a field.
    package mutating func set(
        _ part: SheetContent.Part, to text: String, row: Int, in language: Language
    ) -> Bool {
        guard case .section(let title, 0) = part, !title.isEmpty else { return false }
        let own = StandardSection(named: title)?.label.it ?? title
        return set(.section(own), text, row: row, in: language)
    }

    /// What the cells of a row are to say so that it says a field; cells that said something else of it are emptied.
    private func cells(of edit: FieldEdit) -> [(TableTarget, String)] {
        let field = edit.field
        var cells: [(TableTarget, String)] = []
        switch edit.value {
        case .parts(let parts):
            cells = parts.map { (target(of: $0.part, in: field), Self.text($0.value)) }
        case .list(let items) where items.contains(where: { if case .parts = $0 { true } else { false } }):
            for part in field.row.shape.parts {
                let texts = items.map { item -> String in
                    guard case .parts(let own) = item else { return "" }
                    return own.first { $0.part == part }.map { Self.text($0.value) } ?? ""
                }
                guard texts.contains(where: { !$0.isEmpty }) else { continue }
                // A dash holds the place of what is not there.
                let whole = CellItems.joined(texts.map { $0.isEmpty ? "-" : $0 })
                cells.append((target(of: part, in: field), whole))
            }
        case .none: break
        default: cells = [(.field(field), Self.text(edit.value))]
        }
        let said = cells.map(\.0)
        return present.filter { $0.isOf(field) && !said.contains($0) }.map { ($0, "") } + cells
    }

    /// The column for a part: a column for the whole field says its first part.
    private func target(of part: FieldPart, in field: FieldName) -> TableTarget {
        let own = TableTarget.part(field, part.english)
        let isFirst = field.row.shape.parts.first == part
        return isFirst && !present.contains(own) && present.contains(.field(field)) ? .field(field) : own
    }

    /// What the columns are.
    private var present: [TableTarget] {
        let records = records
        guard let header = records.firstIndex(where: { !$0.cells.allSatisfy(CSVRow.isEmpty) }) else { return [] }
        let columns = SheetTable.read(bytes, map: map, path: path).map.lookup
        return records[header].cells.compactMap { columns.target(of: $0) }
    }

    private static func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): text
        case .list(let items): CellItems.joined(items.map(text))
        default: ""
        }
    }

    /// Takes a row out; those below move up.
    package mutating func remove(row: Int) -> Bool {
        let records = records
        guard let index = records.firstIndex(where: { $0.number == row }), index > 0 else { return false }
        var lines = TextLines.split(content)
        lines.removeSubrange(self.lines(of: index, records, lines.count))
        let before = records.map(\.cells)
        let old = content
        content = lines.flatMap { $0 }
        guard self.records.map(\.cells) == Array(before[..<index] + before[(index + 1)...]) else {
            content = old
            return false
        }
        return true
    }

    /// Whether some cell of a table is this id, or would give it.
    package static func mentions(_ id: String, in bytes: [UInt8]) -> Bool {
        guard let text = TableFileText(bytes, map: nil, path: "") else { return true }
        return text.records.contains { record in
            record.cells.contains { TextKey.slug($0) == id || id.hasPrefix(TextKey.slug($0) + "-") && !$0.isEmpty }
        }
    }

    /// The number of the row that states this id; `nil` where none does.
    package func row(of id: String) -> Int? {
        let records = records
        guard let header = records.firstIndex(where: { !$0.cells.allSatisfy(CSVRow.isEmpty) }) else { return nil }
        let columns = SheetTable.read(bytes, map: map, path: path).map.lookup
        guard let column = records[header].cells.firstIndex(where: { columns.target(of: $0) == .field(.id) }) else {
            return nil
        }
        return records[(header + 1)...].first { column < $0.cells.count && $0.cells[column] == id }?.number
    }

    /// Gives a sheet another id in a row that refers to it: in cells with ids of other sheets, and in links.
    package mutating func rename(_ old: String, to new: String, inReferencesOfRow row: Int) -> Bool {
        let before = records
        guard let header = before.firstIndex(where: { !$0.cells.allSatisfy(CSVRow.isEmpty) }),
            let index = before.firstIndex(where: { $0.number == row }), index > header
        else { return false }
        let columns = SheetTable.read(bytes, map: map, path: path).map.lookup
        let headings = before[header].cells
        changeRecord(index) { column, cell in
            let target = column < headings.count ? columns.target(of: headings[column]) : nil
            return target?.holdsSheets == true
                ? SheetIDText.renamingIDs(old, to: new, in: cell) : SheetIDText.renamingLinks(old, to: new, in: cell)
        }
        let after = records
        return after.count == before.count
            && zip(before, after).enumerated().allSatisfy { $0 == index || $1.0.cells == $1.1.cells }
    }

    /// Changes the cells of a record as they are written, quotes and all.
    private mutating func changeRecord(_ index: Int, _ change: (_ column: Int, _ cell: [UInt8]) -> [UInt8]) {
        let records = records
        var lines = TextLines.split(content)
        let range = self.lines(of: index, records, lines.count)
        let end = TextLines.end(of: lines[range.upperBound - 1])
        let record = Array(Array(lines[range].joined()).dropLast(end.count))
        let separator = CSVSeparator(of: content).separator
        let cells = Self.cells(of: record, separator).enumerated().map { change($0, Array(record[$1])) }
        lines.replaceSubrange(range, with: [ArraySlice(Array(cells.joined(separator: [separator])) + end)])
        content = lines.flatMap { $0 }
    }

    private mutating func set(_ target: TableTarget, _ text: String, row: Int, in language: Language) -> Bool {
        let before = records
        guard let header = before.firstIndex(where: { !$0.cells.allSatisfy(CSVRow.isEmpty) }),
            let index = before.firstIndex(where: { $0.number == row }), index > header
        else { return false }
        let columns = SheetTable.read(bytes, map: map, path: path).map.lookup
        let headings = before[header].cells
        let column: Int
        if let present = headings.firstIndex(where: { columns.target(of: $0) == target }) {
            column = present
        } else {
            column = headings.count
            guard addColumn(target, at: column, header: header, headings, in: language) else { return false }
        }
        replaceCell(at: column, of: index, by: FormulaGuard.escaped(Self.cellText(text, target)))
        let after = records
        guard after.count == before.count else { return false }
        return zip(before, after).enumerated().allSatisfy { number, rows in
            let (old, new) = (rows.0.cells, rows.1.cells)
            if number == index {
                return Self.isSame(old, new, but: column)
                    && FormulaGuard.removed(from: new[column]) == Self.cellText(text, target)
            }
            return number == header ? new.starts(with: old) : old == new
        }
    }

    /// A heading, and the line of the map that says what it is.
    private mutating func addColumn(
        _ target: TableTarget, at column: Int, header: Int, _ headings: [String], in language: Language
    ) -> Bool {
        let taken = Set(headings.map { FieldName.normalized($0.trimmingSpaces()) })
        var heading = target.text(in: language)
        while taken.contains(FieldName.normalized(heading)) { heading += " 2" }
        replaceCell(at: column, of: header, by: heading)
        guard let map else {
            // Without a map the heading is guessed, and must be guessed right.
            return SheetTable.read(bytes, map: nil, path: path).map.lookup.target(of: heading) == target
        }
        guard let extended = TableMap.adding(heading, target, to: map, path: path, in: language) else { return false }
        self.map = extended
        return true
    }

    private mutating func replaceCell(at column: Int, of index: Int, by text: String) {
        let records = records
        var lines = TextLines.split(content)
        let range = self.lines(of: index, records, lines.count)
        let end = TextLines.end(of: lines[range.upperBound - 1])
        let record = Array(Array(lines[range].joined()).dropLast(end.count))
        let separator = CSVSeparator(of: content).separator
        let cells = Self.cells(of: record, separator)
        let cell = Self.written(text, separator)
        let new: [UInt8]
        if column < cells.count {
            new = Array(record[..<cells[column].lowerBound]) + cell + Array(record[cells[column].upperBound...])
        } else {
            new = record + [UInt8](repeating: separator, count: column - cells.count + 1) + cell
        }
        lines.replaceSubrange(range, with: [ArraySlice(new + end)])
        content = lines.flatMap { $0 }
    }

    /// All records, empty ones too.
    private var records: [CSVRow] {
        Array(CSVSeparator(of: content).records(of: content)).map(\.row)
    }

    private func lines(of index: Int, _ records: [CSVRow], _ count: Int) -> Range<Int> {
        (records[index].line - 1)..<(index + 1 < records.count ? records[index + 1].line - 1 : count)
    }

    /// Where the cells of a record stand in it, quotes and all.
    private static func cells(of record: [UInt8], _ separator: UInt8) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var (start, isQuoted) = (0, false)
        for (index, byte) in record.enumerated() {
            if byte == CSVSeparator.quote, isQuoted || index == start || record[start] == CSVSeparator.quote {
                isQuoted.toggle()
            } else if byte == separator, !isQuoted {
                cells.append(start..<index)
                start = index + 1
            }
        }
        return cells + [start..<record.count]
    }

    private static func written(_ text: String, _ separator: UInt8) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 == separator || $0 == CSVSeparator.quote || $0 == 0x0A || $0 == 0x0D }) else {
            return bytes
        }
        let quote = CSVSeparator.quote
        return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }

    /// Text of a section may have several lines.
    private static func cellText(_ text: String, _ target: TableTarget) -> String {
        guard case .section = target else { return oneLine(text) }
        return text.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSpaces()
    }

    private static func isSame(_ old: [String], _ new: [String], but column: Int) -> Bool {
        guard new.count > column else { return false }
        return new.enumerated().allSatisfy { index, cell in
            index == column || cell == (index < old.count ? old[index] : "")
        }
    }
}

extension TableMap {
    /// The file with one more column; `nil` where it is written in a way that this would make something else of.
    static func adding(
        _ heading: String, _ target: TableTarget, to bytes: [UInt8], path: String, in language: Language
    ) -> [UInt8]? {
        let before = read(bytes, path: path).map
        var lines = TextLines.split(bytes)
        guard String(validating: bytes, as: UTF8.self) != nil, let last = before.columns.last?.place.line,
            lines.indices.contains(last - 1)
        else { return nil }
        let line = lines[last - 1]
        let (text, ownEnd) = (TextLines.text(of: line), TextLines.end(of: line))
        let entry = "\(YAMLText.quoted(heading)): \(YAMLText.quoted(target.text(in: language)))"
        if text.contains("{"), let brace = text.lastIndex(of: "}") {
            lines[last - 1] = ArraySlice(Array("\(text[..<brace]), \(entry)\(text[brace...])".utf8) + ownEnd)
        } else {
            let end = ownEnd.isEmpty ? [0x0A] : ownEnd
            lines[last - 1] = ArraySlice(Array(text.utf8) + end)
            lines.insert(ArraySlice(Array((String(text.prefix { $0 == " " }) + entry).utf8) + end), at: last)
        }
        let changed = lines.flatMap { $0 }
        let after = read(changed, path: path).map
        let isExtended =
            after.columns.map(\.heading) == before.columns.map(\.heading) + [heading]
            && after.columns.dropLast().map(\.target) == before.columns.map(\.target)
            && after.columns.last?.target == target
            && after.values.map(\.text) == before.values.map(\.text)
        return isExtended ? changed : nil
    }
}
