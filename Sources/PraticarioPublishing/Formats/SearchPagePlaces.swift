import ItalianText
import PraticarioCorpus
import PraticarioSearch

/// The names of territories that the script of a search page knows among words.
struct SearchPagePlaces {
    /// A line for each name, as `PackedLines`: its key, how it must be written to be meant, and the codes of what it names
    /// that the page has.
    let packed: String
    /// A line for each name that lies beside something that the page has: its key, and the codes of what the page has of it
    /// and around it.
    let nearby: String

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
        nearby = PackedLines.packed(
            Self.beside(shown, register).map { key, codes in ([key] + codes.sorted()).joined(separator: "=") })
    }

    /// By the key of the name of everything that borders on what is shown.
    private static func beside(_ shown: Set<String>, _ register: TerritoryRegister) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for position in shown.compactMap(register.position) {
            for neighbour in register.neighbours(of: position) {
                let key = TerritoryRegister.key(register.territories[neighbour].name)
                found[key, default: []].insert(register.code(of: position))
            }
        }
        return found
    }
}
