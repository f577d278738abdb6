import PraticarioCorpus
import PraticarioSearch

/// The rows of one document in all facets, as the index stores them.
///
/// What the vocabularies number is one blob: for each facet the number of values, then the values. Names, which are
/// numbered when all documents are known, stand in a text.
struct FacetRows: Sendable {
    private var rows: [Facet: [Int32]] = [:]
    /// By facet the names that the document writes.
    private(set) var names: [Facet: [String]] = [:]

    init(_ document: SearchDocument, _ numbering: FacetNumbering) {
        for facet in Self.numbered { rows[facet] = numbering.row(of: document.keys[facet] ?? [], in: facet) }
        for facet in Self.named { names[facet] = document.keys[facet] }
    }

    init(bytes: [UInt8], namesText: String) {
        var numbers = PackedBytes.decode(bytes)[...]
        for facet in Self.numbered {
            guard let count = numbers.popFirst(), numbers.count >= count else { break }
            rows[facet] = Array(numbers.prefix(Int(count)))
            numbers = numbers.dropFirst(Int(count))
        }
        let lists = namesText.split(separator: Self.list, omittingEmptySubsequences: false)
        for (facet, list) in zip(Self.named, lists) {
            names[facet] = list.split(separator: Self.item).map(String.init)
        }
    }

    /// - Parameter numbering: one that knows the names of all documents.
    func row(_ facet: Facet, _ numbering: FacetNumbering) -> [Int32] {
        rows[facet] ?? numbering.row(of: names[facet] ?? [], in: facet)
    }

    var bytes: [UInt8] {
        PackedBytes.encode(Self.numbered.flatMap { [Int32(rows[$0]?.count ?? 0)] + (rows[$0] ?? []) })
    }

    var namesText: String {
        Self.named.map { (names[$0] ?? []).joined(separator: String(Self.item)) }.joined(separator: String(Self.list))
    }

    static let named = Facet.allCases.filter(\.source.isNames)
    private static let numbered = Facet.allCases.filter { !$0.source.isNames }
    private static let item: Character = "\u{1F}"
    private static let list: Character = "\u{1E}"
}
