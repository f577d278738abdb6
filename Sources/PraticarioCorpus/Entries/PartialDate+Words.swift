import ItalianText
import PraticarioSystem

extension PartialDate {
    /// The last year of a school year or another span of two: `2019/2020`, `2021-22`; `nil` for anything else.
    init?(endOfSpan text: String) {
        guard let span = text.trimmingSpaces().wholeMatch(of: #/([0-9]{4}) ?[/-] ?([0-9]{4}|[0-9]{2})/#),
            let first = Int(span.output.1), let last = Int(span.output.2),
            last == first + 1 || (last < 100 && last == (first + 1) % 100), span.output.2.count == 4 || last > 12
        else { return nil }
        self.init(year: first + 1)
    }

    /// A date in words, as people write it and as the program shows it: `14 maggio 2019`, `1º marzo 2020`, `giugno 2020`,
    /// `mar-18`, `dal 2020`, `2014 circa`, `primavera 2019`, and the first half of a timestamp. `nil` for what says less. What
    /// says more than a year or a month, `circa`, a season, stays in its `words`.
    ///
    /// `PartialDate(words: "15 gennaio 2019")?.iso8601  // "2019-01-15"`
    package init?(words text: String) {
        let folded = TextKey.folded(text)
        // `2019-05-14T10:00:00Z`
        if folded.utf8.count > 10, let day = PartialDate(String(folded.prefix(10))), day.day != nil,
            folded.dropFirst(10).first == "t"
        {
            self = day
            return
        }
        let separators: Set<Character> = [" ", "-", "/", ",", "."]
        var words = folded.split(whereSeparator: separators.contains).map(String.init)
        let isVague = words.contains { Self.approximations.contains($0) || Self.seasons.contains($0) }
        let written = isVague ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : nil
        words.removeAll { Self.fillers.contains($0) || Self.approximations.contains($0) }
        guard let last = words.popLast(), let year = Self.year(last, isShort: words.count == 1) else { return nil }
        switch words.count {
        case 0: self.init(year: year, month: nil, day: nil, words: written)
        case 1:
            if Self.seasons.contains(words[0]) {
                self.init(year: year, month: nil, day: nil, words: written)
            } else {
                guard let month = Self.month(words[0]) else { return nil }
                self.init(year: year, month: month, day: nil, words: written)
            }
        case 2:
            let day = words[0].filter { !"°ºo^".contains($0) }
            guard let month = Self.month(words[1]), let day = Int(day) else { return nil }
            self.init(year: year, month: month, day: day, words: written)
        default: return nil
        }
    }

    /// Words that change nothing of which day, month or year it is.
    package static let fillers: Set<String> = [
        "dal", "da", "dall", "nel", "il", "anno", "mese", "di", "del", "a", "partire", "since", "from", "in", "the",
        "of",
    ]

    /// Words that say that it is not quite then.
    package static let approximations: Set<String> = ["circa", "verso", "about"]

    package static let seasons: Set<String> = [
        "primavera", "estate", "autunno", "inverno", "spring", "summer", "autumn", "fall", "winter",
    ]

    /// Four digits; behind a month two are enough: `mar-18`.
    private static func year(_ text: String, isShort: Bool) -> Int? {
        guard let number = Int(text), text.allSatisfy(\.isNumber) else { return nil }
        if text.count == 4, (1800...2199).contains(number) { return number }
        return isShort && text.count == 2 ? 2000 + number : nil
    }

    /// A month by its name, or the first three letters of it.
    private static func month(_ text: String) -> Int? {
        guard text.count >= 3 else { return nil }
        for language in Language.allCases {
            let names = monthNames(in: language)
            let found = names.indices.filter {
                names[$0] == text || (text.count <= 4 && names[$0].hasPrefix(text))
            }
            if found.count == 1 { return found[0] + 1 }
        }
        return nil
    }
}
