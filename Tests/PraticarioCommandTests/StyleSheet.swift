import Foundation

/// A style sheet as far as its rules can be asked.
struct StyleSheet {
    struct Rule {
        /// The condition of `@media`, `@page` for paper; empty for what always holds.
        var media: String
        var selector: String
        var declarations: [String: String]
    }

    private(set) var rules: [Rule] = []

    init(_ text: String) {
        var rest = text.replacing(#/\/\*(?s:.*?)\*\//#, with: "")[...]
        read(&rest, media: "")
    }

    private mutating func read(_ rest: inout Substring, media: String) {
        while let open = rest.firstIndex(of: "{") {
            if let close = rest.firstIndex(of: "}"), close < open {
                rest = rest[rest.index(after: close)...]
                return
            }
            let head = rest[..<open].trimmingCharacters(in: .whitespacesAndNewlines)
            rest = rest[rest.index(after: open)...]
            if head.hasPrefix("@media") {
                let condition = head.dropFirst(6).trimmingCharacters(in: .whitespaces)
                read(&rest, media: condition.replacing("screen and ", with: ""))
                continue
            }
            guard let close = rest.firstIndex(of: "}") else { return }
            // A page may hold the boxes of its margins: they end with a brace of their own.
            var body = String(rest[..<close])
            rest = rest[rest.index(after: close)...]
            if head.hasPrefix("@page"), body.contains("{") {
                body = String(body.split(separator: "@")[0])
                while rest.drop(while: \.isWhitespace).hasPrefix("@bottom")
                    || rest.drop(while: \.isWhitespace).hasPrefix("}")
                {
                    let isEnd = rest.drop(while: \.isWhitespace).hasPrefix("}")
                    guard let end = rest.firstIndex(of: "}") else { return }
                    rest = rest[rest.index(after: end)...]
                    if isEnd { break }
                }
            }
            let declarations = Self.declarations(body)
            for selector in head.split(separator: ",") {
                let selector = selector.trimmingCharacters(in: .whitespacesAndNewlines)
                rules.append(
                    Rule(media: selector == "@page" ? "" : media, selector: selector, declarations: declarations))
            }
        }
    }

    private static func declarations(_ text: String) -> [String: String] {
        var found: [String: String] = [:]
        for part in text.split(separator: ";") {
            let pair = part.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            if pair.count == 2 { found[pair[0]] = pair[1] }
        }
        return found
    }

    /// What a selector says on its own, the last time.
    func value(_ property: String, of selector: String, _ media: String = "") -> String? {
        rules.last { $0.media == media && $0.selector == selector && $0.declarations[property] != nil }?
            .declarations[property]
    }

    /// The custom properties, by their names, where a condition holds.
    func properties(_ media: String) -> [String: String] {
        var found: [String: String] = [:]
        for rule in rules where rule.selector == ":root" && (rule.media == "" || rule.media == media) {
            for (name, value) in rule.declarations where name.hasPrefix("--") {
                found[String(name.dropFirst(2))] = value
            }
        }
        return found
    }

    /// Of two colours such as `#1b2024`, by the formula of WCAG 2.2.
    static func contrast(_ a: String, _ b: String) -> Double {
        let values = [luminance(a), luminance(b)].sorted()
        return (values[1] + 0.05) / (values[0] + 0.05)
    }

    private static func luminance(_ colour: String) -> Double {
        var digits = Array(colour.dropFirst())
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6, let number = Int(String(digits), radix: 16) else { return .nan }
        let channels = [16, 8, 0].map { (shift: Int) -> Double in
            let value = Double((number >> shift) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
