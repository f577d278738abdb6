import PraticarioCorpus
import PraticarioSystem

/// Reads the value of a filter for territories: names, siglas and codes, what borders on them, how many live there.
struct TerritoryFilterReader {
    private let register: TerritoryRegister

    init(_ register: TerritoryRegister) {
        self.register = register
    }

    /// `nil` when the value is not known.
    func read(_ text: String, _ reading: FilterName.Reading) -> FilterReader.Meaning? {
        switch reading {
        case .value, .since: territory(text, level: nil)
        case .level(let level): territory(text, level: level)
        case .near: near(text)
        case .population: residents(text)
        }
    }

    private func anyOf(_ positions: [Int], note: LocalizedText? = nil) -> FilterReader.Meaning? {
        positions.isEmpty ? nil : FilterReader.Meaning(test: .anyOf(Set(positions.map(register.code))), note: note)
    }

    private func names(_ positions: [Int], separator: String = ", ") -> String {
        positions.map { register.territories[$0].qualifiedName }.joined(separator: separator)
    }

    private func territory(_ text: String, level: TerritoryLevel?) -> FilterReader.Meaning? {
        let positions = register.positions(ofQueryValue: text, level: level)
        if positions.count > 1, positions.contains(where: { register.level(of: $0) != .division }) {
            return anyOf(
                positions,
                note: LocalizedText(
                    it: "«\(text)» è stato inteso come \(names(positions, separator: " e "))",
                    en: "“\(text)” was taken as \(names(positions, separator: " and "))"))
        }
        guard let territory = positions.first.map({ register.territories[$0] }), territory.isSuppressed else {
            return anyOf(positions)
        }
        let successors = territory.successors.compactMap(register.position(of:))
        let today = names(successors)
        // What was in a province is known, and is found as before; its successors hold more than that.
        let isWhole = territory.level == .province
        return anyOf(
            positions + (isWhole ? [] : successors),
            note: LocalizedText(
                it: "\(territory.qualifiedName) non esiste più dal \(territory.validTo ?? "")"
                    + (today.isEmpty
                        ? ""
                        : isWhole ? ": si cerca nei suoi comuni, oggi in \(today)" : ": si cerca anche in \(today)"),
                en: "\(territory.qualifiedName) no longer exists since \(territory.validTo ?? "")"
                    + (today.isEmpty
                        ? "" : isWhole ? ": its comuni, now in \(today), are searched" : ": \(today) is searched too")))
    }

    /// The territory and what borders on it.
    private func near(_ text: String) -> FilterReader.Meaning? {
        let centre = register.positions(ofQueryValue: text)
        guard !centre.isEmpty else { return nil }
        let around = centre.flatMap(register.neighbours).filter { !centre.contains($0) }
        let shown = names(Array(around.prefix(8))) + (around.count > 8 ? " …" : "")
        return anyOf(
            centre + around,
            note: LocalizedText(
                it: "vicino a \(names(centre))" + (around.isEmpty ? ": nulla confina" : ": anche \(shown)"),
                en: "near \(names(centre))" + (around.isEmpty ? ": nothing borders on it" : ": also \(shown)")))
    }

    /// `-5000` is up to 5,000 residents, `5000-` from there on, `1000-5000` between them, `5000` again up to.
    private func residents(_ text: String) -> FilterReader.Meaning? {
        let digits = text.filter { $0 != "." && $0 != " " }
        let bounds = digits.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(String.init)
        guard bounds.count <= 2, bounds.contains(where: { !$0.isEmpty }) else { return nil }
        let numbers = bounds.map { $0.isEmpty ? Int?.none : Int($0) }
        guard zip(bounds, numbers).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
        let low = bounds.count == 2 ? numbers[0] ?? 0 : 0
        let high = numbers[bounds.count - 1] ?? Int.max
        let range = min(low, high)...max(low, high)
        // What is smaller than the smallest comune, or larger than the largest, is a value that is not known.
        guard register.residents?.overlaps(range) == true else { return nil }
        return FilterReader.Meaning(test: .population(range))
    }
}
