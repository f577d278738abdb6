import ItalianText
import PraticarioCorpus

/// Finds the names of territories among the words of a question: `anziani soli Molise`, `provincia di Foggia`.
struct PlaceRecognizer {
    private let register: TerritoryRegister
    private let analyzer: TextAnalyzer

    init(_ vocabularies: Vocabularies) {
        register = vocabularies.territories
        analyzer = vocabularies.analyzer
    }

    struct Place {
        /// How many of the chunks it takes.
        var count: Int
        var text: String
        /// The name without `provincia di` and the like: what a sheet's text may contain.
        var name: String
        var positions: [Int]
    }

    /// The longest name that the chunks begin with; chunks are what stands between spaces. `isFirst` says whether the
    /// question begins with them.
    func place(in chunks: [String], isFirst: Bool) -> Place? {
        guard let first = chunks[0].unicodeScalars.first, first.properties.isAlphabetic else { return nil }
        for count in stride(from: min(Self.longestName, chunks.count), through: 1, by: -1) {
            let text = Self.trimmed(chunks[..<count].joined(separator: " "))
            if let place = place(text, count: count, isFirst: isFirst) { return place }
        }
        return nil
    }

    /// `Rocca San Giovanni`, `area metropolitana di Reggio Calabria`.
    private static let longestName = 6

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0.isPunctuation && $0 != ")" }.reversed())
    }

    private func place(_ text: String, count: Int, isFirst: Bool) -> Place? {
        let key = TextKey.folded(text)
        for ending in [" e provincia", " e dintorni"] where key.hasSuffix(ending) {
            let base = String(text.dropLast(ending.count))
            guard let place = place(base, count: count, isFirst: isFirst) else { return nil }
            let provinces = place.positions.compactMap { register.pathToTop(from: $0).first(where: isProvince) }
            return Place(
                count: count, text: text, name: place.name,
                positions: place.positions + provinces.filter { !place.positions.contains($0) })
        }
        let positions = register.positions(ofQueryValue: text).filter { register.territories[$0].level != .country }
        guard !positions.isEmpty, count > 1 || isPlain(text, key, positions, isFirst: isFirst) else { return nil }
        return Place(count: count, text: text, name: TerritoryName.plain(text), positions: positions)
    }

    private func isProvince(_ position: Int) -> Bool {
        register.territories[position].level == .province
    }

    /// Whether a single word is meant as a place: many comuni are called like everyday words, and letters and codes
    /// are no names. A small comune must be written with a capital that does not just begin the question.
    private func isPlain(_ text: String, _ key: String, _ positions: [Int], isFirst: Bool) -> Bool {
        guard text.count > 2, !Self.everydayWords.contains(key), text.allSatisfy({ !$0.isNumber }) else { return false }
        let found = positions.map { register.territories[$0] }
        if found.contains(where: { $0.level != .municipality }) { return true }
        if text.first?.isUppercase == true, !isFirst { return true }
        return found.contains { ($0.population ?? 0) >= 10_000 } && !analyzer.isListed(key)
    }

    private static let everydayWords: Set<String> = [
        "centro", "isole", "cento", "fondi", "crema", "alba", "vittoria", "mira", "este", "arco", "massa", "pace",
    ]
}
