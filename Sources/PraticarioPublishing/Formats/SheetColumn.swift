import CCommonMark
import PraticarioCorpus
import PraticarioSystem

/// A column of the table of sheets, the same in CSV and in a workbook.
///
/// Several values of a cell stand between semicolons; codes are text.
struct SheetColumn: Sendable {
    /// The field that it is the column of, where it is that of one.
    private let field: FieldName?
    let heading: LocalizedText
    /// In characters.
    let width: Double
    let text: @Sendable (Row) -> String
    /// The address that the cell leads to, where the format has links.
    private(set) var link: @Sendable (Row) -> String? = { _ in nil }
    /// Whether a sheet needs it, for a column that is there only where one does; `nil` for one that always is.
    private var isNeeded: (@Sendable (Entry) -> Bool)?

    /// A column for what no field alone says.
    init(_ it: String, _ en: String, width: Double, text: @escaping @Sendable (Row) -> String) {
        field = nil
        heading = LocalizedText(it: it, en: en)
        self.width = width
        self.text = text
    }

    /// The column of a part of a field, or of what only a table says, under a heading that an import knows.
    init(_ heading: TableHeading, width: Double, text: @escaping @Sendable (Row) -> String) {
        self.init(heading.text.it, heading.text.en, width: width, text: text)
    }

    /// The column of a field.
    ///
    /// - Parameters:
    ///   - heading: where it is not the field's own label.
    ///   - text: where it is not the field's value.
    init(
        _ field: FieldName, _ heading: LocalizedText? = nil, width: Double = 24,
        text: (@Sendable (Row) -> String)? = nil
    ) {
        self.field = field
        self.heading = heading ?? field.row.label
        self.width = width
        self.text = text ?? { $0.text(field) }
        if field.row.shape == .address { link = { $0.text(field) } }
    }

    /// The same column, its cells with an address.
    private func leading(to link: @escaping @Sendable (Row) -> String?) -> SheetColumn {
        var column = self
        column.link = link
        return column
    }

    /// The same column, only where a sheet needs it.
    private func onlyWhere(_ isNeeded: @escaping @Sendable (Entry) -> Bool) -> SheetColumn {
        var column = self
        column.isNeeded = isNeeded
        return column
    }

    /// The columns of a choice, the id first; one for notes only where the curator wrote any, and what few sheets say only
    /// where one of them does.
    static func columns(of choice: Choice) throws -> [SheetColumn] {
        let hasNotes = choice.parts.contains { if case .sheet(_, let note) = $0 { !note.isEmpty } else { false } }
        let all = head + (hasNotes ? [note] : []) + subject + people + course + sections + provenance + seldom + others
        var unneeded = Set(all.indices.filter { all[$0].isNeeded != nil })
        var choice = choice
        choice.progress = { _, _ in }
        try choice.forEachSheet { entry, _ in
            for index in unneeded where all[index].isNeeded?(entry) == true { unneeded.remove(index) }
        }
        return all.indices.filter { !unneeded.contains($0) }.map { all[$0] }
    }

    private static let head: [SheetColumn] = [
        SheetColumn(.id, width: 28), SheetColumn(.title, width: 40), SheetColumn(.kind, width: 14),
        SheetColumn(.example, width: 12), SheetColumn(.publication, width: 16), SheetColumn(.summary, width: 50),
    ]

    private static let note = SheetColumn(.curatorsNote, width: 50) { $0.note }

    private static let subject: [SheetColumn] = [
        SheetColumn(.themes, width: 28), SheetColumn(.territories, width: 28),
        SheetColumn(.territoryCodes, width: 16) { list($0.entry.territories) },
        SheetColumn(.place, width: 20), SheetColumn(.scope, width: 16), SheetColumn(.targetGroups, width: 24),
        SheetColumn(.needs, width: 40),
    ]

    private static let people: [SheetColumn] =
        [
            SheetColumn(.organization, width: 28) { $0.entry.organization?.name ?? "" },
            SheetColumn(.organizationRole, width: 20) { $0.entry.organization?.role ?? "" },
            SheetColumn(.organizationType, width: 14) { row in
                row.entry.organization?.type?.label[row.edition.language] ?? ""
            },
            SheetColumn(.legalForm, width: 20) { $0.entry.organization?.legalForm ?? "" },
            SheetColumn(.runtsSection, width: 20) { $0.entry.organization?.runtsSection ?? "" },
            SheetColumn(.taxCode, width: 16) { $0.entry.organization?.taxCode ?? "" },
            SheetColumn(.site, width: 28) { $0.entry.organization?.url ?? "" }
                .leading { $0.entry.organization?.url },
            SheetColumn(.contact, width: 28) { $0.contact },
        ] + SheetColumn.inParts(.partners) + SheetColumn.inParts(.people) + SheetColumn.inParts(.costs) + [
            SheetColumn(.paInstrument, width: 22)
        ]

    /// State and verification are said even where the sheet says nothing of them.
    private static let course: [SheetColumn] = [
        SheetColumn(.start, width: 12), SheetColumn(.end, width: 12),
        SheetColumn(.status, width: 12) { $0.entry.status.label[$0.edition.language] },
        SheetColumn(.verification, width: 12) { String($0.entry.verification) },
        SheetColumn(.results, TableHeading.resultsInBrief.text, width: 40) {
            $0.results
        },
    ]

