/// What is asked of a knowledge base, as a value: words, phrases, filters, what is left out, and the order of the answer.
///
/// Anyone can build one; `text` writes it in the query language, and reading that text gives the same question again.
///
/// ```swift
/// var question = Question.words("orti sociali")
/// question.add(.filter(.territory, "071"))
/// question.add(.words("scuola"), isExcluded: true)
/// question.text  // "orti sociali territorio:071 -scuola"
/// ```
public struct Question: Codable, Hashable, Sendable {
    /// One thing to find, or to leave out.
    public struct Part: Codable, Hashable, Sendable {
        /// What the part asks for.
        public var content: Content
        /// Whether sheets that have it are left out.
        public var isExcluded: Bool

        package init(_ content: Content, isExcluded: Bool) {
            self.content = content
            self.isExcluded = isExcluded
        }
    }

    /// What a part asks for.
    public enum Content: Codable, Hashable, Sendable {
        /// Words that were written without a space between them, or a phrase; anywhere or in the title only.
        case words(String, WordStyle, inTitle: Bool)
        /// A value of a filter: a key, a label, a synonym, a range. Several parts with one filter are alternatives.
        case filter(FilterName, value: String)
        /// What a curated collection holds, by its id or title.
        case collection(String)
    }

    /// How words are meant.
    public enum WordStyle: String, Codable, Sendable {
        /// In any form of their families.
        case plain
        /// Between quotes: in this order, never corrected.
        case quoted
        /// As the beginning of a word: `ort*`.
        case prefix
    }

    /// In the order in which they were written.
    public private(set) var parts: [Part] = []
    /// The order of the answer; `nil` leaves it to whoever asks.
    public var sort: ResultOrder?

    /// A question without parts: every sheet answers it.
    public init(sort: ResultOrder? = nil) {
        self.sort = sort
    }

    package init(parts: [Part], sort: ResultOrder?) {
        self.parts = parts
        self.sort = sort
    }

    /// Plain words, whatever they look like: `tema:x` is no filter here.
    public static func words(_ text: String) -> Question {
        var question = Question()
        question.add(.words(text))
        return question
    }

    /// What a person typed; never fails. What was not understood is told where the text is
    /// asked: `SearchResults.query`.
    ///
    /// `Question.parse("doposcuola territorio:lazio").parts.count  // 2`
    public static func parse(_ text: String) -> Question {
        QuestionReading(text).question
    }

    /// Adds what is to be found, or left out.
    public mutating func add(_ addition: Addition, isExcluded: Bool = false) {
        parts += addition.contents.map { Part($0, isExcluded: isExcluded) }
    }

    /// What may be added to a question. Characters that the query language could not give back are taken out.
    public struct Addition: Codable, Hashable, Sendable {
        let contents: [Content]

        /// Plain words, one part for each that stands between spaces.
        public static func words(_ text: String, inTitle: Bool = false) -> Addition {
            let chunks = text.split(whereSeparator: \.isWhitespace).map {
                String($0.trimmingSuffix(while: { $0 == "*" }))
            }
            return Addition(contents: chunks.flatMap { QuestionText.contents(ofWord: $0, inTitle: inTitle) })
        }

        /// Words in this order.
        public static func phrase(_ text: String) -> Addition {
            Addition(contents: QuestionText.phrase(text).map { [.words($0, .quoted, inTitle: false)] } ?? [])
        }

        /// Words that begin so.
        public static func prefix(_ text: String) -> Addition {
            let contents = text.split(whereSeparator: \.isWhitespace)
                .flatMap { QuestionText.contents(ofWord: $0 + "*", inTitle: false) }
            return Addition(contents: contents)
        }

        /// A value of the facet's own filter: a key, or what people call it.
        public static func filter(_ facet: Facet, _ value: String) -> Addition {
            filter(facet.filters[0], value)
        }

        /// A value of any filter, such as `vicino:`.
        public static func filter(_ name: FilterName, _ value: String) -> Addition {
            Addition(contents: QuestionText.value(value).map { [.filter(name, value: $0)] } ?? [])
        }

        /// The sheets of a curated collection, by its id or title.
        public static func collection(_ name: String) -> Addition {
            Addition(contents: QuestionText.value(name).map { [.collection($0)] } ?? [])
        }
    }

    /// As many characters as are read of a text; the rest is reported.
    public static let characterLimit = 1_000
    /// As many words as are read of a text, those of phrases included; the rest is reported.
    public static let wordLimit = 64
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
