import ItalianText
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What the query language knows by name, for the script of a search page: the names of filters and orders, the words before
/// places, the words of dates. The script has the rules, the program the names.
struct SearchPageLanguage: Encodable {
    /// What a word for a value may be followed by: since when, for how long.
    struct Times: Encodable {
        let adverbs = TimeWords.adverbs.sorted()
        let fillers = PartialDate.fillers.union(PartialDate.approximations).sorted()
        /// From January on, by language.
        let months = Language.allCases.map(PartialDate.monthNames)
        let prepositions = TimeWords.prepositions.sorted()
        let seasons = PartialDate.seasons.sorted()
    }

    struct Filter: Encodable {
        let facet: String
        /// The level of the territories that are meant.
        let level: String?
        /// In all languages.
        let names: [String]
        let reading: String
    }

    /// Letters of provinces that are short for something else as often.
    let everydaySiglas: [String]
    let filters: [Filter]
    /// What else may stand before a colon, by what it does.
    let keywords: [String: [String]]
    /// By the name of the order, in all languages.
    let orders: [String: String]
    /// The words behind which an everyday word is meant as a place.
    let prepositions: [String]
    let times = Times()

    init() {
        everydaySiglas = EverydayPlaces.abbreviations.sorted()
        filters = FilterName.all.map { filter in
            let (reading, level) = Self.reading(filter.reading)
            return Filter(facet: filter.facet.rawValue, level: level, names: filter.it + filter.en, reading: reading)
        }
        keywords = Dictionary(
            uniqueKeysWithValues: QuestionKeyword.allCases.map { keyword in
                let name =
                    switch keyword {
                    case .collection: "collection"
                    case .title: "title"
                    case .without: "without"
                    case .sort: "sort"
                    }
                return (name, keyword.names)
            })
        orders = Dictionary(
            ResultOrder.allCases.flatMap { order in
                Language.allCases.map { (order.name(in: $0), order.rawValue) }
            }
        ) { first, _ in first }
        prepositions = EverydayPlaces.prepositions.sorted()
    }

    private static func reading(_ reading: FilterName.Reading) -> (String, level: String?) {
        switch reading {
        case .value: ("value", nil)
        case .level(let level): ("value", level.rawValue)
        case .since: ("since", nil)
        case .near: ("near", nil)
        case .population: ("population", nil)
        }
    }
}
