package import PraticarioSystem

/// A sheet as the file that would give it, for whoever takes it over: without internal notes.
///
/// Reading the text gives the same entry, and writing that one the same text, byte for byte.
package struct SheetText {
    private let entry: Entry
    private let language: Language
    private let label: (_ territory: String) -> String?

    /// - Parameters:
    ///   - language: of the keys and of words such as `pratica`.
    ///   - label: names a territory for readers of its code.
    package init(_ entry: Entry, language: Language, label: @escaping (_ territory: String) -> String?) {
        self.entry = entry
        self.language = language
        self.label = label
    }

    package var text: String {
        let fields = SheetField.all.map { field in
            let value = field.value(entry)
            return value.isEmpty ? "" : line(field.name.key(in: language), value)
        }
        return "---\n" + fields.joined() + "---\n" + Self.publicBody(of: entry)
    }

    /// The body without its internal notes, otherwise as written.
    package static func publicBody(of entry: Entry) -> String {
        let lines = SourceText(entry.body).lines
        let notes = InternalNotes.lines(of: entry.body, count: lines.count)
        guard !notes.isEmpty else { return entry.body }
        var kept: [Substring] = []
        var next = 0
        for range in notes {
            kept += lines[next..<range.lowerBound]
            next = range.upperBound
            // What stood on both sides must not become one paragraph.
            let isApart = kept.last?.allSatisfy(\.isWhitespace) ?? true
            if next < lines.count, !isApart, !lines[next].allSatisfy(\.isWhitespace) { kept.append("") }
        }
        kept += lines[next...]
        // What was cut off at the end leaves the line before with its line end.
        let endsInside = next == lines.count
        return kept.joined(separator: "\n") + (endsInside && !kept.isEmpty && kept.last != "" ? "\n" : "")
    }

    // MARK: Fields

    private func line(_ key: String, _ value: FieldValue, indentation: String = "") -> String {
        let start = indentation + key + ":"
        let deeper = indentation + "  "
        switch value {
        case .parts(let parts): return start + "\n" + lines(parts, indentation: deeper)
        case .list(let items):
            if case .parts = items.first {
                return start + "\n" + items.map { self.item($0, indentation: deeper) }.joined()
            }
            if indentation.isEmpty, case .key(_, .territories) = items.first {
                return start + "\n" + items.map { code($0, indentation: deeper) }.joined()
            }
            return "\(start) [\(items.map { scalar(text($0)) }.joined(separator: ", "))]\n"
        default: return "\(start) \(scalar(text(value)))\n"
        }
    }

    private func lines(_ parts: [FieldValue.Part], indentation: String) -> String {
        parts.map { line($0.part.keys[language], $0.value, indentation: indentation) }.joined()
    }

    /// The first field of an item stands behind its dash.
    private func item(_ item: FieldValue, indentation: String) -> String {
        guard case .parts(let parts) = item else { return "" }
        let text = lines(parts, indentation: indentation + "  ")
        return indentation + "- " + text.dropFirst(indentation.count + 2)
    }

    /// A code with the name that a reader knows it by.
    private func code(_ item: FieldValue, indentation: String) -> String {
        let code = text(item)
        let name = label(code)?.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "\(indentation)- \(YAMLText.quoted(code))" + (name.map { " # \($0)" } ?? "") + "\n"
    }

    private func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text), .address(let text), .key(let text, _): text
        case .word(let label): label[language]
        case .date(let date): date.written
        case .none, .parts, .list: ""
        }
    }

    /// Words of letters, digits and hyphens that begin with a letter stand as they are, everything else between quotes.
    private func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map { $0.isASCII && $0.properties.isAlphabetic } == true
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || ("0"..."9") ~= $0)
            }
            && !["null", "true", "false", "yes", "no"].contains(text.lowercased())
        return isPlain ? text : YAMLText.quoted(text)
    }
}

extension Entry {
    /// All but "Note interne".
    package var publicSections: [EntrySection] {
        sections.filter { !StandardSection.isInternalNotes($0.title) }
    }
}
