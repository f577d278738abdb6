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

    /// `sport,giovani` is two values, unless the whole is one that is known.
    func alternatives(in value: String, _ name: FilterName) -> [String] {
        let value = value.trimmingSpaces()
        guard value.contains(where: { $0 == "," || $0 == ";" }), read(value, name) == nil else { return [value] }
        return value.split { $0 == "," || $0 == ";" }.map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    }

    /// `nil` when the value is not known.
    func read(_ text: String, _ name: FilterName) -> Meaning? {
        switch name.facet {
        case .kind: choice(EntryKind(named: text))
        case .status: choice(PracticeStatus(named: text))
        case .theme: concept(text, values.vocabularies.themes)
        case .targetGroup: concept(text, values.vocabularies.targetGroups)
        case .territory: territory(text, name.reading)
        case .year: year(text, name.reading)
        case .verification: verification(text)
        case .organization: anyOf(named(text, among: values.organizations))
        case .community: anyOf(named(text, among: values.communities))
        }
    }

    private func anyOf(_ positions: [Int], note: LocalizedText? = nil) -> Meaning? {
        positions.isEmpty ? nil : Meaning(test: .anyOf(Set(positions.map(Int32.init))), note: note)
    }

    private func choice<Value: ClosedVocabulary>(_ value: Value?) -> Meaning? {
        guard let value, let index = Array(Value.allCases).firstIndex(of: value) else { return nil }
        return anyOf([index])
    }

    private func concept(_ text: String, _ scheme: ConceptScheme) -> Meaning? {
        let positions = scheme.positions(matching: text)
        guard !positions.isEmpty else { return nil }
        // A label or an id needs no explanation.
        if scheme.concept(named: text) != nil { return anyOf(positions) }
        let names = positions.map { scheme.concepts[$0].prefLabel }
        return anyOf(
            positions,
            note: LocalizedText(
                it: "«\(text)» è stato inteso come \(names.map(\.it).joined(separator: ", "))",
                en: "“\(text)” was taken as \(names.map(\.en).joined(separator: ", "))"))
    }

    private func territory(_ text: String, _ reading: FilterName.Reading) -> Meaning? {
        let register = values.vocabularies.territories
        if reading == .population { return residents(text) }
        if reading == .near { return near(text) }
        var level: TerritoryLevel?
        if case .level(let wanted) = reading { level = wanted }
        let positions = register.positions(ofQueryValue: text, level: level)
        let found = positions.map { register.territories[$0] }
        var note: LocalizedText?
        if found.count > 1, found.contains(where: { $0.level != .division }) {
            let names = found.map(\.qualifiedName)
            note = LocalizedText(
                it: "«\(text)» è stato inteso come \(names.joined(separator: " e "))",
                en: "“\(text)” was taken as \(names.joined(separator: " and "))")
        } else if let territory = found.first, territory.isSuppressed {
            let successors = territory.successors.compactMap(register.position(of:))
            let names = successors.map { register.territories[$0].qualifiedName }.joined(separator: ", ")
            note = LocalizedText(
                it: "\(territory.qualifiedName) non esiste più dal \(territory.validTo ?? "")"
                    + (names.isEmpty ? "" : ": si cerca anche in \(names)"),
                en: "\(territory.qualifiedName) no longer exists since \(territory.validTo ?? "")"
                    + (names.isEmpty ? "" : ": \(names) is searched too"))
            return anyOf(positions + successors, note: note)
        }
        return anyOf(positions, note: note)
    }

    /// The territory and what borders on it.
    private func near(_ text: String) -> Meaning? {
        let register = values.vocabularies.territories
        let centre = register.positions(ofQueryValue: text)
        guard !centre.isEmpty else { return nil }
        let around = centre.flatMap(register.neighbours).filter { !centre.contains($0) }
        func names(_ positions: [Int]) -> String {
            positions.map { register.territories[$0].qualifiedName }.joined(separator: ", ")
        }
        let shown = names(Array(around.prefix(8))) + (around.count > 8 ? " …" : "")
        return anyOf(
            centre + around,
            note: LocalizedText(
                it: "vicino a \(names(centre))" + (around.isEmpty ? ": nulla confina" : ": anche \(shown)"),
                en: "near \(names(centre))" + (around.isEmpty ? ": nothing borders on it" : ": also \(shown)")))
    }

    /// `-5000` is up to 5,000 residents, `5000-` from there on, `1000-5000` between them, `5000` again up to.
    private func residents(_ text: String) -> Meaning? {
        let digits = text.filter { $0 != "." && $0 != " " }
        let bounds = digits.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(String.init)
        guard bounds.count <= 2, bounds.contains(where: { !$0.isEmpty }) else { return nil }
        let numbers = bounds.map { $0.isEmpty ? Int?.none : Int($0) }
        guard zip(bounds, numbers).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
        let low = bounds.count == 2 ? numbers[0] ?? 0 : 0
        let high = numbers[bounds.count - 1] ?? Int.max
        let register = values.vocabularies.territories
        let range = min(low, high)...max(low, high)
        return anyOf(
            register.territories.indices.filter { position in
                register.level(of: position) == .municipality
                    && register.population(of: position).map(range.contains) == true
            })
    }

    /// `2019`, `2019-2023`, `2019-`, `-2023`; `dal:2019` is what began then or later.
    private func year(_ text: String, _ reading: FilterName.Reading) -> Meaning? {
        let bounds = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(String.init)
        guard bounds.count <= 2 else { return nil }
        func year(_ text: String, default fallback: Int32) -> Int32? {
            if text.isEmpty { return bounds.count == 2 ? fallback : nil }
            guard let number = Int32(text), (1000...2999).contains(number) else { return nil }
            return number
        }
        guard let first = year(bounds[0], default: 0), let last = year(bounds[bounds.count - 1], default: .max) else {
            return nil
        }
        if reading == .since { return Meaning(test: .begins(first...Int32.max)) }
        return Meaning(test: .overlaps(min(first, last)...max(first, last)))
    }

    private func verification(_ text: String) -> Meaning? {
        let isMinimum = text.hasSuffix("+")
        guard let level = Int(isMinimum ? String(text.dropLast()) : text), (0...3).contains(level) else { return nil }
        return anyOf(isMinimum ? Array(level...3) : [level])
    }

    /// The names that contain all the words, in the sense of the search: `ente:caritas` is every Caritas.
    private func named(_ text: String, among names: [String]) -> [Int] {
        let wanted = ItalianText.words(in: text).map { $0.stem ?? $0.exact }
        guard !wanted.isEmpty else { return [] }
        return names.indices.filter { index in
            let terms = Set(
                ItalianText.words(in: names[index]).flatMap { [$0.exact, $0.stem, $0.variantStem].compactMap { $0 } })
            return wanted.allSatisfy(terms.contains)
        }
    }

    func unknown(_ text: String, _ name: FilterName, column: Int) -> Diagnostic {
        let nearest = Suggestion.nearest(to: text, among: candidates(name.facet))
        let filter = name.name(in: .italian)
        return Diagnostic(
            .unknownFilterValue, at: TextPlace(line: 1, column: column),
            message: LocalizedText(
                it: "`\(filter):` non conosce «\(text)»: è cercato come parole"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? ""),
                en: "`\(name.name(in: .english)):` does not know “\(text)”: it is searched as words"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? "")))
    }

    private func candidates(_ facet: Facet) -> [String] {
        switch facet {
        case .kind: EntryKind.allCases.flatMap { [$0.label.it] + $0.aliases }
        case .status: PracticeStatus.allCases.flatMap { [$0.label.it] + $0.aliases }
        case .theme: values.vocabularies.themes.concepts.flatMap { [$0.prefLabel.it, $0.id] + $0.altLabels }
        case .targetGroup:
            values.vocabularies.targetGroups.concepts.flatMap { [$0.prefLabel.it, $0.id] + $0.altLabels }
        case .territory: Array(values.vocabularies.territories.allNames)
        case .organization: values.organizations
        case .community: values.communities
        case .year, .verification: []
        }
    }
}
