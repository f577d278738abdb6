import PraticarioSystem

/// The curator's letter: what stands before the first heading, entry or search.
extension CollectionText {
    /// As it is typed, Markdown; empty where there is none.
    package var letter: String {
        letterLines.map { lines[$0].map { TextLines.text(of: $0) }.joined(separator: "\n").trimmingSpaces() } ?? ""
    }

    /// Writes the letter in the place of the one that is there; empty takes it away.
    ///
    /// - Returns: `notAnEntry` for a text that would be more than a letter: with a heading, an entry or a search in it.
    package mutating func set(letter markdown: String) -> Outcome {
        let new = SourceText(markdown).lines.map { String($0) }.joined(separator: "\n").trimmingSpaces()
        guard new != letter else { return .done }
        guard let place = letterLines else { return .unclear }
        var changed = self
        let isLast = place.upperBound == lines.count
        changed.lines.removeSubrange(place)
        let texts =
            new.isEmpty
            ? (isLast ? [] : [""])
            : [""] + new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                + (isLast ? [] : [""])
        changed.insert(texts, at: place.lowerBound)
        guard changed.letter == new, changed.marks == marks, changed.present.map(\.id) == present.map(\.id) else {
            return .notAnEntry
        }
        self = changed
        return .done
    }

    /// `nil` for what is no collection.
    private var letterLines: Range<Int>? {
        guard let record = Record.parse(bytes, path: path).record else { return nil }
        let start = record.bodyLine - 1
        guard start <= lines.count else { return nil }
        let collection = CuratedCollection.read(bytes, path: path).collection
        let stops =
            (collection?.entries.map(\.lines.lowerBound) ?? []) + (collection?.searches.map(\.lines.lowerBound) ?? [])
            + headings.map(\.line)
        return start..<max(start, stops.min() ?? lines.count)
    }

    /// What a letter has not.
    private var marks: [String] {
        headings.map(\.title) + (CuratedCollection.read(bytes, path: path).collection?.searches.map(\.question) ?? [])
    }
}
