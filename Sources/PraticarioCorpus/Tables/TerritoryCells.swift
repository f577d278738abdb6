import PraticarioSystem

/// The cells of a row that name one territory together: Castro, in the column beside it Bergamo, then Lombardia.
enum TerritoryCells {
    /// The names as a sheet writes them: the narrowest that is given, `Castro (Bergamo)`. A province alone is no comune:
    /// `provincia di Torino`.
    static func names(_ levels: [TerritoryLevel: [TableRowReader.Cell]]) -> [TableRowReader.Cell] {
        func items(_ level: TerritoryLevel) -> [TableRowReader.Cell] {
            (levels[level] ?? []).flatMap { cell in
                CellItems.split(cell.text).flatMap { $0.split(separator: ",") }
                    .map { TableRowReader.Cell(text: String($0).trimmingSpaces(), place: cell.place) }
            }.filter { !$0.text.isEmpty }
        }
        let municipalities = items(.municipality)
        let provinces = items(.province)
        let regions = items(.region)
        if !municipalities.isEmpty {
            let above = provinces.isEmpty ? regions : provinces
            return municipalities.enumerated().map { index, cell in
                // As many provinces as comuni stand for one each.
                let qualifier = above.count == municipalities.count ? above[index] : above.count == 1 ? above[0] : nil
                return TableRowReader.Cell(text: name(cell.text, in: qualifier?.text), place: cell.place)
            }
        }
        return provinces.isEmpty
            ? regions
            : provinces.map { TableRowReader.Cell(text: province($0.text), place: $0.place) }
    }

    /// What says itself where it lies stays as it is.
    private static func name(_ text: String, in above: String?) -> String {
        let name = TerritoryName(text)
        guard let above, name.qualifier == nil, name.level == nil || name.level == .municipality,
            !text.contains(where: \.isNumber)
        else { return text }
        return "\(text) (\(TerritoryName.plain(above)))"
    }

    private static func province(_ text: String) -> String {
        // Three digits are a code, and what says that it is a province needs no more.
        TerritoryName(text).level != nil || text.contains(where: \.isNumber) ? text : "provincia di \(text)"
    }
}
