public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// What a sheet says in its fields, as label and value for readers.
public struct SheetFacts: Sendable {
    private let entry: Entry
    private let values: FacetValues
    private let language: Language

    /// - Parameters:
    ///   - entry: the sheet.
    ///   - values: of the knowledge base that the sheet is from: `Snapshot.values`.
    ///   - language: of labels; what the sheet says stays in its own.
    public init(_ entry: Entry, _ values: FacetValues, language: Language) {
        self.entry = entry
        self.values = values
        self.language = language
    }

    /// The fields that have a place among the facts, in the order in which a reader wants them.
    private static let order: [FieldName] = [
        .kind, .publication, .themes, .territories, .scope, .targetGroups, .needs, .organization, .partners,
        .people, .costs, .paInstrument, .contact, .start, .verification, .results, .related, .adoptions,
    ]

    /// What stands at the end, behind all other fields.
    private static let last: [FieldName] = [.licence, .updated]

    /// What a short sheet says: what it is about, where, by whom, when.
    static let main: Set<FieldName> = [.kind, .themes, .territories, .organization, .start]

    /// Fields that stand in the fact of another one.
    private static let joined: Set<FieldName> = [.place, .end, .status]

    /// Fields that are no fact, and why.
    static let leftOut: [FieldName: String] = [
        .id: "it is the sheet's address; `show` adds it at the end", .title: "it is the heading",
        .summary: "it stands under the heading", .example: "it is a mark at the top",
        .sources: "they are a list at the end", .pictures: "they are shown under the text",
        .attachments: "they are a list at the end", .permission: "it stands with the licence, at the end",
        .language: "it marks the text for browsers and voices", .community: "it is for filters and counts",
        .meeting: "it is for those who keep the archive", .reviewBy: "it is for those who keep the archive",
    ]

    private static let fields: [FieldName] = {
        let placed = Set(order + last).union(joined).union(leftOut.keys)
        return order + FieldName.allCases.filter { !placed.contains($0) } + last
    }()

    /// What readers of a fact call it, where that is not the field's own label.
    private static let labels: [FieldName: LocalizedText] = [
        .publication: LocalizedText(it: "Stato della scheda", en: "State of the sheet"),
        .organization: LocalizedText(it: "Chi la fa", en: "Who runs it"),
        .partners: LocalizedText(it: "Con chi", en: "With whom"),
        .start: LocalizedText(it: "Anni", en: "Years"),
        .adoptions: LocalizedText(it: "Ripresa da", en: "Taken up by"),
    ]

    /// One line of what a sheet says: a label, and what stands behind it.
    public struct Fact: Codable, Hashable, Sendable {
        /// The field that it is about, or the first of several that it puts together.
        public let subject: FieldName
        /// What readers see before it, without a colon.
        public let label: String
        /// Joined they are the value.
        public let pieces: [Piece]

        /// As plain text, addresses between angle brackets.
        public var value: String {
            pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .address(let address): "<\(address)>"
                }
            }.joined()
        }
    }

    /// A stretch of a fact.
    public enum Piece: Codable, Hashable, Sendable {
        /// Plain text, with its spaces.
        case text(String)
        /// A web address, to be made a link.
        case address(String)
    }

    /// None is empty.
    public var facts: [Fact] {
        Self.fields.compactMap { field in
            let pieces = pieces(field).filter { $0 != .text("") }
            let label = Self.labels[field] ?? field.row.label
            return pieces.isEmpty ? nil : Fact(subject: field, label: label[language], pieces: pieces)
        }
    }

    /// Those that a document shows beside the text; the licence stands at its end.
    func facts(_ detail: ExportOptions.Detail) -> [Fact] {
        facts.filter { $0.subject != .licence && (detail == .full || Self.main.contains($0.subject)) }
    }

    private func pieces(_ field: FieldName) -> [Piece] {
        switch field {
        case .publication: [.text(state)]
        case .territories: [.text(plain.text(field.row.value(entry)) + (entry.place.map { " – \($0)" } ?? ""))]
        case .organization: entry.organization.map(pieces) ?? []
        case .partners: Array(entry.partners.map(pieces).joined(separator: [.text("; ")]))
        case .people: [.text(entry.people.map(Self.text).joined(separator: "; "))]
        case .costs: [.text(entry.costs.map(text).joined(separator: "; "))]
        case .start: [.text(years)]
        case .verification: [.text(verification)]
        case .results: [.text(results)]
        case .related:
            [.text(entry.relations.map { "\($0.kind.label[language]) \($0.target)" }.joined(separator: "; "))]
        case .licence: [.text(entry.licence ?? language.say("uso interno", "internal use"))]
        default: plain.pieces(field.row.value(entry))
        }
    }

    private var plain: FieldText { FieldText(values: values, language: language, isData: false) }

    private static func text(_ count: HeadCount) -> String {
        [count.number, count.who].compactMap { $0 }.joined(separator: " ")
    }

    /// `12.000 euro all'anno: affitto (paga: Comune)`.
    private func text(_ cost: Cost) -> String {
        let sum = [cost.amount, cost.period].compactMap { $0 }.joined(separator: " ")
        let payer = cost.payer.map { language.say(" (paga: \($0))", " (paid by: \($0))") }
        return sum + (cost.covers.map { ": \($0)" } ?? "") + (payer ?? "")
    }

    private var verification: String {
        let level = min(3, max(0, entry.verification))
        return "\(VerificationLevel.labels[level][language]): \(VerificationLevel.explanations[level][language])"
    }

    private var years: String {
        let years = [entry.start, entry.end].compactMap { $0?.text(in: language) }.joined(separator: " – ")
        let status = entry.status == .unknown ? "" : entry.status.label[language]
        return [years, status].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var state: String {
        var states = entry.publication == .published ? [] : [entry.publication.label[language]]
        if entry.isIncomplete {
            states.append(language.say("da completare: praticario check", "incomplete: praticario check"))
        }
        return states.joined(separator: ", ")
    }

    private func pieces(_ organization: Organization) -> [Piece] {
        let details = [
            organization.type.flatMap { $0 == .other ? nil : $0.plainLabel[language] }, organization.legalForm,
            organization.role,
        ].compactMap { $0 }
        let name = organization.name + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
        guard let url = organization.url else { return [.text(name)] }
        return [.text(name + " "), .address(url)]
    }

    private var results: String {
        let indicators = (entry.results?.indicators ?? []).map { indicator in
            "\(indicator.name): \(indicator.value)" + (indicator.unit.map { " \($0)" } ?? "")
        }
        let texts = [entry.results?.text, entry.results?.absence?[language]].compactMap { $0 }
        return (texts + indicators).joined(separator: "; ")
    }
}
