package import PraticarioCorpus

/// What a person typed, taken apart; nothing is looked up yet.
package struct QuestionReading: Sendable {
    package let text: String
    package let question: Question
    /// Of each part where it begins, from 1, in Unicode scalars.
    package let columns: [Int]
    /// What was not understood; it is searched as words all the same.
    package let diagnostics: [Diagnostic]

    /// Words, `"phrases"`, `prefix*`, `-excluded`, `filter:value`. Never fails.
    package init(_ text: String) {
        var parser = QuestionParser(text)
        parser.run()
        self.text = text
        question = Question(parts: parser.parts, sort: parser.sort)
        columns = parser.columns
        diagnostics = parser.diagnostics
    }
}
