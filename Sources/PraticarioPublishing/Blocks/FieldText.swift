import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// The value of a field as text, for every field that a face shows in no way of its own.
struct FieldText {
    let values: FacetValues
    let language: Language
    /// For programs: dates as ISO 8601 or the sheet writes them, items between semicolons. Otherwise as people write.
    let isData: Bool

    func text(_ value: FieldValue) -> String {
        pieces(value).map { piece in
            switch piece {
            case .text(let text), .address(let text): text
            }
        }.joined()
    }

    func pieces(_ value: FieldValue) -> [SheetFacts.Piece] {
        switch value {
        case .none: []
        case .text(let text): [.text(text)]
        case .word(let label): [.text(label[language])]
        case .date(let date): [.text(isData ? date.written : date.text(in: language))]
        case .address(let address): [.address(address)]
        case .key(let key, let vocabulary): [.text(values.label(of: key, in: vocabulary.facet)[language])]
        case .parts(let parts): joined(parts.map { pieces($0.value) }, ", ")
        case .list(let items): joined(items.map(pieces), areKeys(items) && !isData ? ", " : "; ")
        }
    }

    private func areKeys(_ items: [FieldValue]) -> Bool {
        if case .key = items.first { true } else { false }
    }

    private func joined(_ items: [[SheetFacts.Piece]], _ separator: String) -> [SheetFacts.Piece] {
        Array(items.filter { !$0.isEmpty }.joined(separator: [.text(separator)]))
    }
}

extension FieldVocabulary {
    fileprivate var facet: Facet {
        switch self {
        case .themes: .theme
        case .targetGroups: .targetGroup
        case .territories: .territory
        }
    }
}
