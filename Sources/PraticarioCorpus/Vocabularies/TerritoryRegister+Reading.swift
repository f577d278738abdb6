import PraticarioSystem

extension TerritoryRegister {
    /// Reads `territori.tsv`: comment lines begin with `#`, then a line of column names, then a territory a line.
    /// A line that cannot be used is reported and left out.
    package static func read(_ bytes: [UInt8], path: String) -> (register: TerritoryRegister, diagnostics: [Diagnostic])
    {
        var (text, diagnostics) = SourceText.decode(bytes, path: path)
        var header: [String: Int] = [:]
        /// Where each of `columns` stands in a line; -1 for one that older registers lack.
        var order: [Int] = []
        var territories: [Territory] = []
        territories.reserveCapacity(text.lines.count)
        func report(_ line: Int, it: String, en: String) {
            diagnostics.append(
                Diagnostic(
                    .malformedTerritories, path: path, at: TextPlace(line: line, column: 1),
                    message: LocalizedText(it: it, en: en), excerpt: String(text.lines[line - 1].prefix(120))))
        }

        for (index, line) in text.lines.enumerated() where !line.isEmpty && line.utf8.first != UInt8(ascii: "#") {
            let cells = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            if header.isEmpty {
                header = Dictionary(zip(cells.map { String(Substring($0)) }, cells.indices)) { first, _ in first }
                guard Self.columns.prefix(Self.requiredColumns).allSatisfy({ header[$0] != nil }) else {
                    let needed = Self.columns.prefix(Self.requiredColumns).joined(separator: ", ")
                    report(
                        index + 1, it: "mancano colonne: servono \(needed)",
                        en: "columns are missing: \(needed) are needed")
                    break
                }
                order = Self.columns.map { header[$0] ?? -1 }
                continue
            }
            func cell(_ column: Int) -> String? {
                guard order[column] >= 0, order[column] < cells.count, !cells[order[column]].isEmpty else { return nil }
                return String(Substring(cells[order[column]]))
            }
            func list(_ column: Int) -> [String] {
                cell(column)?.split(separator: "|").map(String.init) ?? []
            }
            guard let code = cell(0), let name = cell(1), let level = cell(3).flatMap(TerritoryLevel.init) else {
                report(index + 1, it: "servono codice, nome e livello", en: "code, name and level are needed")
                continue
            }
            var territory = Territory(
                code: code, name: name, alternativeNames: list(2), level: level, parent: cell(4), sigla: cell(5),
                cadastralCode: cell(6), validFrom: cell(7), validTo: cell(8), successors: list(9))
            territory.population = cell(10).flatMap { Int($0) }
            territory.neighbourList = cell(11) ?? ""
            territory.formerCodes = list(12)
            territories.append(territory)
        }
        if territories.isEmpty, diagnostics.isEmpty {
            let message = LocalizedText(it: "il file non contiene territori", en: "the file holds no territories")
            diagnostics.append(Diagnostic(.malformedTerritories, path: path, message: message))
        }
        return (TerritoryRegister(territories), diagnostics)
    }

    private static let columns = [
        "code", "name", "alt_names", "level", "parent", "sigla", "cadastral", "valid_from", "valid_to", "successors",
        "population", "neighbours", "former_codes",
    ]
    private static let requiredColumns = 10
}
