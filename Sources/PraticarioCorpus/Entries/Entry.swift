/// One sheet of the knowledge base, checked: a practice, an experience, an idea or a solution.
public struct Entry: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var kind: EntryKind
    public var title: String
    public var summary: String?
    public var publication: Publication = .draft
    /// Invented, to show how a sheet is written.
    public var isExample = false
    /// Ids of themes, in the order of the sheet, none twice; likewise the next two lists.
    public var themes: [String] = []
    public var targetGroups: [String] = []
    /// Codes of territories.
    public var territories: [String] = []
    public var needs: String?
    /// A quarter or hamlet, in words.
    public var place: String?
    public var scope: PracticeScope?
    public var organization: Organization?
    public var partners: [Organization] = []
    public var contact: Contact?
    public var paInstrument: PAInstrument?
    public var start: PartialDate?
    public var end: PartialDate?
    public var status: PracticeStatus = .unknown
    public var results: Results?
    /// 0 described, 1 monitored, 2 evaluated, 3 evaluated by comparison.
    public var verification = 0
    public var relations: [Relation] = []
    public var adoptions: [Adoption] = []
    public var community: String?
    public var meeting: String?
    public var sources: [EntrySource] = []
    /// As written, such as `CC-BY-4.0`; `nil` means internal use.
    public var licence: String?
    public var permission: Permission?
    /// BCP 47.
    public var language = "it"
    public var updated: PartialDate?
    public var reviewBy: PartialDate?
    /// The Markdown after the header, as written.
    public var body = ""
    public var sections: [EntrySection] = []
    public var origin: Origin
    /// Some value was wrong or is missing: "da completare".
    public var isIncomplete = false

    public init(id: String, kind: EntryKind, title: String, origin: Origin) {
        self.id = id
        self.kind = kind
        self.title = title
        self.origin = origin
    }
}

public struct Organization: Codable, Hashable, Sendable {
    public var name: String
    public var role: String?
    public var type: OrganizationType?
    public var legalForm: String?
    public var runtsSection: String?
    public var taxCode: String?
    public var url: String?
}

/// How to ask the organization: its own addresses, never a person's.
public struct Contact: Codable, Hashable, Sendable {
    public var role: String?
    public var email: String?
    public var phone: String?
    public var url: String?
}

public struct Results: Codable, Hashable, Sendable {
    public var text: String?
    public var indicators: [Indicator] = []
}

/// A figure with what makes it worth something.
public struct Indicator: Codable, Hashable, Sendable {
    public var name: String
    /// As written: figures are not computed with here.
    public var value: String
    public var unit: String?
    public var baseline: String?
    public var date: PartialDate?
    public var source: String?
}

public struct Relation: Codable, Hashable, Sendable {
    public var kind: RelationKind
    /// The id of the other sheet.
    public var target: String
}

/// Who took the practice up elsewhere.
public struct Adoption: Codable, Hashable, Sendable {
    public var by: String
    /// The code of a territory.
    public var territory: String?
    public var date: PartialDate?
}

public struct EntrySource: Codable, Hashable, Sendable {
    public var title: String
    public var url: String?
    public var accessed: PartialDate?
}

/// Who allowed the licence, and when.
public struct Permission: Codable, Hashable, Sendable {
    public var by: String
    public var date: PartialDate?
}
