package import PraticarioSystem

/// One sheet of the knowledge base, checked: a practice, an experience, an idea or a solution.
public struct Entry: Codable, Hashable, Sendable, Identifiable {
    /// A slug; the file's name where the sheet states none.
    public var id: String
    /// Practice, experience, idea or solution.
    public var kind: EntryKind
    /// Plain text.
    public var title: String
    /// One sentence or two, plain text, 300 characters at most.
    public var summary: String?
    /// How far the sheet is on its way to the public.
    public var publication: Publication = .draft
    /// Invented, to show how a sheet is written.
    public var isExample = false
    /// What it is about: ids of themes, in the order of the sheet, none twice.
    public var themes: [String] = []
    /// For whom: ids of target groups, in the order of the sheet, none twice.
    public var targetGroups: [String] = []
    /// Where: codes of territories, in the order of the sheet, none twice.
    public var territories: [String] = []
    /// What need it answers, plain text.
    public var needs: String?
    /// A quarter or hamlet, in words.
    public var place: String?
    /// Whether anybody may know where it is, such as a help desk with its door on the street: then a sheet about people
    /// who must not be traceable may name the place, too.
    public var isPublicPlace = false
    /// How much territory it serves.
    public var scope: PracticeScope?
    /// Who runs it.
    public var organization: Organization?
    /// With whom, in the order of the sheet.
    public var partners: [Organization] = []
    /// How to ask who runs it.
    public var contact: Contact?
    /// How many people, in the order of the sheet.
    public var people: [HeadCount] = []
    /// What it costs, in the order of the sheet.
    public var costs: [Cost] = []
    /// How it is bound to a public administration.
    public var paInstrument: PAInstrument?
    /// When the practice began.
    public var start: PartialDate?
    /// When the practice ended; `nil` also where it goes on.
    public var end: PartialDate?
    /// Whether the practice is under way.
    public var status: PracticeStatus = .unknown
    /// What came of it.
    public var results: Results?
    /// 0 described, 1 monitored, 2 evaluated, 3 evaluated by comparison.
    public var verification = 0
    /// What it has to do with other sheets, by kind in the order of `RelationKind.allCases`.
    public var relations: [Relation] = []
    /// Who took it up elsewhere.
    public var adoptions: [Adoption] = []
    /// The community of practice in which it was shared, by name.
    public var community: String?
    /// The meeting that it comes from, in words.
    public var meeting: String?
    /// What shows it, in the order of the sheet.
    public var pictures: [Picture] = []
    /// What goes with it to be read, in the order of the sheet.
    public var attachments: [Attachment] = []
    /// Where it is known from.
    public var sources: [EntrySource] = []
    /// As written, such as `CC-BY-4.0`; `nil` means internal use.
    public var licence: String?
    /// Who allowed the licence: to whom it is attributed.
    public var permission: Permission?
    /// BCP 47.
    public var language = "it"
    /// When the sheet was last changed, as it states itself.
    public var updated: PartialDate?
    /// The day by which somebody is to look whether it is still true.
    public var reviewBy: PartialDate?
    /// The Markdown after the header, as written.
    public var body = ""
    /// The body without markup, divided at its headings; internal notes among them.
    public var sections: [EntrySection] = []
    /// Where the sheet is written.
    public var origin: Origin
    /// Some value was wrong or is missing: "da completare".
    public var isIncomplete = false

    /// A draft that says nothing else yet.
    public init(id: String, kind: EntryKind, title: String, origin: Origin) {
        self.id = id
        self.kind = kind
        self.title = title
        self.origin = origin
    }
}

/// A body that runs a practice or helps, never a person.
public struct Organization: Codable, Hashable, Sendable {
    /// Its full name.
    public var name: String
    /// What it does in the practice.
    public var role: String?
    /// Of what sort it is.
    public var type: OrganizationType?
    /// As written: `APS`, `ODV`, `cooperativa sociale`.
    public var legalForm: String?
    /// The section of the national register of the third sector (RUNTS) in which it is listed, as written.
    public var runtsSection: String?
    /// Eleven digits, the last of which checks the others.
    public var taxCode: String?
    /// `https://` or `http://`.
    public var url: String?
}

