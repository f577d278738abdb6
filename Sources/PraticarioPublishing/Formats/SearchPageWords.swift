import ItalianText
import PraticarioCorpus
import PraticarioSearch

/// The words of the texts that a search page holds, and all forms of their families: what a reader may type.
struct SearchPageWords {
    private var terms: [String: String] = [:]
    private let analyzer: TextAnalyzer
    private var stopWords: Set<String>
    private var families: Set<String> = []

    init(_ analyzer: TextAnalyzer) {
        self.analyzer = analyzer
        stopWords = Set(analyzer.stopWords)
    }

    /// Takes in what a sheet says that may leave the house.
    ///
    /// - Returns: the labels of its concepts and territories, and the names of bodies.
    mutating func add(_ entry: Entry, _ vocabularies: Vocabularies) -> String {
        var shown = entry
        shown.sections = entry.publicSections
        let text = SearchDocument(shown, vocabularies).text
        for field in TextField.allCases { add(text.parts(of: field).joined(separator: "\n")) }
        return [TextField.labels, .names].map { text.parts(of: $0).joined(separator: "\n") }.joined(separator: "\n")
    }

    private mutating func add(_ text: String) {
        for word in analyzer.words(in: text) {
            let base = String(word.exact.unicodeScalars.dropFirst())
            guard let stem = word.stem else {
                stopWords.insert(base)
                continue
            }
            families.insert(stem)
            if base != stem { terms[base] = stem }
        }
    }

    /// The family of each form, where it is not the form itself, both without accents; the words that count for nothing,
    /// in order.
    var found: (terms: [String: String], stopWords: [String]) {
        var terms = terms
        for (form, term) in analyzer.listedForms where families.contains(term) && form != term {
            terms[form] = terms[form] ?? term
        }
        return (terms, stopWords.sorted())
    }
}
