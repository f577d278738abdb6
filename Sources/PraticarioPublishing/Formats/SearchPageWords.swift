import ItalianText
import PraticarioCorpus
import PraticarioSearch

/// What the script of a search page cannot work out of the words that it holds: families of words, what is spelled right, what
/// says nothing on its own.
struct SearchPageWords {
    private let analyzer: TextAnalyzer
    private var terms: [String: String] = [:]
    private var families: Set<String> = []

    init(_ analyzer: TextAnalyzer) {
        self.analyzer = analyzer
    }

    /// Takes in the texts of a sheet.
    mutating func add(_ text: DocumentText) {
        for field in TextField.allCases {
            for word in text.parts(of: field).flatMap(analyzer.words) {
                guard let stem = word.stem else { continue }
                families.insert(stem)
                if analyzer.isListed(word.form) { terms[word.form] = stem }
            }
        }
    }

    /// The family of each form that is listed in one which the page has; of all other words the script finds the stem.
    var found: [String: String] {
        var terms = terms
        for (form, term) in analyzer.listedForms where families.contains(term) { terms[form] = terms[form] ?? term }
        return terms
    }

    /// The words that are never taken for misspelled ones, without accents, as `PackedLines`.
    static func known(_ vocabularies: Vocabularies) -> String {
        let analyzer = vocabularies.analyzer
        let names = vocabularies.territories.allNames.map { TextKey.folded($0) }
        let listed = analyzer.listedForms.map(\.form)
        return PackedLines.packed(
            (analyzer.commonWords + listed + names + vocabularies.labelWords).filter { word in
                word.utf8.count >= 4 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            })
    }
}

/// Lines one after the other, sorted, each with as many of the bytes of the one before as a capital says, A none, B one: much
/// shorter than the lines, and read by few lines of script. A capital of a line is its small letter behind a `^`.
enum PackedLines {
    static func packed(_ lines: some Sequence<String>) -> String {
        var packed = ""
        var last: [Unicode.Scalar] = []
        for line in Set(lines).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let scalars = line.unicodeScalars.flatMap { scalar in
                (0x41...0x5A).contains(scalar.value) ? ["^", Unicode.Scalar(UInt8(scalar.value + 32))] : [scalar]
            }
            let shared = min(25, zip(last, scalars).prefix { $0 == $1 }.count)
            packed.unicodeScalars.append(Unicode.Scalar(UInt8(65 + shared)))
            packed.unicodeScalars.append(contentsOf: scalars[shared...])
            last = scalars
        }
        return packed
    }
}