/// How to ask the organization: its own addresses, never a person's.
public struct Contact: Codable, Hashable, Sendable {
    /// Whom to ask for: `segreteria`, `ufficio progetti`.
    public var role: String?
    /// Of an office.
    public var email: String?
    /// As written.
    public var phone: String?
    /// `https://` or `http://`.
    public var url: String?
}

/// How many people work in a practice, help or have something of it.
public struct HeadCount: Codable, Hashable, Sendable {
    /// As written: `12`, `circa 80`.
    public var number: String
    /// Who is counted: `volontari`, `bambini`.
    public var who: String?
}

/// A sum that a practice costs.
public struct Cost: Codable, Hashable, Sendable {
    /// As written: `12.000 euro`, `quasi niente`.
    public var amount: String
    /// For how long it is enough: `all'anno`, `una volta`.
    public var period: String?
    /// What it pays for: `affitto e operatori`.
    public var covers: String?
    /// Who pays: `il Comune, con un bando`.
    public var payer: String?
}

/// What came of a practice, in words and in figures.
public struct Results: Codable, Hashable, Sendable {
    /// Plain text.
    public var text: String?
    /// In the order of the sheet.
    public var indicators: [Indicator] = []
    /// `false` where nothing that was read says what came of it, so that nobody looks for it again; else `nil` is enough.
    public var areDocumented: Bool?

    private enum CodingKeys: String, CodingKey {
        case text, indicators
        case areDocumented = "documented"
    }

    /// Whether it says what came of it, or that this is told nowhere.
    package var isStatement: Bool { text != nil || !indicators.isEmpty || areDocumented == false }

    /// What readers see where results are told nowhere; `nil` where something is told.
    package var absence: LocalizedText? {
        guard areDocumented == false, text == nil, indicators.isEmpty else { return nil }
        return LocalizedText(it: "non documentati nelle fonti lette", en: "not documented in the sources read")
    }
}

/// A figure with what makes it worth something.
public struct Indicator: Codable, Hashable, Sendable {
    /// What is counted: `studenti promossi`.
    public var name: String
    /// As written: figures are not computed with here.
    public var value: String
    /// Of value and baseline: `%`, `persone`.
    public var unit: String?
    /// The value before, as written.
    public var baseline: String?
    /// When it was measured.
    public var date: PartialDate?
    /// Who says so.
    public var source: String?
}

/// A reference from one sheet to another.
public struct Relation: Codable, Hashable, Sendable {
    /// What it has to do with the other.
    public var kind: RelationKind
    /// The id of the other sheet.
    public var target: String

    /// To the sheet with this id.
    public init(kind: RelationKind, target: String) {
        (self.kind, self.target) = (kind, target)
    }
}

/// Who took the practice up elsewhere.
public struct Adoption: Codable, Hashable, Sendable {
    /// The name of the body.
    public var by: String
    /// The code of a territory.
    public var territory: String?
    /// When it did.
    public var date: PartialDate?
}

/// A picture that stands beside the sheet.
public struct Picture: Codable, Hashable, Sendable {
    /// The name of the file.
    public var file: String
    /// What is seen, for those who do not see it.
    public var description: String
    /// Whose picture it is.
    public var credit: String?
}

/// A paper that stands beside the sheet: rules, an agreement, a form.
public struct Attachment: Codable, Hashable, Sendable {
    /// The name of the file.
    public var file: String
    /// What it is called.
    public var title: String?
}

/// A site, a document, a meeting, a body's own word.
public struct EntrySource: Codable, Hashable, Sendable {
    /// What it is called.
    public var title: String
    /// `https://` or `http://`; `nil` for what is not on the web.
    public var url: String?
    /// When the address was last read.
    public var accessed: PartialDate?
}

/// Who allowed the licence, and when.
public struct Permission: Codable, Hashable, Sendable {
    /// Who allowed it; what is licensed is attributed to them.
    public var by: String
    /// When it was given.
    public var date: PartialDate?
}