    /// One for each standard heading, one for everything else; "Note interne" never leaves the house.
    private static let sections: [SheetColumn] =
        StandardSection.allCases.filter { $0 != .internalNotes }.map { heading in
            SheetColumn(heading.label.it, heading.label.en, width: 60) { $0.text(under: heading) }
        } + [SheetColumn(.otherText, width: 60) { $0.otherText }]

    private static let provenance: [SheetColumn] = [
        SheetColumn(.sources, width: 40) { list($0.entry.sources.map(\.title)) },
        SheetColumn(.sourceAddresses, width: 40) { list(inStep($0.entry.sources.map(\.url))) }
            .leading { $0.entry.sources.lazy.compactMap(\.url).first },
        SheetColumn(.sourceDates, width: 16) { list(inStep($0.entry.sources.map { $0.accessed?.written })) },
        SheetColumn(.licence, width: 16) { $0.entry.licence ?? $0.edition.say("uso interno", "internal use") },
        SheetColumn(.permission, TableHeading.attribution.text, width: 28) {
            $0.entry.permission?.by ?? ""
        },
        SheetColumn(.permissionDate, width: 12) { $0.entry.permission?.date?.written ?? "" },
        SheetColumn(.updated, width: 12),
    ]

    /// What few sheets say.
    private static let seldom: [SheetColumn] =
        inParts(.results, only: ["documented"], isOptional: true) + inParts(.related)
        + inParts(.adoptions, isOptional: true) + inParts(.pictures, isOptional: true)
        + inParts(.attachments, isOptional: true) + [
            SheetColumn(.publicPlace, width: 12).onlyWhere { $0.isPublicPlace },
            SheetColumn(.community).whereSaid, SheetColumn(.meeting).whereSaid,
            // A sheet that says nothing of it is in Italian.
            SheetColumn(.language, width: 12).onlyWhere { $0.language != "it" },
            SheetColumn(.reviewBy, width: 12).whereSaid,
        ]

    private static let others: [SheetColumn] = {
        let placed = Set((head + subject + people + course + provenance + seldom).compactMap(\.field))
        return FieldName.allCases.filter { !placed.contains($0) }.map { SheetColumn($0) }
    }()

    private var whereSaid: SheetColumn {
        guard let field else { return self }
        return onlyWhere { !field.row.value($0).isEmpty }
    }

    /// The columns of a field that has parts, one for each. Of a list each column has a part of every item, in step; its
    /// first, by which the field is known, is there even where no sheet says it. `only` names the parts that have no column
    /// elsewhere.
    private static func inParts(
        _ name: FieldName, only: Set<String>? = nil, isOptional: Bool = false
    ) -> [SheetColumn] {
        name.row.shape.parts.enumerated().filter { only?.contains($0.element.english) ?? true }.map { number, part in
            let isFirst = number == 0 && name.row.shape.isList
            let column = SheetColumn(
                name, isFirst ? nil : TableHeading.text(of: part, in: name), width: isFirst ? 28 : 20
            ) { row in
                switch name.row.value(row.entry) {
                case .list(let items): list(inStep(items.map { $0.part(part).map(row.text) }))
                case let whole: whole.part(part).map(row.text) ?? ""
                }
            }
            guard !isFirst || isOptional else { return column }
            return column.onlyWhere { entry in
                switch name.row.value(entry) {
                case .list(let items): items.contains { $0.part(part) != nil }
                case let whole: whole.part(part) != nil
                }
            }
        }
    }

    private static func list(_ values: [String]) -> String {
        CellItems.joined(values)
    }

    /// What belongs to several things in their order, a dash in the place of what is not there.
    private static func inStep(_ values: [String?]) -> [String] {
        values.contains { $0 != nil } ? values.map { $0 ?? "-" } : []
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
    /// The value of a field that has no rule of its own.
    fileprivate func text(_ field: FieldName) -> String {
        text(field.row.value(entry))
    }

    fileprivate func text(_ value: FieldValue) -> String {
        FieldText(values: edition.values, language: edition.language, isData: true).text(value)
    }

    /// The curator's words without their markup.
    fileprivate var note: String {
        guard !markdown.isEmpty, let root = MarkdownTree.parsePublic(markdown) else { return markdown }
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
            let details = [baseline, indicator.date?.written, indicator.source].compactMap { $0 }
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
        // What came back from such a column has its heading as a title.
        let own = [TableHeading.otherText.text.it, TableHeading.otherText.text.en]
        return others.map { $0.title.isEmpty || own.contains($0.title) ? $0.text : "\($0.title)\n\($0.text)" }
            .joined(separator: "\n\n")
    }
}

extension FieldValue {
    /// What it says in one of its parts; `nil` where nothing.
    fileprivate func part(_ part: FieldPart) -> FieldValue? {
        guard case .parts(let parts) = self else { return nil }
        return parts.first { $0.part == part }?.value
    }
}
