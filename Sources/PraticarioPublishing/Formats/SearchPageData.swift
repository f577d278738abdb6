import Foundation
import ItalianText
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// What the script of the search page reads, as JSON in which nothing can end the element that holds it.
///
/// The keys are in the order of the alphabet: what the heads of the sheets tell comes before `sheets`, and the words of
/// all their texts after it, so that each sheet is written as it is read.
struct SearchPageData {
    private let choice: Choice
    private let edition: Edition
    private let page: ((_ id: String) -> String?)?
    private let encoder: JSONEncoder

    /// - Parameter page: the address of a sheet's own page; `nil` where there is none.
    init(_ choice: Choice, _ edition: Edition, page: ((_ id: String) -> String?)?) {
        self.choice = choice
        self.edition = edition
        self.page = page
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func write(to out: inout some TextOutputStream) throws {
        out.write(json(of: Opening(choice, edition, isPartOfSite: page != nil)).dropLast() + ",\"sheets\":[")
        let present = Set(choice.heads.map(\.id))
        var words = SearchPageWords(edition.values.vocabularies.analyzer)
        var names: [Facet: Set<String>] = [:]
        var isFirst = true
        try choice.forEachSheet { entry, _ in
            var searched = entry
            searched.sections = entry.publicSections
            let text = SearchDocument(searched, edition.values.vocabularies).text
            words.add(text)
            let sheet = SearchPageSheet(entry, edition, text: text, page: page?(entry.id), isShown: present.contains)
            for facet in SearchPageFilters.facets {
                names[facet, default: []].formUnion(sheet.keys[facet.rawValue] ?? [])
            }
            out.write((isFirst ? "" : ",") + json(of: sheet))
            isFirst = false
        }
        out.write("]," + json(of: Closing(choice, edition, words, SearchPageFilters(edition, used: names))).dropFirst())
    }

    private func json(of value: some Encodable) -> String {
        guard let json = try? encoder.encode(value) else { preconditionFailure("the data of a page have no JSON") }
        var escaped = ""
        for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

// MARK: Before and after the sheets

extension SearchPageData {
    private struct Named: Encodable {
        let id: String
        let label: String
    }

    /// A collection by what it may be called in a question: its id and its title.
    private struct Collection: Encodable {
        let names: [String]
        /// The ids of those of its sheets that the page has.
        let sheets: [String]
    }

    private struct Opening: Encodable {
        /// What words cut short stand for.
        let abbreviations: [String: String]
        let acknowledgement: String?
        /// The words that ask rather than tell what is asked for.
        let askingWords: [String]
        /// What `raccolta:` knows.
        let collections: [Collection]
        let contact: String?
        /// The themes that no sheet here has.
        let emptyThemes: [EmptyTheme]
        /// What people and things of territories are called.
        let inhabitants: [String: String]
        let isPartOfSite: Bool
        let kinds: [Named]
        /// The words that are spelled right, see `SearchPageWords.known`.
        let knownWords: String
        let language: SearchPageLanguage
        let licence: String?
        let made: String
        let places: SearchPagePlaces
        let publisher: String?
        /// The question.
        let selection: String?
        /// Of labels and of what the page says.
        let tongue: String

        init(_ choice: Choice, _ edition: Edition, isPartOfSite: Bool) {
            let vocabularies = edition.values.vocabularies
            abbreviations = vocabularies.analyzer.abbreviations
            acknowledgement = edition.settings.acknowledgement
            askingWords = vocabularies.analyzer.askingWords.sorted()
            emptyThemes = EmptyTheme.all(vocabularies.themes, used: Set(choice.heads.flatMap(\.themes)))
            inhabitants = Inhabitants.territories
            knownWords = SearchPageWords.known(vocabularies)
            let register = vocabularies.territories
            let within = choice.heads.flatMap(\.territories).compactMap(register.position).flatMap(register.pathToTop)
            places = SearchPagePlaces(vocabularies, shown: Set(within.map(register.code)))
            collections = ([choice] + choice.collections).compactMap { one in
                one.id.map { Collection(names: [$0, one.title], sheets: one.heads.map(\.id)) }
            }
            contact = edition.settings.contactPoint
            self.isPartOfSite = isPartOfSite
            let used = Set(choice.heads.map(\.kind))
            kinds = EntryKind.allCases.filter(used.contains)
                .map { Named(id: $0.rawValue, label: $0.label[edition.language]) }
            language = SearchPageLanguage()
            licence = edition.settings.licence
            made = edition.date.iso8601
            publisher = edition.settings.publisher
            selection = choice.query
            tongue = edition.language.rawValue
        }
    }

    private struct EmptyTheme: Encodable {
        let id: String
        let names: [String]
        let broader: [String]
        let isEmpty = true
        /// The label of the nearest theme above that some sheet has.
        let above: String?

        static func all(_ scheme: ConceptScheme, used: Set<String>) -> [EmptyTheme] {
            let full = Set(used.compactMap(scheme.position).flatMap(scheme.pathToTop))
            return scheme.concepts.indices.filter { !full.contains($0) }.map { position in
                EmptyTheme(
                    id: scheme.concepts[position].id, names: scheme.concepts[position].names,
                    broader: scheme.concepts[position].broader,
                    above: scheme.pathToTop(from: position).first(where: full.contains)
                        .map { scheme.concepts[$0].prefLabel.it })
            }
        }
    }

    private struct Closing: Encodable {
        let stopWords: [String]
        /// The family of each word form that is listed in one.
        let terms: [String: String]
        let territories: [Place]
        let themes: [Theme]
        let title: String
        /// What a question may filter by, beside what the page has controls for.
        let typed: SearchPageFilters
        let version = 1

        struct Theme: Encodable {
            let id: String
            let label: String
            let broader: [String]
            let names: [String]
        }

        struct Place: Encodable {
            let id: String
            let label: String
            let parent: String?
            let level: String
            /// Of a comune.
            let residents: Int?
            /// What it lies in besides its parent, areas apart: the province that it was in; of what was suppressed, what it
            /// became.
            let within: [String]?
            /// Of a province that is no more: it is found, and not offered.
            let ended: Bool?
        }

        init(_ choice: Choice, _ edition: Edition, _ words: SearchPageWords, _ typed: SearchPageFilters) {
            self.typed = typed
            terms = words.found
            stopWords = edition.values.vocabularies.analyzer.stopWords.sorted()
            let heads = choice.heads
            let register = edition.values.vocabularies.territories
            let places = Set(heads.flatMap(\.territories).compactMap(register.position).flatMap(register.pathToTop))
            territories = places.sorted().map { position in
                let (territory, within) = (
                    register.territories[position],
                    register.alsoWithin(position).filter { register[$0]?.level != .area }
                )
                return Place(
                    id: territory.code, label: territory.qualifiedName, parent: territory.parent,
                    level: territory.level.rawValue,
                    residents: territory.level == .municipality ? register.population(of: position) : nil,
                    within: within.isEmpty ? nil : within,
                    ended: territory.level == .province && territory.isSuppressed ? true : nil)
            }
            let scheme = edition.values.vocabularies.themes
            let used = Set(heads.flatMap(\.themes).compactMap(scheme.position).flatMap(scheme.pathToTop))
            themes = used.sorted().map { scheme.concepts[$0] }
                .map {
                    Theme(id: $0.id, label: $0.prefLabel[edition.language], broader: $0.broader, names: $0.names)
                }
            title = choice.title
        }
    }
}

extension Concept {
    /// All that may be typed for it: the Italian label first.
    fileprivate var names: [String] { [prefLabel.it, prefLabel.en, id] + synonyms }
}
