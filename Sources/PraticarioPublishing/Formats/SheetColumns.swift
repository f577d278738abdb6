import CCommonMark
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A column of the table of sheets, the same in CSV and in a workbook.
///
/// Several values of a cell stand between semicolons; codes are text.
struct SheetColumn: Sendable {
    let heading: LocalizedText
    /// In characters.
    let width: Double
    let text: @Sendable (Row) -> String
    /// The address that the cell leads to, where the format has links.
    private(set) var link: @Sendable (Row) -> String? = { _ in nil }

    init(_ it: String, _ en: String, width: Double, text: @escaping @Sendable (Row) -> String) {
        heading = LocalizedText(it: it, en: en)
        self.width = width
        self.text = text
    }

    /// The same column, its cells with an address.
    private func leading(to link: @escaping @Sendable (Row) -> String?) -> SheetColumn {
        var column = self
        column.link = link
        return column
    }

    /// The columns of a choice, the id first; one for notes only where the curator wrote any.
    static func columns(of choice: Choice) -> [SheetColumn] {
        let hasNotes = choice.parts.contains { if case .sheet(_, let note) = $0 { !note.isEmpty } else { false } }
        return head + (hasNotes ? [note] : []) + subject + people + course + sections + provenance
    }

    private static let head: [SheetColumn] = [
        SheetColumn("id", "id", width: 28) { $0.entry.id },
        SheetColumn("Titolo", "Title", width: 40) { $0.entry.title },
        SheetColumn("Tipo", "Kind", width: 14) { $0.label($0.entry.kind.label) },
        SheetColumn("Esempio", "Example", width: 12) { $0.entry.isExample ? $0.edition.say("sì", "yes") : "" },
        SheetColumn("Pubblicazione", "Publication", width: 16) { $0.label($0.entry.publication.label) },
        SheetColumn("Sintesi", "Summary", width: 50) { $0.entry.summary ?? "" },
    ]

    private static let note = SheetColumn("Nota di chi cura", "Curator's note", width: 50) { $0.note }

    private static let subject: [SheetColumn] = [
        SheetColumn("Temi", "Themes", width: 28) { list($0.labels($0.entry.themes, .theme)) },
        SheetColumn("Territori", "Territories", width: 28) { list($0.labels($0.entry.territories, .territory)) },
        SheetColumn("Codici ISTAT", "ISTAT codes", width: 16) { list($0.entry.territories) },
        SheetColumn("Luogo", "Place", width: 20) { $0.entry.place ?? "" },
        SheetColumn("Ambito", "Scope", width: 16) { $0.label($0.entry.scope?.label) },
        SheetColumn("Destinatari", "Target groups", width: 24) { list($0.labels($0.entry.targetGroups, .targetGroup)) },
        SheetColumn("Bisogno", "Need", width: 40) { $0.entry.needs ?? "" },
    ]

    private static let people: [SheetColumn] = [
        SheetColumn("Organizzazione", "Organization", width: 28) { $0.entry.organization?.name ?? "" },
        SheetColumn("Sito", "Site", width: 28) { $0.entry.organization?.url ?? "" }
            .leading { $0.entry.organization?.url },
        SheetColumn("Contatto", "Contact", width: 28) { $0.contact },
        SheetColumn("Partner", "Partners", width: 28) { list($0.entry.partners.map(\.name)) },
        SheetColumn("Strumento con la PA", "Instrument with the PA", width: 22) {
            $0.label($0.entry.paInstrument?.label)
        },
    ]

    private static let course: [SheetColumn] = [
        SheetColumn("Inizio", "Start", width: 12) { $0.entry.start?.iso8601 ?? "" },
        SheetColumn("Fine", "End", width: 12) { $0.entry.end?.iso8601 ?? "" },
        SheetColumn("Stato", "Status", width: 12) { $0.label($0.entry.status.label) },
        SheetColumn("Verifica", "Verification", width: 12) { String($0.entry.verification) },
        SheetColumn("Risultati in breve", "Results in brief", width: 40) { $0.results },
    ]

    /// One for each standard heading, one for everything else; "Note interne" never leaves the house.
    private static let sections: [SheetColumn] =
        StandardSection.allCases.filter { $0 != .internalNotes }.map { heading in
            SheetColumn(heading.label.it, heading.label.en, width: 60) { $0.text(under: heading) }
        } + [SheetColumn("Altro testo", "Other text", width: 60) { $0.otherText }]

    private static let provenance: [SheetColumn] = [
        SheetColumn("Fonti", "Sources", width: 40) { list($0.entry.sources.map(\.title)) },
        SheetColumn("Indirizzi delle fonti", "Addresses of the sources", width: 40) { list($0.sourceAddresses) }
            .leading { $0.sourceAddresses.first },
        SheetColumn("Licenza", "Licence", width: 16) {
            $0.entry.licence ?? $0.edition.say("uso interno", "internal use")
        },
        SheetColumn("Attribuzione", "Attribution", width: 28) { $0.entry.permission?.by ?? "" },
        SheetColumn("Aggiornata", "Updated", width: 12) { $0.entry.updated?.iso8601 ?? "" },
    ]

    private static func list(_ values: [String]) -> String {
        values.joined(separator: "; ")
    }

    /// What the cells of one sheet are made from.
    struct Row {
        let entry: Entry
        /// The curator's, Markdown.
        fileprivate let markdown: String
        let edition: Edition
        /// By their standard headings; `nil` for the others.
        private let sections: [StandardSection?: [EntrySection]]

        init(_ entry: Entry, note: String, _ edition: Edition) {
            self.entry = entry
            markdown = note
            self.edition = edition
            sections = Dictionary(grouping: entry.publicSections) { StandardSection(named: $0.title) }
        }
    }
}

extension SheetColumn.Row {
    fileprivate func label(_ text: LocalizedText?) -> String {
        text?[edition.language] ?? ""
    }

    fileprivate func labels(_ keys: [String], _ facet: Facet) -> [String] {
        edition.labels(keys, facet)
    }

    /// The curator's words without their markup.
    fileprivate var note: String {
        guard !markdown.isEmpty, let root = MarkdownTree.parse(markdown) else { return markdown }
        defer { cmark_node_free(root) }
        return MarkdownBody.plainText(of: root)
    }

    fileprivate var contact: String {
        guard let contact = entry.contact else { return "" }
        return [contact.role, contact.email, contact.phone, contact.url].compactMap { $0 }.joined(separator: "; ")
    }

    /// What the field says, with every figure: `Iscritti: 40 bambini (prima: 12, 2023, registro della scuola)`.
    fileprivate var results: String {
        let figures = (entry.results?.indicators ?? []).map { indicator -> String in
            let value = [indicator.value, indicator.unit].compactMap { $0 }.joined(separator: " ")
            let baseline = indicator.baseline.map { edition.say("prima: ", "before: ") + $0 }
            let details = [baseline, indicator.date?.iso8601, indicator.source].compactMap { $0 }
            return "\(indicator.name): \(value)" + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
        }
        return ([entry.results?.text].compactMap { $0 } + figures).joined(separator: "; ")
    }

    fileprivate func text(under heading: StandardSection) -> String {
        (sections[heading] ?? []).map(\.text).joined(separator: "\n")
    }

    /// What stands before the first heading and under headings of the sheet's own, which it names.
    fileprivate var otherText: String {
        let others = sections[StandardSection?.none] ?? []
        return others.map { $0.title.isEmpty ? $0.text : "\($0.title)\n\($0.text)" }.joined(separator: "\n\n")
    }

    fileprivate var sourceAddresses: [String] {
        entry.sources.compactMap(\.url)
    }
}
