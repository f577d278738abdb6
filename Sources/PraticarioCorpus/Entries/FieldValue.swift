package import PraticarioSystem

/// What a sheet says in a field, before a face gives it a form: the header of a file, the fact of a document, the cell of
/// a table are all made from it.
package indirect enum FieldValue: Hashable, Sendable {
    /// Nothing, or what holds where nothing is said.
    case none
    case text(String)
    /// A value of a closed list, by its label.
    case word(LocalizedText)
    case date(PartialDate)
    case address(String)
    /// The id of a concept or the code of a territory.
    case key(String, FieldVocabulary)
    /// Those that are empty are left out.
    case parts([Part])
    case list([FieldValue])

    package struct Part: Hashable, Sendable {
        package let part: FieldPart
        package let value: FieldValue

        package init(part: FieldPart, value: FieldValue) {
            self.part = part
            self.value = value
        }
    }

    package var isEmpty: Bool {
        switch self {
        case .none: true
        case .text(let text), .address(let text): text.isEmpty
        case .parts(let parts): parts.isEmpty
        case .list(let items): items.isEmpty
        case .word, .date, .key: false
        }
    }

    /// The words of people in it, one text each: of parts only those that are searched, of labels the Italian one; keys
    /// and dates are no words.
    package var words: [String] {
        switch self {
        case .none, .date, .key: []
        case .text(let text), .address(let text): [text]
        case .word(let label): [label.it]
        case .parts(let parts): parts.filter(\.part.isSearched).flatMap(\.value.words)
        case .list(let items): items.flatMap(\.words)
        }
    }
}
