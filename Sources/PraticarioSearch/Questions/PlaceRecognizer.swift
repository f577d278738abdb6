import ItalianText
package import PraticarioCorpus

/// Finds the names of territories among the words of a question: `anziani soli Molise`, `provincia di Foggia`.
package struct PlaceRecognizer {
    private let register: TerritoryRegister
    private let analyzer: TextAnalyzer

    package init(_ vocabularies: Vocabularies) {
        register = vocabularies.territories
        analyzer = vocabularies.analyzer
    }

    struct Place {
        /// How many of the chunks it takes.
        var count: Int
        var text: String
        /// The name without `provincia di` and the like: what a sheet's text may contain.
        var name: String
        /// What the text is searched as beside the name: itself where it says of what territory something is, `piemontesi`.
        var said: String
        /// What a filter calls it.
        var value: String
        var positions: [Int]
        /// Of a name for several provinces, `Salento`, what each of them is called: sheets from there have no other.
        var parts: [String] = []
    }

    /// The longest name that the chunks begin with; chunks are what stands between spaces.
    ///
    /// - Parameter previous: what stands before them; `nil` where the question begins with them.
    func place(in chunks: [String], after previous: String?) -> Place? {
        if let place = province(chunks[0], beside: [previous, chunks.dropFirst().first]) { return place }
        guard let first = chunks[0].unicodeScalars.first, first.properties.isAlphabetic else { return nil }
        for count in stride(from: min(Self.longestName, chunks.count), through: 1, by: -1) {
            let text = Self.trimmed(chunks[..<count].joined(separator: " "))
            if let place = place(text, count: count, after: previous) { return place }
        }
        return nil
    }

    /// The province that two capitals stand for, in brackets or not: `associazioni MO`, `disabili (TN)`.
    ///
    /// - Parameter others: what stands beside them. Capitals alone, or among capitals, may be anything.
    private func province(_ chunk: String, beside others: [String?]) -> Place? {
        let sigla = chunk.filter { !$0.isPunctuation }
        guard sigla.utf8.count == 2, sigla.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            others.contains(where: { $0?.contains(where: \.isLowercase) == true }),
            chunk.hasPrefix("(") || !EverydayPlaces.isAbbreviation(sigla),
            let position = positions(named: sigla).first(where: isProvince)
        else { return nil }
        let province = register.territories[position]
        let name = TerritoryRegister.key(province.name)
        return Place(
            count: 1, text: sigla, name: name, said: name, value: province.qualifiedName, positions: [position])
    }

    /// `Rocca San Giovanni`, `area metropolitana di Reggio Calabria`.
    private static let longestName = 6

    private static func trimmed(_ text: String) -> String {
        var name = text[...]
        while let last = name.last, last.isPunctuation, last != ")" { name.removeLast() }
        return String(name)
    }

    private func place(_ text: String, count: Int, after previous: String?) -> Place? {
        let key = TextKey.folded(text)
        for ending in [" e provincia", " e dintorni"] where key.hasSuffix(ending) {
            let base = String(text.dropLast(ending.count))
            guard let place = place(base, count: count, after: previous) else { return nil }
            let provinces = place.positions.compactMap { register.pathToTop(from: $0).first(where: isProvince) }
            return Place(
                count: count, text: text, name: place.name, said: place.name, value: text,
                positions: place.positions + provinces.filter { !place.positions.contains($0) })
        }
        let positions = positions(named: text)
        if !positions.isEmpty, count > 1 || isPlain(text, key, positions, after: previous) {
            let name = TerritoryName.plain(text)
            let parts = positions.count > 1 && positions.allSatisfy(isProvince) ? positions : []
            return Place(
                count: count, text: text, name: name, said: name, value: text, positions: positions,
                parts: parts.map { TerritoryRegister.key(register.territories[$0].name) })
        }
        guard count == 1, let territory = Inhabitants.territory(of: key) else { return nil }
        let home = self.positions(named: territory)
        let name = TerritoryName.plain(territory)
        return home.isEmpty
            ? nil : Place(count: count, text: text, name: name, said: text, value: name, positions: home)
    }

    private func positions(named text: String) -> [Int] {
        register.positions(ofQueryValue: text).filter { register.territories[$0].level != .country }
    }

    private func isProvince(_ position: Int) -> Bool {
        register.territories[position].level == .province
    }

    /// Whether a single word is meant as a place: many comuni are called like everyday words, and letters and codes
    /// are no names. A small comune must be written with a capital that does not just begin the question, one that is an
    /// everyday word with a preposition before it, too.
    private func isPlain(_ text: String, _ key: String, _ positions: [Int], after previous: String?) -> Bool {
        guard text.count > 2, text.allSatisfy({ !$0.isNumber }) else { return false }
        let isCapital = text.first?.isUppercase == true && previous != nil
        return switch manner(key, positions) {
        case .any: true
        case .capital: isCapital
        case .afterPreposition: isCapital && previous.map(EverydayPlaces.isPreposition) == true
        }
    }

    /// How a name of one word must be written to be meant as a place.
    package enum Manner: String {
        case any = "a"
        /// With a capital that does not just begin the question.
        case capital = "b"
        /// So, and behind a preposition.
        case afterPreposition = "c"
    }

    /// How a name must be written; `nil` for the name of no territory but the country.
    package func manner(of name: String) -> Manner? {
        let positions = positions(named: name)
        return positions.isEmpty ? nil : manner(TextKey.folded(name), positions)
    }

    private func manner(_ key: String, _ positions: [Int]) -> Manner {
        if EverydayPlaces.contains(key) { return .afterPreposition }
        let found = positions.map { register.territories[$0] }
        if found.contains(where: { $0.level != .municipality }) { return .any }
        return found.contains { ($0.population ?? 0) >= 10_000 } && !analyzer.isListed(key) ? .any : .capital
    }
}
