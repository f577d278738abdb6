package import PraticarioSystem

/// What a person wrote about one practice, before anyone asked whether it makes sense: the fields of the
/// header with their places, and the Markdown body. A row of a table gives the same.
package struct Record: Sendable {
    package let origin: Origin
    /// The id of a sheet that states none.
    package let fallbackID: String
    /// What stands at a place, to be shown beneath a problem.
    let excerpt: @Sendable (TextPlace) -> String?
    /// In the order of the file; keys as typed.
    package let fields: [RecordField]
    /// The Markdown after the header.
    package let body: String
    /// The line of the file on which the body begins.
    package let bodyLine: Int
    /// Of a row whose table asks for it, and that states no permission of its own.
    package var consent: Consent?
    /// Shared by all records of a file.
    var suggestions = SuggestionBudget()

    /// A diagnostic that points into this record's file and shows the line.
    package func diagnostic(_ code: DiagnosticCode, at place: TextPlace?, _ message: LocalizedText) -> Diagnostic {
        Diagnostic(code, path: origin.path, at: place, message: message, excerpt: place.flatMap(shownExcerpt))
    }

    /// What stands at a place, unless it is so long that nobody would look at it: a header on one line would stand beneath
    /// each of its problems.
    func shownExcerpt(_ place: TextPlace) -> String? {
        guard let text = excerpt(place) else { return nil }
        guard text.utf8.count > 4_000 else { return text }
        return place.isCell ? String(text.prefix(200)) : nil
    }

    /// The body is too much for anybody to read as Markdown.
    func unreadableText(_ excess: MarkdownLimits.Excess) -> Diagnostic {
        let place = origin.row == nil ? TextPlace(line: excess.line + bodyLine - 1, column: 1) : origin.place
        return diagnostic(
            .unreadableText, at: place,
            LocalizedText(
                it: "\(excess.message.it); fino ad allora il testo non si legge",
                en: "\(excess.message.en); until then the text is not read"))
    }
}

/// A key of a header (or of a map within it) and what stands behind it.
package struct RecordField: Sendable {
    package let key: String
    package let keyPlace: TextPlace
    package let value: RecordValue
}

/// A value as typed: every scalar is text, so that `NO`, `NA`, `1e3` and `2007` are what was written.
package struct RecordValue: Sendable {
    package indirect enum Content: Sendable {
        case text(String)
        case list([RecordValue])
        case map([RecordField])
    }

    package let content: Content
    package let place: TextPlace

    /// Nothing was written behind the key: `key:` alone, `""`, `~`, `[]` or `{}`.
    package var isEmpty: Bool {
        switch content {
        case .text(let text): text.isEmpty
        case .list(let values): values.isEmpty
        case .map(let fields): fields.isEmpty
        }
    }
}

extension RecordValue {
    /// The text of a scalar that is not empty.
    package var text: String? {
        if case .text(let text) = content, !text.isEmpty { text } else { nil }
    }

    /// The items of a list that say something; a single value stands for a list of one.
    package var items: [RecordValue] {
        if case .list(let items) = content { return items.filter { !$0.isEmpty } }
        return isEmpty ? [] : [self]
    }

    /// The texts of a list of scalars, or the one scalar that stands where a list could.
    package var texts: [String] {
        switch content {
        case .text(let text): text.isEmpty ? [] : [text]
        case .list(let values): values.compactMap(\.text)
        case .map: []
        }
    }

    subscript(key: String) -> RecordValue? {
        guard case .map(let fields) = content else { return nil }
        return fields.first { $0.key == key }?.value
    }
}
