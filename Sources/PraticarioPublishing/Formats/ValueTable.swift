import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// A table with a line for each sheet and each of its values: pivot tables and databases count lines, not what shares a
/// cell.
struct ValueTable: Sendable {
    /// Of its worksheet.
    let name: LocalizedText
    let fileName: String
    let columns: [Column]
    let rows: @Sendable (EntryHead, Edition) -> [[String]]

    struct Column: Sendable {
        let heading: LocalizedText
        /// In characters.
        let width: Double

        init(_ it: String, _ en: String, width: Double) {
            heading = LocalizedText(it: it, en: en)
            self.width = width
        }
    }

    static let all: [ValueTable] = [territories, themes]

    private static let sheet: [Column] = [
        Column("id", "id", width: 28), Column("Titolo", "Title", width: 40),
    ]

    // MARK: Territories

    static let territories = ValueTable(
        name: LocalizedText(it: "Per territorio", en: "By territory"), fileName: "schede-territori.csv",
        columns: sheet + [
            Column("Codice ISTAT", "ISTAT code", width: 14), Column("Territorio", "Territory", width: 28),
            Column("Livello", "Level", width: 14), Column("Codice della provincia", "Province code", width: 14),
            Column("Provincia", "Province", width: 24), Column("Codice della regione", "Region code", width: 14),
            Column("Regione", "Region", width: 24),
        ],
        rows: { head, edition in
            head.territories.map { [head.id, head.title] + territory($0, edition) }
        })

    /// Province and region of what lies within one, of themselves too; of a suppressed comune those of its successor.
    private static func territory(_ code: String, _ edition: Edition) -> [String] {
        let register = edition.values.vocabularies.territories
        let path = register.position(of: code).map(register.pathToTop) ?? []
        let territories = path.map { register.territories[$0] }
        func above(_ level: TerritoryLevel) -> [String] {
            territories.first { $0.level == level }.map { [$0.code, $0.name] } ?? ["", ""]
        }
        let level = territories.first?.level.label[edition.language]
        return [code, territories.first?.name ?? code, level ?? ""] + above(.province) + above(.region)
    }

    // MARK: Themes

    static let themes = ValueTable(
        name: LocalizedText(it: "Per tema", en: "By theme"), fileName: "schede-temi.csv",
        columns: sheet + [
            Column("Id del tema", "Theme id", width: 28), Column("Tema", "Theme", width: 32),
            Column("Id del tema più ampio", "Broader theme id", width: 28),
            Column("Tema più ampio", "Broader theme", width: 32),
        ],
        rows: { head, edition in
            head.themes.map { [head.id, head.title] + theme($0, edition) }
        })

    private static func theme(_ id: String, _ edition: Edition) -> [String] {
        func label(_ id: String) -> String {
            edition.values.label(of: id, in: .theme)[edition.language]
        }
        let broader = edition.values.vocabularies.themes[id]?.broader ?? []
        return [id, label(id), broader.joined(separator: "; "), broader.map(label).joined(separator: "; ")]
    }
}
