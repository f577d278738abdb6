package import ItalianText

/// The texts of a document, with the terms that stand in them.
package struct DocumentText: Sendable {
    /// By `TextField.rawValue`, likewise the next.
    package let fields: [String]
    let terms: [TermText]

    package init(_ analyzer: TextAnalyzer, _ parts: (TextField) -> [String]) {
        fields = TextField.allCases.map { TextField.joined(parts($0)) }
        terms = fields.map { TermText($0, analyzer) }
    }

    package func parts(of field: TextField) -> [String] {
        TextField.parts(of: fields[field.rawValue])
    }

    /// What snippets are cut from, in the order in which a reader meets it.
    package var passages: [String] {
        TextField.allCases.filter(\.isShown).flatMap(parts)
    }

    /// The different words that may be suggested for a misspelled one, accents off.
    package var spellings: Set<String> {
        let words = Set(terms.flatMap { $0.words.map(\.exact) })
        return Set(words.map { String($0.unicodeScalars.dropFirst()) }.filter(Spelling.isCandidate))
    }

    /// The words that count, in all fields that count.
    package var length: Int {
        TextField.allCases.filter(\.countsInLength).map { terms[$0.rawValue].length }.reduce(0, +)
    }
}
