import PraticarioSystem

/// Several values in one cell: between semicolons, or one a line.
///
/// A value that holds one of these itself stands between quotes, as in a CSV file: `"Giornale; edizione locale"; Sito`.
package enum CellItems {
    package static func split(_ text: String) -> [String] {
        guard text.contains(where: isSeparator) else { return [text.trimmingSpaces()].filter { !$0.isEmpty } }
        var items: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            rest = rest.drop { $0.isWhitespace && !$0.isNewline }
            if let (item, after) = quoted(rest) {
                items.append(item)
                rest = after
            } else {
                let end = rest.firstIndex(where: isSeparator) ?? rest.endIndex
                items.append(String(rest[..<end]).trimmingSpaces())
                rest = rest[end...]
            }
            rest = rest.dropFirst()
        }
        return items.filter { !$0.isEmpty }
    }

    package static func joined(_ items: [String]) -> String {
        items.map { item in
            let needsQuotes = item.contains(where: isSeparator)
            return needsQuotes ? "\"" + item.replacing("\"", with: "\"\"") + "\"" : item
        }.joined(separator: "; ")
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character == ";" || character.isNewline
    }

    /// A value between quotes that needs them, and what follows it; `nil` where the quotes belong to the text.
    private static func quoted(_ text: Substring) -> (item: String, after: Substring)? {
        guard text.first == "\"" else { return nil }
        var item = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            guard character == "\"" else {
                item.append(character)
                continue
            }
            if rest.first == "\"" {
                item.append("\"")
                rest = rest.dropFirst()
                continue
            }
            let after = rest.drop { $0.isWhitespace && !$0.isNewline }
            guard after.first.map(isSeparator) ?? true, item.contains(where: isSeparator) else { return nil }
            return (item, after)
        }
        return nil
    }
}
