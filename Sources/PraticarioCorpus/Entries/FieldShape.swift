package import PraticarioSystem

/// What may stand in a field.
package indirect enum FieldShape: Hashable, Sendable {
    case text
    /// One of these, by their labels.
    case choice([LocalizedText])
    case date
    /// Of a web page.
    case address
    case key(FieldVocabulary)
    case parts([FieldPart])
    case list(FieldShape)

    /// The fields that the field has of its own, likewise each of a list; none for a plain value.
    package var parts: [FieldPart] {
        switch self {
        case .parts(let parts): parts
        case .list(let item): item.parts
        default: []
        }
    }

    package var isList: Bool {
        if case .list = self { true } else { false }
    }
}

/// A field within a field: its keys, and what may stand in it.
package struct FieldPart: Hashable, Sendable {
    package let english: String
    package let italian: String
    package let shape: FieldShape
    /// Whether its words are searched together with the field's.
    package let isSearched: Bool

    package init(_ english: String, _ italian: String, _ shape: FieldShape = .text, isSearched: Bool = false) {
        self.english = english
        self.italian = italian
        self.shape = shape
        self.isSearched = isSearched
    }

    package var keys: LocalizedText { LocalizedText(it: italian, en: english) }

    /// Whether a key is one of its two.
    func isNamed(_ key: String) -> Bool {
        let typed = FieldName.normalized(key)
        return FieldName.normalized(english) == typed || FieldName.normalized(italian) == typed
    }
}

/// The vocabularies whose keys sheets name.
package enum FieldVocabulary: Hashable, Sendable {
    case themes, targetGroups, territories
}
