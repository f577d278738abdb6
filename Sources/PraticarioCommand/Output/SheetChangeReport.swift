import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What became of sheets, a line each.
struct SheetChangeReport {
    let language: Language

    func print(_ sheets: [Entry]) {
        for sheet in sheets {
            Terminal.print("\(sheet.id): \(sheet.publication.label[language]) (\(place(of: sheet)))")
        }
    }

    /// `schede/orto.md`, `tabelle/risposte.csv, riga 3`.
    func place(of sheet: Entry) -> String {
        let row = sheet.origin.row.map { language.say(", riga ", ", row ") + "\($0)" } ?? ""
        return Paragraph.harmless(sheet.origin.path) + row
    }
}
