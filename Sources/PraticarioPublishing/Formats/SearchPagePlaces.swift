import ItalianText
import PraticarioCorpus
import PraticarioSearch

/// The names of territories that the script of a search page knows among words.
struct SearchPagePlaces {
    /// A line for each name, as `PackedLines`: its key, how it must be written to be meant, and the codes of what it names
    /// that the page has.
    let packed: String

    /// - Parameter shown: the codes of the territories of the sheets, and of all that hold them.
    init(_ vocabularies: Vocabularies, shown: Set<String>) {
        let recognizer = PlaceRecognizer(vocabularies)
        let register = vocabularies.territories
        let keys = Dictionary(register.allNames.map { (TerritoryRegister.key($0), $0) }) { first, _ in first }
            .merging(register.groupNames.map { ($0, $0) }) { first, _ in first }
        packed = PackedLines.packed(
            keys.lazy.compactMap { key, name in
                guard let manner = recognizer.manner(of: name) else { return nil }
                let codes = register.positions(ofQueryValue: name).map(register.code).filter(shown.contains)
                return ([key, manner.rawValue] + codes).joined(separator: "=")
            })
    }
}
