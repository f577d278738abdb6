import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem

/// A row of a spreadsheet that is looked at, to be corrected before it is taken in: all that it gives, in the columns of the
/// spreadsheet.
struct ImportRowPage: Page {
    static let template = "importrow"

    let title: String
    let intro: String
    let address: String
    let back: String
    let message: String?
    /// What belongs to no cell.
    let problems: [FormControl.Problem]
    let controls: [FormControl]
    let lists: [FormLists.List]
    /// Whether something was typed over it.
    let isTyped: Bool

    static func address(of token: String, row: Int) -> String { ImportPage.address(of: token) + "/righe/\(row)" }

    /// - Throws: `WebProblem.notFound` where the spreadsheet has no such row.
    init(
        _ token: String, _ choices: ImportStore.Choices, row: Int, _ plan: TableImport, _ snapshot: Snapshot,
        _ language: Language
    ) throws {
        guard let cells = plan.cells(ofRow: row) else { throw WebProblem.notFound }
        title = language.say("Riga \(row) di \(choices.name)", "Row \(row) of \(choices.name)")
        intro = language.say(
            "Qui c'è tutto ciò che la riga dice nelle colonne che si prendono. Ciò che cambi vale per la scheda; il foglio resta com'è.",
            "Here is all that the row says in the columns that are taken in. What you change holds for the sheet; the spreadsheet stays as it is."
        )
        address = Self.address(of: token, row: row)
        back = ImportPage.address(of: token)
        isTyped = !choices.typed(row).isEmpty
        lists = FormLists(snapshot).lists
        message =
            plan.unfitRows.contains(row)
            ? language.say(
                "Così com'è la riga resta fuori: correggi ciò che non va e salva.",
                "As it is the row stays out: correct what is wrong and save.") : nil
        let found = plan.diagnostics.filter {
            $0.place?.line == row && ($0.place?.isCell == true || $0.place?.column == 0)
        }
        let lookup = plan.map.lookup
        let columns = Set(cells.map(\.column))
        problems = found.filter { !columns.contains($0.place?.column ?? 0) }.map { FormControl.Problem($0, language) }
        var all = cells
        if !cells.contains(where: { lookup.target(of: $0.heading) == .field(.title) }) {
            let heading = Self.titleHeading(besides: cells.map(\.heading))
            all.insert(TableImport.GivenCell(heading: heading, column: 0, given: "", text: ""), at: 0)
        }
        controls = all.enumerated().flatMap { index, cell in
            Self.control(
                "c.\(index)", cell,
                cell.column == 0 ? .field(.title) : lookup.target(of: cell.heading) ?? .ignored,
                cell.column == 0
                    ? [] : found.filter { $0.place?.column == cell.column }.map { FormControl.Problem($0, language) },
                language)
        }
    }

    /// For a title where no column of the spreadsheet gives one.
    private static func titleHeading(besides headings: [String]) -> String {
        let label = FieldName.title.row.label.it
        let known = Set(headings.map { FieldName.normalized($0) })
        return known.contains(FieldName.normalized(label)) ? label + " (scheda)" : label
    }

    private static func control(
        _ name: String, _ cell: TableImport.GivenCell, _ target: TableTarget, _ problems: [FormControl.Problem],
        _ language: Language
    ) -> [FormControl] {
        var heading = FormControl(name + ".heading", "")
        (heading.isHidden, heading.value) = (true, cell.heading)
        var text = FormControl(name + ".text", cell.heading)
        text.value = cell.text
        (text.isArea, text.rows) = (cell.text.utf8.count > 60 || cell.text.contains("\n"), 4)
        text.list = text.isArea ? nil : ImportTargets.list(target)
        let read =
            target == .ignored
            ? language.say("Non si legge, ma resta nella tabella.", "Not read, but stays in the table.")
            : language.say("Va in: ", "Goes to: ") + ImportTargets.label(target, language)
        let given =
            cell.text == cell.given
            ? [] : [language.say("Nel foglio: «\(cell.given)»", "In the spreadsheet: “\(cell.given)”")]
        text.hint = ([read] + given).joined(separator: " · ")
        text.problems = problems
        // That it is missing is said above, of the row.
        text.hasError = text.isWrong || (target == .field(.title) && CSVRow.isEmpty(cell.text))
        text.describedBy = text.id + "-aiuto" + (problems.isEmpty ? "" : " \(text.id)-problemi")
        return [heading, text]
    }
}
