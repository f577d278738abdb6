import PraticarioCorpus
import PraticarioSystem

/// Takes apart what a person typed.
struct QuestionParser {
    private let text: String
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var words = 0
    private(set) var parts: [Question.Part] = []
    private(set) var columns: [Int] = []
    private(set) var sort: ResultOrder?
    private(set) var diagnostics: [Diagnostic] = []

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars.prefix(Question.characterLimit))
        if text.unicodeScalars.count > scalars.count {
            report(
                .queryTooLong, at: Question.characterLimit,
                it: "si leggono i primi \(Question.characterLimit) caratteri della domanda",
                en: "the first \(Question.characterLimit) characters of the question are read")
        }
    }

    mutating func run() {
        while true {
            skipSpaces()
            guard position < scalars.count else { return }
            guard words < Question.wordLimit else {
                report(
                    .queryTooLong, at: position, it: "si leggono le prime \(Question.wordLimit) parole della domanda",
                    en: "the first \(Question.wordLimit) words of the question are read")
                return
            }
            readPart()
        }
    }

    private mutating func readPart() {
        let start = position
        var isExcluded = false
        if Self.dashes.contains(scalars[position]), position + 1 < scalars.count,
            Self.isWordStart(scalars[position + 1])
        {
            isExcluded = true
            position += 1
        }
        if let phrase = readQuoted() {
            append(.words(phrase, .quoted, inTitle: false), isExcluded, start)
            return
        }
        take(readChunk()[...], isExcluded, start)
    }

    /// A filter, or words; what stands behind a name that is no filter is looked at again.
    private mutating func take(_ chunk: ArraySlice<Unicode.Scalar>, _ isExcluded: Bool, _ start: Int) {
        guard let colon = chunk.firstIndex(of: ":"), colon > chunk.startIndex,
            chunk[..<colon].allSatisfy({
                $0.properties.isAlphabetic || $0 == "_" || $0.properties.canonicalCombiningClass != .notReordered
            })
        else { return appendChunk(chunk, isExcluded, start) }
        let name = string(chunk[..<colon])
        let rest = chunk[(colon + 1)...]
        if readFilter(named: name, after: rest, isExcluded, start) { return }
        if let first = rest.first, first != "/", first != ":" {
            let column = start + (isExcluded ? 1 : 0)
            if QuestionKeyword(named: name) == .sort {
                reportUnknownOrder(string(rest), at: column)
            } else {
                reportUnknownFilter(name, at: column)
            }
        }
        appendChunk(chunk[..<colon], isExcluded, start)
        // A hyphen excludes only where it begins something.
        let more = rest.drop(while: Self.dashes.contains)
        if !more.isEmpty { take(more, isExcluded, start) }
    }

    /// Reads the value of a filter that is known; `false` when the name is none, or an order is unknown.
    private mutating func readFilter(
        named name: String, after rest: ArraySlice<Unicode.Scalar>, _ isExcluded: Bool, _ start: Int
    ) -> Bool {
        let filter = FilterName(named: name)
        let keyword = QuestionKeyword(named: name)
        guard filter != nil || keyword != nil else { return false }
        if keyword == .sort {
            guard let order = ResultOrder(named: string(rest)) else { return false }
            sort = order
            return true
        }
        if keyword == .without, let colon = rest.firstIndex(of: ":"), colon > rest.startIndex,
            readFilter(named: string(rest[..<colon]), after: rest[(colon + 1)...], true, start)
        {
            return true
        }
        var value = string(rest)
        if rest.isEmpty {
            skipSpaces()
            value = readQuoted().flatMap { $0.isEmpty ? nil : $0 } ?? string(readChunk())
        }
        guard !value.trimmingSpaces().isEmpty else {
            report(
                .emptyFilter, at: start, it: "dopo `\(name):` manca il valore; `\(name)` è cercato come parola",
                en: "there is no value after `\(name):`; `\(name)` is searched as a word")
            append(.words(name, .plain, inTitle: false), isExcluded, start)
            return true
        }
        if let filter {
            append(.filter(filter, value: QuestionText.withoutClashingQuotes(value)), isExcluded, start)
        } else if keyword == .collection {
            append(.collection(QuestionText.withoutClashingQuotes(value)), isExcluded, start)
        } else {
            appendChunk(
                Array(value.unicodeScalars)[...], isExcluded || keyword == .without, start, inTitle: keyword == .title)
        }
        return true
    }

    /// The text between quotes from here on; without a closing quote there is no phrase, only words.
    private mutating func readQuoted() -> String? {
        guard position < scalars.count, let closing = Self.quotes[scalars[position]] else { return nil }
        guard let end = scalars[(position + 1)...].firstIndex(where: closing.contains) else {
            report(
                .unclosedPhrase, at: position,
                it: "manca la virgoletta di chiusura: le parole sono cercate una per una",
                en: "the closing quote is missing: the words are searched one by one")
            position += 1
            return ""
        }
        defer { position = end + 1 }
        return string(scalars[(position + 1)..<end])
    }

    /// Up to the next space, or up to the colon of a filter whose value is quoted: `tema:"sport e benessere"`.
    private mutating func readChunk() -> [Unicode.Scalar] {
        let start = position
        while position < scalars.count, !scalars[position].properties.isWhitespace {
            if position > start, scalars[position - 1] == ":", Self.quotes[scalars[position]] != nil { break }
            position += 1
        }
        return Array(scalars[start..<position])
    }

    private mutating func appendChunk(
        _ chunk: ArraySlice<Unicode.Scalar>, _ isExcluded: Bool, _ start: Int, inTitle: Bool = false
    ) {
        var chunk = chunk
        let isPrefix = chunk.last == "*" && chunk.dropLast().last.map(Self.isWordStart) == true
        if isPrefix { chunk = chunk.dropLast() }
        var text = string(chunk)
        if isExcluded || inTitle { text = QuestionText.withoutClashingQuotes(text) }
        append(.words(text, isPrefix ? .prefix : .plain, inTitle: inTitle), isExcluded, start)
    }

    private mutating func append(_ content: Question.Content, _ isExcluded: Bool, _ start: Int) {
        if case .words(let text, _, _) = content {
            guard Self.hasWord(text) else { return }
            words += max(1, text.split(whereSeparator: \.isWhitespace).count)
        }
        parts.append(Question.Part(content, isExcluded: isExcluded))
        columns.append(start + 1)
    }

    private mutating func skipSpaces() {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    }

    /// Whether there is anything in a text that words are made of.
    static func hasWord(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: isWordStart)
    }

    /// Whether a hyphen before the text would exclude it.
    static func beginsWord(_ text: String) -> Bool {
        text.unicodeScalars.first.map(isWordStart) ?? false
    }

    private static func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || quotes[scalar] != nil
    }

    private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private mutating func reportUnknownFilter(_ name: String, at position: Int) {
        let names = FilterName.all.flatMap { $0.it + $0.en } + QuestionKeyword.allCases.map { $0.names[0] }
        let nearest = Suggestion.nearest(to: name, among: names)
        report(
            .unknownFilter, at: position,
            it: "`\(name):` non è un filtro: è cercato come parola"
                + (nearest.map { "; forse volevi `\($0):`?" } ?? ""),
            en: "`\(name):` is no filter: it is searched as a word" + (nearest.map { "; did you mean `\($0):`?" } ?? "")
        )
    }

    private mutating func reportUnknownOrder(_ value: String, at position: Int) {
        let orders = { language in ResultOrder.allCases.map { $0.name(in: language) }.joined(separator: ", ") }
        report(
            .unknownFilterValue, at: position,
            it: "`ordine:` non conosce «\(value)»: è cercato come parole; conosce \(orders(.italian))",
            en: "`sort:` does not know “\(value)”: it is searched as words; it knows \(orders(.english))")
    }

    private mutating func report(_ code: DiagnosticCode, at position: Int, it: String, en: String) {
        diagnostics.append(
            Diagnostic(
                code, at: TextPlace(line: 1, column: position + 1), message: LocalizedText(it: it, en: en),
                excerpt: text))
    }

    private static let dashes: Set<Unicode.Scalar> = ["-", "\u{2212}"]

    /// An opening quote and what closes it.
    private static let quotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\""], "\u{201C}": ["\u{201D}", "\u{201C}", "\""], "\u{201D}": ["\u{201D}", "\""],
        "\u{201E}": ["\u{201D}", "\u{201C}", "\""], "«": ["»"],
    ]
}
