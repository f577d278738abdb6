import ItalianText
import PraticarioSystem

/// One value: a text, a value of a closed list, a date, an address. `key` names the field in messages.
extension ValueReader {
    mutating func text(_ value: RecordValue, key: LocalizedText) -> String? {
        guard case .text(let text) = value.content else {
            report(
                .wrongType, value.place, it: "`\(key.it)` deve essere un testo, non un elenco",
                en: "`\(key.en)` must be a text, not a list")
            return nil
        }
        return text.isEmpty || AbsentWords.isAbsent(text) ? nil : text
    }

    // MARK: Values of closed lists

    mutating func choice<Value: ClosedVocabulary>(_ value: RecordValue, key: LocalizedText) -> Value? {
        guard let text = text(value, key: key) else { return nil }
        if let value = Value(named: text) { return value }
        let words = Value.allCases.flatMap { [$0.label.it, $0.label.en] + $0.aliases }
        let hint = Suggestion.hint(Suggestion.nearest(to: text, among: words))
        let allowed = Value.allCases.map(\.label)
        report(
            .unknownValue, value.place,
            it:
                "`\(key.it)`: «\(text)» non è fra i valori possibili (\(allowed.map(\.it).joined(separator: ", ")))\(hint.it)",
            en:
                "`\(key.en)`: “\(text)” is not one of the possible values (\(allowed.map(\.en).joined(separator: ", ")))\(hint.en)"
        )
        return nil
    }

    mutating func flag(_ value: RecordValue, key: LocalizedText) -> Bool? {
        guard let text = text(value, key: key) else { return nil }
        if let answer = Self.answer(text) { return answer }
        report(
            .unknownValue, value.place, it: "`\(key.it)`: scrivi sì o no, non «\(text)»",
            en: "`\(key.en)`: write yes or no, not “\(text)”")
        return nil
    }

    /// Yes or no, as people write them; `nil` for what is neither.
    static func answer(_ text: String) -> Bool? {
        switch TextKey.folded(text).filter({ $0.isLetter || $0.isNumber }) {
        case "si", "s", "true", "yes", "y", "vero", "x", "1": true
        case "no", "n", "false", "falso", "0": false
        default: nil
        }
    }

    // MARK: What has a form of its own

    mutating func slug(_ value: RecordValue, key: LocalizedText) -> String? {
        guard let text = text(value, key: key) else { return nil }
        if TextKey.slug(text) == text { return text }
        report(
            .invalidID, value.place,
            it: "`\(key.it)`: «\(text)» deve avere solo lettere minuscole senza accenti, cifre e trattini",
            en: "`\(key.en)`: “\(text)” may have only lower-case letters without accents, digits and hyphens")
        return nil
    }

    /// A number of things.
    mutating func count(_ value: RecordValue, key: LocalizedText) -> Int? {
        guard let text = text(value, key: key) else { return nil }
        if let count = Int(text), (0...1_000_000).contains(count) { return count }
        report(
            .unknownValue, value.place, it: "`\(key.it)`: scrivi un numero intero, non «\(text)»",
            en: "`\(key.en)`: write a whole number, not “\(text)”")
        return nil
    }

    /// The written id where it is a slug, else the record's own.
    mutating func id(_ value: RecordValue?, keys: LocalizedText) -> String {
        let fallback = record.fallbackID
        guard let value, let text = text(value, key: keys) else { return fallback }
        if TextKey.slug(text) == text { return text }
        report(
            .invalidID, value.place,
            it:
                "`\(keys.it)`: «\(text)» deve avere solo lettere minuscole senza accenti, cifre e trattini; si usa `\(fallback)`",
            en:
                "`\(keys.en)`: “\(text)” may have only lower-case letters without accents, digits and hyphens; `\(fallback)` is used"
        )
        return fallback
    }

