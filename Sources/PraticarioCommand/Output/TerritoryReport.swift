import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Territories as a person reads them on a terminal.
struct TerritoryReport {
    private let register: TerritoryRegister
    private let counts: [String: Int]
    private let language: Language

    init(_ register: TerritoryRegister, _ counts: [String: Int], language: Language) {
        self.register = register
        self.counts = counts
        self.language = language
    }

    /// Italy, its divisions and its regions.
    func tree(_ style: Style) -> String {
        let tops = register.territories.indices.filter { register.territories[$0].level == .country }
        return tops.flatMap { lines(from: $0, depth: 0, downTo: .region, style) }.joined(separator: "\n")
    }

    /// Each territory with its codes, what contains it, and what below it has sheets.
    func text(of positions: [Int], width: Int, _ style: Style) -> String {
        positions.map { position in
            let territory = register.territories[position]
            var lines = [style.title(territory.qualifiedName) + "  \(sheets(territory))"]
            let above = register.pathToTop(from: position).dropFirst().map { register.territories[$0].name }
            lines.append("  " + ([territory.level.label[language]] + above).joined(separator: " › "))
            var codes = "  ISTAT \(territory.code)"
            if let sigla = territory.sigla { codes += " · sigla \(sigla)" }
            if let cadastral = territory.cadastralCode {
                codes += (language == .english ? " · cadastral " : " · catastale ") + cadastral
            }
            if let population = territory.population {
                codes += " · \(population.formatted(language)) " + (language == .english ? "residents" : "abitanti")
            }
            lines.append(style.faint(codes))
            if !territory.alternativeNames.isEmpty {
                let label = language == .english ? "Also: " : "Anche: "
                lines += Paragraph.lines(
                    label + territory.alternativeNames.joined(separator: ", "), width: width, indent: 2)
            }
            if let date = territory.validTo {
                let successors = territory.successors.compactMap { register[$0]?.qualifiedName }.joined(separator: ", ")
                let label = language == .english ? "Suppressed \(date)" : "Soppresso \(date)"
                lines.append("  " + label + (successors.isEmpty ? "" : " → \(successors)"))
            }
            let below = register.children(of: position).filter { counts[register.territories[$0].code] != nil }
            for child in below {
                lines += ["    \(register.territories[child].qualifiedName)  \(sheets(register.territories[child]))"]
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private func sheets(_ territory: Territory) -> String {
        let count = counts[territory.code] ?? 0
        return language == .english ? counted(count, "sheet", "sheets") : counted(count, "scheda", "schede")
    }

    private func lines(from position: Int, depth: Int, downTo level: TerritoryLevel, _ style: Style) -> [String] {
        let territory = register.territories[position]
        let label = String(repeating: "  ", count: depth) + territory.name
        let number = String(counts[territory.code] ?? 0)
        let gap = max(1, 44 - Paragraph.columns(of: label) - number.count)
        let line =
            (territory.level < .region ? style.title(label) : label) + String(repeating: " ", count: gap) + number
        guard territory.level < level else { return [line] }
        return [line]
            + register.children(of: position).flatMap { lines(from: $0, depth: depth + 1, downTo: level, style) }
    }
}

extension Int {
    /// `12.345` or `12,345`.
    fileprivate func formatted(_ language: Language) -> String {
        let digits = String(self)
        let separator: Character = language == .english ? "," : "."
        return String(
            digits.reversed().enumerated().flatMap { index, digit in
                index > 0 && index % 3 == 0 ? [separator, digit] : [digit]
            }.reversed())
    }
}
