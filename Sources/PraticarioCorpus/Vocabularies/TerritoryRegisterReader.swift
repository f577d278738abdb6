extension TerritoryRegister {
    /// Reads `territori.tsv`: comment lines begin with `#`, then a line of column names, then a territory a line.
    /// A line that cannot be used is reported and left out.
    public static func read(_ bytes: [UInt8], path: String) -> (register: TerritoryRegister, diagnostics: [Diagnostic])
    {
        var (text, diagnostics) = SourceText.decode(bytes, path: path)
        var header: [String: Int] = [:]
        var territories: [Territory] = []
        territories.reserveCapacity(text.lines.count)
        func report(_ line: Int, it: String, en: String) {
            diagnostics.append(
                Diagnostic(
                    .malformedTerritories, path: path, at: Place(line: line, column: 1),
                    message: LocalizedText(it: it, en: en), excerpt: String(text.lines[line - 1].prefix(120))))
        }

        for (index, line) in text.lines.enumerated() where !line.isEmpty && line.utf8.first != UInt8(ascii: "#") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if header.isEmpty {
                header = Dictionary(zip(cells.map(String.init), cells.indices)) { first, _ in first }
                guard Self.columns.allSatisfy({ header[$0] != nil }) else {
                    report(
                        index + 1, it: "mancano colonne: servono \(Self.columns.joined(separator: ", "))",
                        en: "columns are missing: \(Self.columns.joined(separator: ", ")) are needed")
                    break
                }
                continue
            }
            func cell(_ column: String) -> Substring {
                guard let at = header[column], at < cells.count else { return "" }
                return cells[at]
            }
            guard let level = TerritoryLevel(rawValue: String(cell("level"))), !cell("code").isEmpty,
                !cell("name").isEmpty
            else {
                report(index + 1, it: "servono codice, nome e livello", en: "code, name and level are needed")
                continue
            }
            territories.append(
                Territory(
                    code: String(cell("code")), name: String(cell("name")),
                    alternativeNames: cell("alt_names").split(separator: "|").map(String.init),
                    level: level, parent: optional(cell("parent")), sigla: optional(cell("sigla")),
                    cadastralCode: optional(cell("cadastral")), validFrom: optional(cell("valid_from")),
                    validTo: optional(cell("valid_to")),
                    successors: cell("successors").split(separator: "|").map(String.init)))
        }
        if territories.isEmpty, diagnostics.isEmpty {
            let message = LocalizedText(it: "il file non contiene territori", en: "the file holds no territories")
            diagnostics.append(Diagnostic(.malformedTerritories, path: path, message: message))
        }
        return (TerritoryRegister(territories), diagnostics)
    }

    private static let columns = [
        "code", "name", "alt_names", "level", "parent", "sigla", "cadastral", "valid_from", "valid_to", "successors",
    ]

    private static func optional(_ cell: Substring) -> String? {
        cell.isEmpty ? nil : String(cell)
    }
}
