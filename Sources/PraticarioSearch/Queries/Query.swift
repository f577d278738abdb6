public import PraticarioCorpus

/// What a person typed, taken apart; nothing is looked up yet.
public struct Query: Equatable, Sendable {
    /// A stretch of words that belong together, or a filter.
    public struct Part: Equatable, Sendable {
        public enum Content: Equatable, Sendable {
            /// Words from one unspaced chunk, or from between quotes.
            case words(String, WordStyle, inTitle: Bool)
            case filter(FilterName, value: String)
            /// `raccolta:NOME`: what a curated collection holds.
            case collection(String)
        }

        public var content: Content
        public var isExcluded: Bool
        /// From 1, in Unicode scalars.
        public var column: Int
    }

    /// How words were typed.
    public enum WordStyle: Equatable, Sendable {
        case plain
        /// Between quotes: taken as it is, never corrected.
        case quoted
        /// `ort*`
        case prefix
    }

    public var text: String
    public var parts: [Part]
    /// What was not understood; it is searched as words all the same.
    public var diagnostics: [Diagnostic]

    /// As many characters and words as are read; the rest is reported.
    public static let characterLimit = 1_000
    public static let wordLimit = 64
}
