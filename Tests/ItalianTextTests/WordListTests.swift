import ItalianText
import Testing

@Suite struct WordListTests {
    @Test(arguments: [
        ("uno due\ntre", ["uno", "due", "tre"]), ("  perché  \n\n è\n", ["perché", "è"]), ("", []), (" \n", []),
    ]) func `spaces and ends of lines part the words of a list`(list: String, words: [String]) {
        #expect(WordList.words(of: list) == words)
    }
}
