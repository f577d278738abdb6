import PraticarioCorpus
import PraticarioSystem

/// A choice as a folder of CSV files that belong together by the ids of the sheets: what statistics and databases
/// read.
struct LongTables {
    private let choice: Choice
    private let edition: Edition
    private let dialect: CSVDialect

    init(_ choice: Choice, _ edition: Edition, _ dialect: CSVDialect = .excel) {
        self.choice = choice
        self.edition = edition
        self.dialect = dialect
    }

    func write(toFolder path: String) throws {
        let folder = try OutputFolder.forExport(path, mark: "csv", replaces: true)
        try write("schede.csv", in: folder) { file in try TableExport(choice, edition, dialect).write(to: &file) }
        for table in ValueTable.all {
            try write(table.fileName, in: folder) { file in write(table, to: &file) }
        }
        try folder.write(explanation, to: "leggimi.txt")
        try folder.close()
    }

    private func write(
        _ name: String, in folder: OutputFolder, _ fill: (inout OutputFile) throws -> Void
    ) throws {
        var file = try folder.file(name)
        try fill(&file)
        try file.close()
    }

    private func write(_ table: ValueTable, to out: inout some TextOutputStream) {
        let writer = CSVWriter(dialect)
        out.write(writer.preamble)
        out.write(writer.fittedLine(table.columns.map { $0.heading[edition.language] }))
        for head in choice.heads {
            for cells in table.rows(head, edition) { out.write(writer.fittedLine(cells)) }
        }
    }

    // MARK: What is in the folder

    private var explanation: String {
        let count = choice.heads.count
        let date = edition.date.iso8601
        return edition.say(
            """
            \(choice.title)
            Schede: \(count). Fatto con Praticario il \(date).

            I FILE

            schede.csv            una riga per ogni scheda; più valori di una cella stanno fra «; »
            schede-territori.csv  una riga per ogni scheda e ogni suo territorio, con provincia e regione
            schede-temi.csv       una riga per ogni scheda e ogni suo tema, con il tema più ampio

            La colonna id lega i tre file.

            COME SONO SCRITTI

            \(style)

            I CODICI SONO TESTO

            Il codice ISTAT 058091 comincia con zero. Chi apre un file con un doppio clic vede 58091. In Excel: Dati >
            Da testo/CSV, poi Trasforma dati, e per le colonne dei codici il tipo Testo. In LibreOffice: nella finestra
            che si apre, per le colonne dei codici il tipo Testo.

            LE LICENZE

            Ogni scheda ha la sua, nelle colonne Licenza e Attribuzione. «uso interno»: non si pubblica.

            """,
            """
            \(choice.title)
            Sheets: \(count). Made with Praticario on \(date).

            THE FILES

            schede.csv            a row for each sheet; several values of a cell stand between “; ”
            schede-territori.csv  a row for each sheet and each of its territories, with province and region
            schede-temi.csv       a row for each sheet and each of its themes, with the broader theme

            The column id ties the three files together.

            HOW THEY ARE WRITTEN

            \(style)

            CODES ARE TEXT

            The ISTAT code 058091 begins with a zero. Whoever opens a file by a double click sees 58091. In Excel: Data
            > From Text/CSV, then Transform Data, and the type Text for the columns of codes. In LibreOffice: the type
            Text for the columns of codes in the window that opens.

            LICENCES

            Each sheet has its own, in the columns Licence and Attribution. “internal use”: not to be published.

            """)
    }

    private var style: String {
        switch dialect {
        case .excel:
            edition.say(
                """
                Per Excel: UTF-8 con il segno iniziale (BOM), separatore «;», testo fra virgolette dove serve. Davanti a
                un testo che Excel prenderebbe per una formula sta un apostrofo; un testo più lungo di quanto una cella
                tiene è tagliato e finisce con […].
                """,
                """
                For Excel: UTF-8 with a byte order mark, separator “;”, text in quotes where needed. A text that Excel
                would take for a formula has an apostrophe before it; one longer than a cell holds is cut and ends with
                […].
                """)
        case .rfc4180:
            edition.say(
                """
                Per i programmi (RFC 4180): UTF-8, separatore «,», testo fra virgolette dove serve. Ogni cella è proprio
                com'è nella scheda, anche se un foglio di calcolo la prenderebbe per una formula.
                """,
                """
                For programs (RFC 4180): UTF-8, separator “,”, text in quotes where needed. Every cell is exactly as in
                the sheet, even if a spreadsheet program would take it for a formula.
                """)
        }
    }
}
