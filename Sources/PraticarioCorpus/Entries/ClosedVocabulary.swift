import ItalianText
import Synchronization
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
        guard let value = Self.value(key) ?? Self.withoutTime(key).flatMap(Self.value) else { return nil }
        self = value
    }

    private static func value(_ key: String) -> Self? {
        let place = closedVocabularies.withLock { tables in
            let type = ObjectIdentifier(Self.self)
            if tables[type] == nil { tables[type] = keys }
            return tables[type]?[key]
        }
        return place.map { Array(allCases)[$0] }
    }

    /// What means a value, and which of all cases it is; of two with one key the first.
    private static var keys: [String: Int] {
        let keys = allCases.enumerated().flatMap { place, value in
            ([value.rawValue, value.label.it, value.label.en] + value.aliases).map { (Self.key($0), place) }
        }
        return Dictionary(keys) { first, _ in first }
    }

    /// Without what says since when or for how long: `terminato nel 2021`, `sospesa temporaneamente`; `nil` where there is
    /// nothing of the kind.
    private static func withoutTime(_ key: String) -> String? {
        var words = key.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }.map(String.init)
        let all = words.count
        words.removeAll(where: TimeWords.adverbs.contains)
        if let start = words.firstIndex(where: TimeWords.prepositions.contains), start > 0,
            PartialDate(words[start...].last ?? "") ?? PartialDate(words: words[start...].joined(separator: " ")) != nil
        {
            words.removeSubrange(start...)
        }
        return words.isEmpty || words.count == all ? nil : words.joined(separator: " ")
    }

    /// `in_review`, `In review` and `in-review` are one; so are `sì`, `si'` and `Sì.`
    private static func key(_ word: String) -> String {
        var key = TextKey.folded(word).map { $0 == "_" || $0 == "-" ? " " : $0 }
        while let last = key.last, "'’`.!".contains(last) { key.removeLast() }
        return String(key)
    }
}

/// By type, for every sheet asks for the same keys.
private let closedVocabularies = Mutex<[ObjectIdentifier: [String: Int]]>([:])

/// Words that say when a value holds, and change nothing of which it is.
package enum TimeWords {
    package static let adverbs: Set<String> = [
        "temporaneamente", "provvisoriamente", "attualmente", "oggi", "ormai", "definitivamente", "momentaneamente",
        "tuttora", "currently", "temporarily", "now",
    ]
    package static let prepositions: Set<String> = [
        "nel", "nell'anno", "dal", "da", "in", "a", "ad", "il", "since", "fino",
    ]
}