    mutating func date(_ value: RecordValue, key: LocalizedText) -> PartialDate? {
        guard let text = text(value, key: key) else { return nil }
        if let date = PartialDate(text) ?? PartialDate(words: text) { return date }
        report(
            .invalidDate, value.place,
            it:
                "`\(key.it)`: «\(text)» non è una data; scrivi l'anno (2019), il mese (2019-05) o il giorno (2019-05-14)",
            en: "`\(key.en)`: “\(text)” is no date; write the year (2019), the month (2019-05) or the day (2019-05-14)")
        return nil
    }

    mutating func url(_ value: RecordValue, key: LocalizedText) -> String? {
        guard let text = text(value, key: key) else { return nil }
        let lower = text.lowercased()
        let rest =
            lower.hasPrefix("https://") ? lower.dropFirst(8) : lower.hasPrefix("http://") ? lower.dropFirst(7) : ""
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if host.contains("."), !host.hasPrefix("."), !text.contains(where: { $0.isWhitespace || "<>\"".contains($0) }) {
            return text
        }
        if Self.isBareAddress(lower) { return "https://" + text }
        if text.hasPrefix("http"), text.contains(where: \.isWhitespace) {
            report(
                .invalidURL, value.place,
                it: "`\(key.it)`: «\(text)» contiene uno spazio, che un indirizzo web non ha: toglilo o scrivi %20",
                en: "`\(key.en)`: “\(text)” contains a space, which no web address has: remove it or write %20")
            return nil
        }
        report(
            .invalidURL, value.place,
            it: "`\(key.it)`: «\(text)» non è un indirizzo web: deve cominciare con https://",
            en: "`\(key.en)`: “\(text)” is no web address: it must begin with https://")
        return nil
    }

    /// `www.esempio.it`, `esempio.it/orti`: an address as people say it, which browsers complete as we do.
    private static func isBareAddress(_ text: String) -> Bool {
        let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last,
            labels.allSatisfy({ label in
                !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            }), !text.contains(where: { $0.isWhitespace || "<>\"@".contains($0) })
        else { return false }
        return labels[0] == "www" ? labels.count >= 3 : commonDomains.contains(String(top))
    }

    /// Where a name without `www.` is surely an address and no file.
    private static let commonDomains: Set<String> = ["it", "org", "com", "net", "eu", "info", "coop", "social"]

    /// The tax code of a body: eleven digits, the last a check digit (the algorithm of Luhn, D.M. 23/12/1976).
    mutating func taxCode(_ value: RecordValue, key: LocalizedText) -> String? {
        guard let text = text(value, key: key) else { return nil }
        let digits = text.compactMap(\.wholeNumberValue)
        if digits.count == 11, text.count == 11 {
            let sum = digits.enumerated().reduce(0) { sum, digit in
                let doubled = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
                return sum + (doubled > 9 ? doubled - 9 : doubled)
            }
            if sum % 10 == 0 { return text }
        }
        report(
            .invalidTaxCode, value.place,
            it: "`\(key.it)`: il codice fiscale di un ente ha undici cifre, l'ultima di controllo; «\(text)» non lo è",
            en: "`\(key.en)`: the tax code of a body has eleven digits, the last a check digit; “\(text)” is not one")
        return nil
    }

    /// BCP 47, as far as its form goes.
    mutating func languageTag(_ value: RecordValue, key: LocalizedText) -> String? {
        guard let text = text(value, key: key) else { return nil }
        let isTag = text.split(separator: "-").allSatisfy {
            (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        if isTag { return text }
        report(
            .invalidLanguage, value.place, it: "`\(key.it)`: «\(text)» non è un codice di lingua come it, en, sl",
            en: "`\(key.en)`: “\(text)” is no language tag such as it, en, sl")
        return nil
    }

    /// 0 to 3.
    mutating func verificationLevel(_ value: RecordValue, key: LocalizedText) -> Int? {
        guard let text = text(value, key: key) else { return nil }
        if let level = Int(text), (0...3).contains(level) { return level }
        report(
            .unknownValue, value.place,
            it: "`\(key.it)`: 0 descritta, 1 monitorata, 2 valutata, 3 valutata per confronto; non «\(text)»",
            en: "`\(key.en)`: 0 described, 1 monitored, 2 evaluated, 3 evaluated by comparison; not “\(text)”")
        return nil
    }
}
