package import PraticarioSystem

/// The keys that may stand in a header or a file of settings, each with an English and an Italian name; both are read
/// everywhere.
package protocol FieldKey: Hashable, CaseIterable, Sendable {
    var english: String { get }
    var italian: String { get }
    /// Other words that people write for it.
    var aliases: [String] { get }
    /// By every word for it, normalized: `keyTable()`, made once.
    static var byKey: [String: Self] { get }
}

extension FieldKey {
    package var aliases: [String] { [] }

    /// The field that a key names, whatever case, accents and separators.
    package init?(key: String) {
        guard let field = Self.byKey[FieldName.normalized(key)] else { return nil }
        self = field
    }

    package func key(in language: Language) -> String {
        keys[language]
    }

    package var keys: LocalizedText { LocalizedText(it: italian, en: english) }

    /// What may have been meant by a key that is none.
    static var allKeys: [String] { allCases.flatMap { [$0.italian, $0.english] } }

    package static func keyTable() -> [String: Self] {
        var table: [String: Self] = [:]
        for field in allCases {
            table[FieldName.normalized(field.english)] = field
            table[FieldName.normalized(field.italian)] = field
        }
        for field in allCases {
            for alias in field.aliases { table[FieldName.normalized(alias)] = field }
        }
        return table
    }
}
