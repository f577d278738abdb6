/// The texts of a sheet that are searched, as the fields know them: each says in which its words stand.
package enum SearchedText: CaseIterable, Sendable {
    case title, summary
    /// Of bodies, places, communities.
    case names
    /// What the sheet tells, before its sections.
    case details
}

extension Entry {
    /// The words of the fields that stand in a searched text, in their order there.
    package func words(in text: SearchedText) -> [String] {
        (Self.searched[text] ?? []).flatMap { $0(self).words }
    }

    /// What entries say in the fields of each text.
    private static let searched = Dictionary(
        uniqueKeysWithValues: SearchedText.allCases.map { text in
            let fields = text == .names ? names : SheetField.all.filter { $0.searched == text }
            return (text, fields.map(\.value))
        })

    /// Bodies come first; what comes next decides what a phrase may run across.
    private static let names: [SheetField] = {
        let first: [FieldName] = [.organization, .partners, .place, .community]
        return first.map { SheetField[$0] }
            + SheetField.all.filter { $0.searched == .names && !first.contains($0.name) }
    }()
}
