package import PraticarioSystem

/// One field of a sheet: all that is said of it anywhere, in one row.
///
/// Readers and faces follow the row: the header of a file, a column of a table that comes in, the facts of a document, a
/// column of a table that goes out, open data, search. A face that shows a field in a way of its own says so itself.
package struct SheetField: Sendable {
    package let name: FieldName
    package let italian: String
    package private(set) var aliases: [String] = []
    /// What readers call it.
    package let label: LocalizedText
    package let shape: FieldShape
    /// Reads it into an entry, and says whether there was a value that could be read.
    let read: @Sendable (inout SheetReader, inout Entry) -> Bool
    /// What an entry says in it.
    package let value: @Sendable (Entry) -> FieldValue
    /// In which text its words are searched; `nil` for what nobody searches by its words.
    package private(set) var searched: SearchedText?
    /// How `praticario new` offers it; `nil` where it does not.
    package private(set) var template: Template?
    /// The columns of the form that ask for it.
    package private(set) var questions: [Question] = []
    /// For whom writes, where no column of the form says it.
    private var ownExplanation: LocalizedText?

    /// A line of a new sheet.
    package struct Template: Sendable {
        /// For whom writes; empty where the line explains itself.
        package let hint: LocalizedText
        package let value: String
        /// Of the sheets that get it.
        package let kinds: Set<EntryKind>
    }

    /// A column of the form.
    package struct Question: Sendable {
        package let heading: LocalizedText
        package let explanation: LocalizedText
        /// By its English key, where not the whole field is asked for.
        package let part: String?
        /// What is asked for, the field or one of its parts: choices follow from it.
        package let shape: FieldShape
        package let isRequired: Bool
        /// In characters.
        package let width: Double
    }

    init(
        _ name: FieldName, _ italian: String, _ label: LocalizedText, shape: FieldShape,
        read: @escaping @Sendable (inout SheetReader, inout Entry) -> Bool,
        value: @escaping @Sendable (Entry) -> FieldValue
    ) {
        self.name = name
        self.italian = italian
        self.label = label
        self.shape = shape
        self.read = read
        self.value = value
    }

    /// Whether people tell something in it, and not only name something.
    var isProse: Bool {
        switch searched {
        case .title, .summary, .details: true
        case .names, nil: false
        }
    }

    /// A row of the table.
    package static subscript(name: FieldName) -> SheetField {
        guard let row = byName[name] else { preconditionFailure("the table of fields has no row for \(name)") }
        return row
    }

    /// In the order of `FieldName.allCases`, in which sheets are read and written.
    package static let all: [SheetField] = FieldName.allCases.map { SheetField[$0] }

    private static let byName = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0) })

    private static let rows = groups.flatMap(\.fields)

    /// All, as they belong together.
    package static let groups: [(label: LocalizedText, fields: [SheetField])] = [
        (LocalizedText(it: "Che cos'è", en: "What it is"), description),
        (LocalizedText(it: "Di che cosa parla", en: "What it is about"), subject),
        (LocalizedText(it: "Chi", en: "Who"), people),
        (LocalizedText(it: "Quando, e con quali risultati", en: "When, and what came of it"), course),
        (LocalizedText(it: "Immagini e documenti", en: "Pictures and documents"), files),
        (LocalizedText(it: "Da dove si sa", en: "Where it is known from"), provenance),
    ]

    /// What is said of the field to whom writes.
    package var explanation: LocalizedText? {
        ownExplanation ?? questions.first { $0.part == nil }?.explanation ?? template?.hint
    }

    /// What is said of a part of it.
    ///
    /// - Parameter key: in English.
    package func explanation(ofPart key: String) -> LocalizedText? {
        questions.first { $0.part == key }?.explanation
    }
}

// MARK: What a row may add

extension SheetField {
    func alsoCalled(_ aliases: String...) -> SheetField {
        var row = self
        row.aliases = aliases
        return row
    }

    /// - Parameter text: `nil` for a field whose words nobody looks for.
    func searched(in text: SearchedText?) -> SheetField {
        var row = self
        row.searched = text
        return row
    }

    func offered(
        _ hint: LocalizedText = LocalizedText(both: ""), value: String = "",
        for kinds: Set<EntryKind> = Set(EntryKind.allCases)
    ) -> SheetField {
        var row = self
        row.template = Template(hint: hint, value: value, kinds: kinds)
        return row
    }

    func explained(_ it: String, _ en: String) -> SheetField {
        var row = self
        row.ownExplanation = LocalizedText(it: it, en: en)
        return row
    }

    /// - Parameter part: the part that is asked for, by its English key.
    func asked(
        _ heading: LocalizedText, _ explanation: LocalizedText, part: String? = nil, isRequired: Bool = false,
        width: Double = 24
    ) -> SheetField {
        var row = self
        let shape = part.flatMap { key in row.shape.parts.first { $0.english == key }?.shape } ?? row.shape
        row.questions.append(
            Question(
                heading: heading, explanation: explanation, part: part, shape: shape, isRequired: isRequired,
                width: width))
        return row
    }
}
