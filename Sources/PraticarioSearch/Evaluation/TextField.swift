/// The searchable texts of a sheet, each with the weight of its words. The index has a column for each, in this order.
public enum TextField: Int, CaseIterable, Sendable {
    case title, summary, labels, names, body

    /// In tenths, so that weighted frequencies stay integers until the ranking.
    public var weight: Int {
        switch self {
        case .title: 30
        case .summary: 15
        case .labels: 10
        case .names: 10
        case .body: 10
        }
    }

    /// Whether its words count in the sheet's length: the words of vocabularies are nobody's prose.
    public var countsInLength: Bool {
        self != .labels
    }
}
