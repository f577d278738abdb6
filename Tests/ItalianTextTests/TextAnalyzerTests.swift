import ItalianText
import Testing

/// A language that knows nothing of its words: every one is its own stem.
private struct BareRules: LanguageRules {
    var language: String { "x-bare" }
    func isElided(_ form: UnsafeBufferPointer<UInt8>) -> Bool { false }
    func accented(_ form: String) -> String? { nil }
    func isStopWord(_ form: String) -> Bool { form == "the" }
    var stopWords: [String] { ["the"] }
    var wordsOfOneself: Set<String> { [] }
    func isCommon(_ base: String) -> Bool { false }
    var commonWords: [String] { [] }
    var askingWords: Set<String> { [] }
    var abbreviations: [String: String] { [:] }
    func isListed(_ form: String) -> Bool { false }
    var listedForms: [(form: String, term: String)] { [] }
    func otherBeginnings(ofFormsOf term: UnsafeBufferPointer<UInt8>) -> [UInt8] { [] }
    var digest: String { "" }
    var probe: String { "The words" }
    func makeStemmer() -> any WordStemmer { OwnStem() }

    private final class OwnStem: WordStemmer {
        func stems(form: [UInt8], base: [UInt8]) -> (stem: [UInt8], variant: [UInt8]?) { (base, nil) }
    }
}

@Suite struct TextAnalyzerTests {
    private static let bare = TextAnalyzer(BareRules())

    @Test(arguments: [
        (
            "The orti dell'associazione", ["the", "orti", "dell", "associazione"],
            ["-", "orti", "dell", "associazione"]
        ),
        ("CITTÀ e citta'", ["città", "e", "citta"], ["citta", "e", "citta"]),
    ])
    func `another language's rules decide elision, accents, stop words and stems`(
        text: String, forms: [String], stems: [String]
    ) {
        let words = Self.bare.words(in: text)
        #expect(words.map(\.form) == forms)
        #expect(words.map { $0.stem ?? "-" } == stems)
    }

    @Test func `analyzers that differ never share an index or a scanner`() {
        #expect(Self.bare.fingerprint != TextAnalyzer.italian.fingerprint)
        #expect(Self.bare.words(in: "gli orti").map(\.stem) == ["gli", "orti"])
        #expect(TextAnalyzer.italian.words(in: "gli orti").map(\.stem) == [nil, "orto"])
    }

    @Test(arguments: ["it", "en", "", "x-bare"])
    func `texts in a language without rules of its own are read as Italian`(language: String) {
        #expect(TextAnalyzer.of(language: language).language == "it")
    }
}
