public import PraticarioCorpus
public import PraticarioSystem

/// The values that facets take in a corpus, each as a small number: concepts and territories by their positions
/// in the vocabularies, years as themselves, organizations and communities in the order in which they were met.
public struct FacetValues: Sendable {
    public let vocabularies: Vocabularies
    public private(set) var organizations: [String]
    public private(set) var communities: [String]
    private var organizationPositions: [String: Int32]
    private var communityPositions: [String: Int32]

    public init(_ vocabularies: Vocabularies, organizations: [String] = [], communities: [String] = []) {
        self.vocabularies = vocabularies
        self.organizations = organizations
        self.communities = communities
        organizationPositions = Self.positions(organizations)
        communityPositions = Self.positions(communities)
    }

    private static func positions(_ names: [String]) -> [String: Int32] {
        Dictionary(zip(names, names.indices.map(Int32.init))) { first, _ in first }
    }

    /// The stable name of a value, as output and filters write it: an id, a code, a year, a name.
    public func key(of value: Int32, in facet: Facet) -> String {
        let index = Int(value)
        return switch facet {
        case .kind: EntryKind.allCases[index].rawValue
        case .theme: vocabularies.themes.concepts[index].id
        case .territory: vocabularies.territories.code(of: index)
        case .targetGroup: vocabularies.targetGroups.concepts[index].id
        case .year, .verification: String(value)
        case .status: PracticeStatus.allCases[index].rawValue
        case .organization: organizations[index]
        case .community: communities[index]
        }
    }

    /// Whether the key of one value comes before that of another, by their bytes.
    package func keyPrecedes(_ a: Int32, _ b: Int32, in facet: Facet) -> Bool {
        switch facet {
        case .year, .verification: a < b
        case .territory: vocabularies.territories.codeRank(of: Int(a)) < vocabularies.territories.codeRank(of: Int(b))
        default: key(of: a, in: facet).utf8.lexicographicallyPrecedes(key(of: b, in: facet).utf8)
        }
    }

    /// What a reader sees for a value named by its key.
    public func label(of key: String, in facet: Facet) -> LocalizedText {
        switch facet {
        case .kind: EntryKind(rawValue: key)?.label ?? LocalizedText(both: key)
        case .theme: vocabularies.themes[key]?.prefLabel ?? LocalizedText(both: key)
        case .territory: LocalizedText(both: vocabularies.territories[key]?.qualifiedName ?? key)
        case .targetGroup: vocabularies.targetGroups[key]?.prefLabel ?? LocalizedText(both: key)
        case .status: PracticeStatus(rawValue: key)?.label ?? LocalizedText(both: key)
        case .verification: Self.verificationLabels[key] ?? LocalizedText(both: key)
        case .year, .organization, .community: LocalizedText(both: key)
        }
    }

    private static let verificationLabels = Dictionary(
        uniqueKeysWithValues: VerificationLevel.labels.enumerated().map { level, label in
            (String(level), LocalizedText(it: "\(level) \(label.it)", en: "\(level) \(label.en)"))
        })

    /// The row of an entry in a facet: the values it counts under, with all above them, in ascending order.
    /// For `year` it is the first and the last year, `Int32.max` while it goes on; empty where none is known.
    public mutating func row(of entry: Entry, in facet: Facet) -> [Int32] {
        switch facet {
        case .kind: [Int32(EntryKind.allCases.firstIndex(of: entry.kind) ?? 0)]
        case .theme: Self.closure(entry.themes.compactMap(vocabularies.themes.position), vocabularies.themes.pathToTop)
        case .territory:
            Self.closure(
                entry.territories.compactMap(vocabularies.territories.position), vocabularies.territories.pathToTop)
        case .targetGroup:
            Self.closure(
                entry.targetGroups.compactMap(vocabularies.targetGroups.position), vocabularies.targetGroups.pathToTop)
        case .year: Self.years(of: entry)
        case .status: [Int32(PracticeStatus.allCases.firstIndex(of: entry.status) ?? 0)]
        case .verification: [Int32(entry.verification)]
        case .organization:
            Set(([entry.organization].compactMap { $0 } + entry.partners).map(\.name)).map {
                Self.position(of: $0, &organizations, &organizationPositions)
            }.sorted()
        case .community: entry.community.map { [Self.position(of: $0, &communities, &communityPositions)] } ?? []
        }
    }

    private static func closure(_ positions: [Int], _ pathToTop: (Int) -> [Int]) -> [Int32] {
        Set(positions.flatMap(pathToTop)).map(Int32.init).sorted()
    }

    private static func years(of entry: Entry) -> [Int32] {
        guard let start = entry.start?.year ?? entry.end?.year else { return [] }
        let end = entry.end?.year ?? (entry.status == .concluded ? start : Int(Int32.max))
        return [Int32(start), Int32(max(start, end))]
    }

    private static func position(of name: String, _ names: inout [String], _ positions: inout [String: Int32]) -> Int32
    {
        if let position = positions[name] { return position }
        let position = Int32(names.count)
        names.append(name)
        positions[name] = position
        return position
    }
}

extension Facet {
    /// Whether only the first value of a row counts: the year in which something began.
    package var countsFirstOnly: Bool { self == .year }
}
