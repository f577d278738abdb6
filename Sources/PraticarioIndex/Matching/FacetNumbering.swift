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

    /// A number above all values of a facet, the open end left out.
    func count(of facet: Facet) -> Int {
        switch facet.source {
        case .choices(let choices): choices.count
        case .concepts(let scheme): scheme(values.vocabularies).concepts.count
        case .territories: values.vocabularies.territories.territories.count
        // No year has five digits, and levels are few.
        case .years: 10_000
        case .levels: 100
        case .names: values.names(in: facet).count
        }
    }

    /// `nil` for a key that no document can have.
    func number(of key: String, in facet: Facet) -> Int32? {
        switch facet.source {
        case .choices(let choices): choices.firstIndex { $0.key == key }.map(Int32.init)
        case .concepts(let scheme): scheme(values.vocabularies).position(of: key).map(Int32.init)
        case .territories: values.vocabularies.territories.position(of: key).map(Int32.init)
        case .years: key == FacetSource.openEnd ? .max : Int32(key)
        case .levels: Int32(key)
        case .names: names[facet]?[values.name(of: key, in: facet) ?? key]
        }
    }

    /// The keys of a facet's values. What is looked up for the facet is looked up once, for a loop over many of them.
    func keys(in facet: Facet) -> (_ number: Int32) -> String {
        switch facet.source {
        case .choices(let choices): return { choices[Int($0)].key }
        case .concepts(let scheme):
            let concepts = scheme(values.vocabularies).concepts
            return { concepts[Int($0)].id }
        case .territories:
            let territories = values.vocabularies.territories
            return { territories.code(of: Int($0)) }
        case .years, .levels: return { String($0) }
        case .names:
            let names = values.names(in: facet)
            return { names[Int($0)] }
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

    /// Whether the key of one value of a facet comes before that of another, by their bytes.
    func keyOrder(in facet: Facet) -> (_ a: Int32, _ b: Int32) -> Bool {
        switch facet.source {
        // The bytes of numbers of the same length are in the order of the numbers, and names are numbered in theirs.
        case .years, .levels, .names: return { $0 < $1 }
        case .territories:
            let territories = values.vocabularies.territories
            return { territories.codeRank(of: Int($0)) < territories.codeRank(of: Int($1)) }
        case .choices, .concepts:
            let key = keys(in: facet)
            return { key($0).utf8.lexicographicallyPrecedes(key($1).utf8) }
        }
    }
}
