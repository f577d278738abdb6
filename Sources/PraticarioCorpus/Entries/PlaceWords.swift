import ItalianText
import PraticarioSystem

/// Where in a territory something is, as people write it behind the territory's name or before it.
enum PlaceWords {
    /// `Milano (zona Niguarda)` as the territory and what stands between brackets; `nil` for anything else.
    static func within(_ text: String) -> (territory: String, inside: String)? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
        let territory = String(text[..<open]).trimmingSpaces()
        let inside = String(text[text.index(after: open)...].dropLast()).trimmingSpaces()
        return territory.isEmpty || inside.isEmpty ? nil : (territory, inside)
    }

    /// Whether it begins as the address of a place does: `via Mazzini`, `quartiere San Donato`.
    static func isAddress(_ text: String) -> Bool {
        let words = TextKey.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard words.count > 1, let first = words.first else { return false }
        return beginnings.contains(first)
    }

    private static let beginnings: Set<String> = [
        "via", "viale", "piazza", "piazzale", "piazzetta", "corso", "largo", "vicolo", "strada", "contrada", "localita",
        "loc", "frazione", "fraz", "borgo", "borgata", "lungomare", "lungotevere", "salita", "vico", "calle", "rione",
        "quartiere", "zona", "presso", "c", "parco", "villa", "ex",
    ]
}
