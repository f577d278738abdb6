import ItalianText
import PraticarioCorpus
import PraticarioSystem

extension Query {
    /// Takes apart what a person typed: words, `"phrases"`, `prefix*`, `-excluded`, `filter:value`. Never fails.
    ///
    /// ```swift
    /// Query.parse("doposcuola territorio:lazio -\"a pagamento\"").parts.count  // 3
    /// ```
    public static func parse(_ text: String) -> Query {
        var parser = QueryParser(text)
        parser.run()
        return Query(text: text, parts: parser.parts, diagnostics: parser.diagnostics)
    }
}

private struct QueryParser {
    private let text: String
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var words = 0
    private(set) var parts: [Query.Part] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars.prefix(Query.characterLimit))
        if text.unicodeScalars.count > scalars.count {
            report(
                .queryTooLong, at: Query.characterLimit,
                it: "si leggono i primi \(Query.characterLimit) caratteri della domanda",
                en: "the first \(Query.characterLimit) characters of the question are read")
        }
    }

    mutating func run() {
        while true {
            skipSpaces()
            guard position < scalars.count else { return }
            guard words < Query.wordLimit else {
                report(
                    .queryTooLong, at: position, it: "si leggono le prime \(Query.wordLimit) parole della domanda",
                    en: "the first \(Query.wordLimit) words of the question are read")
                return
            }
            readPart()
        }
    }

    private mutating func readPart() {
        let start = position
        var isExcluded = false
        if Self.dashes.contains(scalars[position]), position + 1 < scalars.count,
            isWordStart(scalars[position + 1])
        {
            isExcluded = true
            position += 1
        }
        if let phrase = readQuoted() {
            append(.words(phrase, .quoted, inTitle: false), isExcluded, start)
            return
        }
        let chunk = readChunk()
        if let colon = chunk.firstIndex(of: ":"), colon > 0,
            chunk[..<colon].allSatisfy({
                $0.properties.isAlphabetic || $0 == "_" || $0.properties.canonicalCombiningClass != .notReordered
            })
        {
            let name = string(chunk[..<colon])
            if readFilter(named: name, after: chunk[(colon + 1)...], isExcluded, start) { return }
            let rest = chunk[(colon + 1)...]
            if let first = rest.first, first != "/", first != ":" {
                reportUnknownFilter(name, at: start + (isExcluded ? 1 : 0))
            }
            appendChunk(ArraySlice(chunk[..<colon]), isExcluded, start)
            if !rest.isEmpty { appendChunk(rest, isExcluded, start) }
            return
        }
        appendChunk(chunk[...], isExcluded, start)
    }

    /// Reads the value of a filter that is known; `false` when the name is none.
    private mutating func readFilter(
        named name: String, after rest: ArraySlice<Unicode.Scalar>, _ isExcluded: Bool, _ start: Int
    ) -> Bool {
        let key = ItalianText.folded(name)
        let filter = FilterName.all.first { ($0.it + $0.en).contains { ItalianText.folded($0) == key } }
        let narrowsToTitle = ["titolo", "title"].contains(key)
        let excludes = ["senza", "without"].contains(key)
        let namesCollection = ["raccolta", "collection"].contains(key)
        guard filter != nil || narrowsToTitle || excludes || namesCollection else { return false }

        if excludes, let colon = rest.firstIndex(of: ":"), colon > rest.startIndex,
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
            append(.filter(filter, value: value), isExcluded, start)
        } else if namesCollection {
            append(.collection(value), isExcluded, start)
        } else {
            appendChunk(Array(value.unicodeScalars)[...], isExcluded || excludes, start, inTitle: narrowsToTitle)
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
        let isPrefix = chunk.last == "*" && chunk.dropLast().last.map(isWordStart) == true
        if isPrefix { chunk = chunk.dropLast() }
        append(.words(string(chunk), isPrefix ? .prefix : .plain, inTitle: inTitle), isExcluded, start)
    }

    private mutating func append(_ content: Query.Part.Content, _ isExcluded: Bool, _ start: Int) {
        if case .words(let text, _, _) = content {
            guard text.unicodeScalars.contains(where: isWordStart) else { return }
            words += max(1, text.split(whereSeparator: \.isWhitespace).count)
        }
        parts.append(Query.Part(content: content, isExcluded: isExcluded, column: start + 1))
    }

    private mutating func skipSpaces() {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    }

    private func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || Self.quotes[scalar] != nil
    }

    private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private mutating func reportUnknownFilter(_ name: String, at position: Int) {
        let names = FilterName.all.flatMap { $0.it + $0.en } + ["titolo", "senza", "raccolta"]
        let nearest = Suggestion.nearest(to: name, among: names)
        report(
            .unknownFilter, at: position,
            it: "`\(name):` non è un filtro: è cercato come parola"
                + (nearest.map { "; forse volevi `\($0):`?" } ?? ""),
            en: "`\(name):` is no filter: it is searched as a word" + (nearest.map { "; did you mean `\($0):`?" } ?? "")
        )
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
