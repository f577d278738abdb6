import PraticarioCorpus
import PraticarioSearch

/// The rows of one document in all facets, as the index stores them.
///
/// What the vocabularies number is one blob: for each facet the number of values, then the values. Names, which are
/// numbered when all documents are known, stand in a text. Of an index that is made from nothing all are held at once.
struct FacetRows: Sendable {
    private let numbers: [Int32]
    let namesText: String

    init(_ document: SearchDocument, _ numbering: FacetNumbering) {
        numbers = Self.numbered.flatMap { facet in
            let row = numbering.row(of: document.keys[facet] ?? [], in: facet)
            return [Int32(row.count)] + row
        }
        namesText = Self.named.map { (document.keys[$0] ?? []).joined(separator: String(Self.item)) }
            .joined(separator: String(Self.list))
    }

    init(bytes: [UInt8], namesText: String) {
        numbers = PackedBytes.decode(bytes)
        self.namesText = namesText
    }

    var bytes: [UInt8] { PackedBytes.encode(numbers) }

    /// The names that the document writes in a facet.
    func names(in facet: Facet) -> [String] {
        guard let index = Self.named.firstIndex(of: facet) else { return [] }
        let lists = namesText.split(separator: Self.list, omittingEmptySubsequences: false)
        return index < lists.count ? lists[index].split(separator: Self.item).map(String.init) : []
    }

    /// - Parameter numbering: one that knows the names of all documents.
    func row(_ facet: Facet, _ numbering: FacetNumbering) -> [Int32] {
        guard let index = Self.numbered.firstIndex(of: facet) else {
            return numbering.row(of: names(in: facet), in: facet)
        }
        var rest = numbers[...]
        for _ in 0..<index { rest = rest.dropFirst(1 + Self.count(rest)) }
        return Array(rest.dropFirst().prefix(Self.count(rest)))
    }

    /// How many values follow.
    private static func count(_ rest: ArraySlice<Int32>) -> Int { max(0, Int(rest.first ?? 0)) }

    static let named = Facet.allCases.filter(\.source.isNames)
    private static let numbered = Facet.allCases.filter { !$0.source.isNames }
    private static let item: Character = "\u{1F}"
    private static let list: Character = "\u{1E}"
}
