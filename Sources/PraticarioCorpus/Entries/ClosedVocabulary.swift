import ItalianText
public import PraticarioSystem

/// A small fixed list of values that people write by name: the kinds, the states.
public protocol ClosedVocabulary: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable {
    /// What readers see; sheets may write it, in either language.
    var label: LocalizedText { get }
    /// Other words that people use for the value, in any language.
    var aliases: [String] { get }
}

extension ClosedVocabulary {
    public var aliases: [String] { [] }

    /// The value that a word means, whatever its case, accents and separators.
    ///
    /// `EntryKind(named: "Soluzioni")  // .solution`
    public init?(named word: String) {
        let key = Self.key(word)
        guard
            let value = Self.allCases.first(where: { value in
                ([value.rawValue, value.label.it, value.label.en] + value.aliases).contains { Self.key($0) == key }
            })
        else { return nil }
        self = value
    }

    /// `in_review`, `In review` and `in-review` are one; so are `sì`, `si'` and `Sì.`
    private static func key(_ word: String) -> String {
        var key = TextKey.folded(word).map { $0 == "_" || $0 == "-" ? " " : $0 }
        while let last = key.last, "'’`.!".contains(last) { key.removeLast() }
        return String(key)
    }
}
