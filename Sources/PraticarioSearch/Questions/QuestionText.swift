import PraticarioSystem

extension Question {
    /// The question in the query language: reading it gives this question again.
    public var text: String {
        let order = sort.map { ["ordine:\($0.name(in: .italian))"] } ?? []
        return (parts.map(QuestionText.text) + order).joined(separator: " ")
    }
}

/// How the parts of a question are written.
enum QuestionText {
    static func text(of part: Question.Part) -> String {
        guard part.isExcluded else { return text(of: part.content) }
        // A hyphen before a bracket is no sign, and what stands between spaces is one value only between quotes.
        if case .words(let text, let style, inTitle: false) = part.content, style != .quoted,
            !isPlain(text) || !QuestionParser.beginsWord(text)
        {
            return "senza:" + written(text + (style == .prefix ? "*" : ""))
        }
        return "-" + text(of: part.content)
    }

    private static func text(of content: Question.Content) -> String {
        switch content {
        case .words(let text, .quoted, let inTitle): (inTitle ? "titolo:" : "") + quoted(text)
        case .words(let text, .prefix, inTitle: false): text + "*"
        case .words(let text, .prefix, inTitle: true): "titolo:" + written(text + "*")
        case .words(let text, .plain, inTitle: false): text
        case .words(let text, .plain, inTitle: true): "titolo:" + written(text)
        case .filter(let name, let value): name.name(in: .italian) + ":" + written(value)
        case .collection(let name): "raccolta:" + written(name)
        }
    }

    /// Between quotes where something else than the value would be read without them.
    private static func written(_ value: String) -> String {
        isPlain(value) ? value : quoted(value)
    }

    private static func isPlain(_ value: String) -> Bool {
        value.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-.,;+/'’()&".unicodeScalars.contains(scalar)
        }
    }

    /// Between the quotes that do not stand in the text.
    private static func quoted(_ text: String) -> String {
        text.contains("\"") ? "«\(text)»" : "\"\(text)\""
    }

    // MARK: What can be written

    /// A value between quotes; `nil` for nothing but white space.
    static func value(_ text: String) -> String? {
        let kept = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let value = withoutClashingQuotes(kept)
        return value.isEmpty ? nil : value
    }

    /// As `value`; `nil` also for a text without a word.
    static func phrase(_ text: String) -> String? {
        guard let value = value(text), QuestionParser.hasWord(value) else { return nil }
        return value
    }

    /// A text that holds both kinds of quotes could stand between neither.
    static func withoutClashingQuotes(_ text: String) -> String {
        text.contains("\"") ? text.replacing("»", with: "") : text
    }

    /// A word that would be read as something else is a phrase of one.
    static func contents(ofWord word: String, inTitle: Bool) -> [Question.Content] {
        let read = QuestionReading((inTitle ? "titolo:" : "") + word).question.parts
        if read.count == 1, case .words(let text, let style, let isInTitle) = read[0].content, isInTitle == inTitle,
            !read[0].isExcluded, style != .quoted, text + (style == .prefix ? "*" : "") == word
        {
            return [read[0].content]
        }
        guard let phrase = phrase(word.filter { $0 != "*" || inTitle == false }) else { return [] }
        // Within a title there are no phrases, only words that belong together.
        return [.words(phrase, inTitle ? .plain : .quoted, inTitle: inTitle)]
    }
}
