import PraticarioCorpus
import PraticarioSearch

/// The values of facets as small numbers: concepts and territories by their positions in the vocabularies, years and
/// levels as themselves, names by their place among the names that occur. The numbers are those of one index only.
struct FacetNumbering: Sendable {
    let values: FacetValues
    private let names: [Facet: [String: Int32]]

    init(_ values: FacetValues) {
        self.values = values
        names = Dictionary(
            uniqueKeysWithValues: Facet.allCases.filter(\.source.isNames).map { facet in
                let names = values.names(in: facet)
                return (facet, Dictionary(zip(names, names.indices.map(Int32.init))) { first, _ in first })
            })
    }

    /// `nil` for a key that no document can have.
    func number(of key: String, in facet: Facet) -> Int32? {
        switch facet.source {
        case .choices(let choices): choices.firstIndex { $0.key == key }.map(Int32.init)
        case .concepts(let scheme): scheme(values.vocabularies).position(of: key).map(Int32.init)
        case .territories: values.vocabularies.territories.position(of: key).map(Int32.init)
        case .years: key == FacetSource.openEnd ? .max : Int32(key)
        case .levels: Int32(key)
        case .names: names[facet]?[key]
        }
    }

    func key(of number: Int32, in facet: Facet) -> String {
        let index = Int(number)
        return switch facet.source {
        case .choices(let choices): choices[index].key
        case .concepts(let scheme): scheme(values.vocabularies).concepts[index].id
        case .territories: values.vocabularies.territories.code(of: index)
        case .years, .levels: String(number)
        case .names: values.names(in: facet)[index]
        }
    }

    /// What a document with these keys counts under, with all above them, in ascending order.
    func row(of keys: [String], in facet: Facet) -> [Int32] {
        let own = keys.compactMap { number(of: $0, in: facet) }
        let vocabularies = values.vocabularies
        switch facet.source {
        case .choices, .years, .levels: return own
        case .names: return own.sorted()
        case .concepts(let scheme):
            return Set(own.flatMap { scheme(vocabularies).pathToTop(from: Int($0)) }).map(Int32.init).sorted()
        case .territories:
            return Set(own.flatMap { vocabularies.territories.pathToTop(from: Int($0)) }).map(Int32.init).sorted()
        }
    }

    /// Whether the key of one value comes before that of another, by their bytes.
    func keyPrecedes(_ a: Int32, _ b: Int32, in facet: Facet) -> Bool {
        switch facet.source {
        // The bytes of numbers of the same length are in the order of the numbers, and names are numbered in theirs.
        case .years, .levels, .names: a < b
        case .territories:
            values.vocabularies.territories.codeRank(of: Int(a)) < values.vocabularies.territories.codeRank(of: Int(b))
        case .choices, .concepts: key(of: a, in: facet).utf8.lexicographicallyPrecedes(key(of: b, in: facet).utf8)
        }
    }
}
