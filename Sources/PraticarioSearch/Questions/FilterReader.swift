import ItalianText
import PraticarioCorpus
import PraticarioSystem

/// Reads the value of a filter: codes, names and alternative labels, years and ranges of years.
struct FilterReader {
    struct Meaning {
        var test: FacetTest
        var note: LocalizedText?
    }

    private let values: FacetValues

    init(_ values: FacetValues) {
        self.values = values
    }

    /// `sport,giovani` is two values, unless the whole is one that is known; each with what it means, `nil` where that is
    /// not known.
    func alternatives(in value: String, _ name: FilterName) -> [(text: String, meaning: Meaning?)] {
        let value = value.trimmingSpaces()
        let whole = read(value, name)
        guard whole == nil, value.contains(where: { $0 == "," || $0 == ";" }) else { return [(value, whole)] }
        return value.split { $0 == "," || $0 == ";" }.map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
            .map { ($0, read($0, name)) }
    }

    /// `nil` when the value is not known.
    func read(_ text: String, _ name: FilterName) -> Meaning? {
        switch name.facet.source {
        case .choices(let choices): anyOf(choices.filter { $0.isNamed(text) }.map(\.key))
        case .concepts(let scheme): concept(text, scheme(values.vocabularies))
        case .territories: TerritoryFilterReader(values.vocabularies.territories).read(text, name.reading)
        case .years: year(text, name.reading)
        case .levels(let labels): level(text, labels.count)
        case .names: anyOf(names(text, name.facet))
        }
    }

    private func anyOf(_ keys: [String], note: LocalizedText? = nil) -> Meaning? {
        keys.isEmpty ? nil : Meaning(test: .anyOf(Set(keys)), note: note)
    }

    private func concept(_ text: String, _ scheme: ConceptScheme) -> Meaning? {
        // A label or an id needs no explanation.
        if let concept = scheme.concept(named: text) { return anyOf([concept.id]) }
        let concepts = scheme.positions(matching: text).map { scheme.concepts[$0] }
        return anyOf(
            concepts.map(\.id),
            note: LocalizedText(
                it: "«\(text)» è stato inteso come \(concepts.map(\.prefLabel.it).joined(separator: ", "))",
                en: "“\(text)” was taken as \(concepts.map(\.prefLabel.en).joined(separator: ", "))"))
    }

    /// `2019`, `2019-2023`, `2019-`, `-2023`; `dal:2019` is what began then or later.
    private func year(_ text: String, _ reading: FilterName.Reading) -> Meaning? {
        let bounds = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(String.init)
        guard bounds.count <= 2, bounds.contains(where: { !$0.isEmpty }) else { return nil }
        func year(_ text: String, default fallback: Int) -> Int? {
            if text.isEmpty { return bounds.count == 2 ? fallback : nil }
            guard let number = Int(text), (1000...2999).contains(number) else { return nil }
            return number
        }
        guard let first = year(bounds[0], default: 0), let last = year(bounds[bounds.count - 1], default: .max) else {
            return nil
        }
        if reading == .since { return Meaning(test: .begins(first...Int.max)) }
        return Meaning(test: .overlaps(min(first, last)...max(first, last)))
    }

    /// `2`, or `2+` for that and above.
    private func level(_ text: String, _ count: Int) -> Meaning? {
        let isMinimum = text.hasSuffix("+")
        guard let level = Int(isMinimum ? String(text.dropLast()) : text), (0..<count).contains(level) else {
            return nil
        }
        return anyOf((isMinimum ? Array(level..<count) : [level]).map { String($0) })
    }

    /// The name letter for letter, as a facet writes it, is that one alone; anything else all that contain its words.
    private func names(_ text: String, _ facet: Facet) -> [String] {
        if let known = values.name(of: text, in: facet) { return [known] }
        let names = values.names(in: facet)
        return names.contains(text) ? [text] : named(text, among: names)
    }

    /// The names that contain all the words, in the sense of the search: `ente:caritas` is every Caritas.
    private func named(_ text: String, among names: [String]) -> [String] {
        let wanted = values.vocabularies.analyzer.words(in: text).map { $0.stem ?? $0.exact }
        guard !wanted.isEmpty else { return [] }
        return names.filter { name in
            let words = values.vocabularies.analyzer.words(in: name)
            return wanted.allSatisfy { term in words.contains { $0.stands(for: term) } }
        }
    }

    func unknown(_ text: String, _ name: FilterName, column: Int) -> Diagnostic {
        let hint = Suggestion.hint(near(text, name.facet))
        let filter = name.name(in: .italian)
        return Diagnostic(
            .unknownFilterValue, at: TextPlace(line: 1, column: column),
            message: LocalizedText(
                it: "`\(filter):` non conosce «\(text)»: è cercato come parole" + hint.it,
                en: "`\(name.name(in: .english)):` does not know “\(text)”: it is searched as words" + hint.en))
    }

    private func near(_ text: String, _ facet: Facet) -> [String] {
        switch facet.source {
        case .choices(let choices): Suggestion.near(text, choices.flatMap { [$0.label.it] + $0.aliases })
        case .concepts(let scheme):
            Suggestion.near(
                text, scheme(values.vocabularies).concepts.flatMap { [$0.prefLabel.it, $0.id] + $0.altLabels })
        case .territories: values.vocabularies.territories.names(near: text)
        case .names: Suggestion.near(text, values.names(in: facet))
        case .years, .levels: []
        }
    }
}
