/// The searchable texts of a document, each with the weight of its words. The index has a column for each, in this
/// order.
package enum TextField: Int, CaseIterable, Sendable {
    case title, summary, labels, names
    /// What stands in fields and headings, and is not cut into snippets.
    case details
    case body

    /// In tenths, so that weighted frequencies stay integers until the ranking.
    package var weight: Int {
        switch self {
        case .title: 30
        case .summary: 15
        case .labels, .names, .details, .body: 10
        }
    }

    /// Whether its words count in the document's length: the words of vocabularies are nobody's prose.
    package var countsInLength: Bool {
        self != .labels
    }

    /// Whether what was found in it is shown.
    package var isShown: Bool {
        self == .summary || self == .body
    }

    /// Stands between the parts of a text, as no word does.
    private static let separator = UInt8(ascii: "\u{1E}")

    package static func joined(_ parts: [String]) -> String {
        parts.joined(separator: String(UnicodeScalar(separator)))
    }

    /// As `joined` put them together, empty ones left out.
    package static func parts(of text: String) -> [String] {
        // By bytes: this is done for every hit, and where characters end takes a hundred times as long to say.
        text.utf8.split(separator: separator).map { String(Substring($0)) }
    }
}
