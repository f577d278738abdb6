import ArgumentParser
import Praticario
import PraticarioSystem

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Elimina una scheda per sempre, senza annulla. / Delete a sheet for good, without undo.",
        discussion: """
            Per chi ritira il consenso: toglie la scheda, ciò che un'importazione ne ricordava
            le copie tenute per `praticario undo`, ciò che qualcuno ne stava scrivendo o
            proponendo nel browser, e i fogli che là aspettano di essere presi con una sua riga.
            Vale anche per una scheda già eliminata.
            Restano fuori portata git, le copie di sicurezza, ciò che è già stato dato ad
            altri, e il modulo da cui la riga è venuta: toglila anche da lì, o tornerà.
            For a body that withdraws its consent: takes away the sheet, what an import
            remembered of it, the copies kept for undo, drafts and proposals, and spreadsheets that wait in
            the browser with a row of it. Out of reach: git, backups, what was given away, and the form the row came from.

            Esempio / Example:
              praticario forget baskin-cremona --yes
            """,
        aliases: ["dimentica"])

    @Argument(help: "L'id della scheda. / The sheet's id.")
    var id: String

    @Flag(help: "Sì, per sempre. / Yes, for good.")
    var yes = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let language = shared.language
        guard yes else {
            throw Failure(
                it:
                    "«\(id)» sparirebbe per sempre: se è ciò che vuoi, ripeti con --yes; per poterla rimettere c'è praticario delete",
                en:
                    "“\(id)” would be gone for good: if that is what you want, say it again with --yes; praticario delete can be undone"
            )
        }
        let forgotten = try shared.open().forget(id)
        for file in forgotten.files { Terminal.print("- \(Paragraph.harmless(file))") }
        if forgotten.edits > 0 {
            Terminal.print(
                language.say(
                    "modifiche che non si possono più annullare: \(forgotten.edits)",
                    "changes that can no longer be undone: \(forgotten.edits)"))
        }
        if forgotten.writings > 0 {
            Terminal.print(
                language.say(
                    "bozze e proposte tolte: \(forgotten.writings)",
                    "drafts and proposals taken away: \(forgotten.writings)"))
        }
        for name in forgotten.imports {
            Terminal.print(
                Paragraph.harmless(
                    language.say(
                        "foglio che aspettava di essere preso, tolto: \(name)",
                        "spreadsheet that waited to be taken in, taken away: \(name)")))
        }
        if !forgotten.stillReferring.isEmpty {
            Terminal.printError(
                language.say("Ancora citata da: ", "Still referred to by: ")
                    + forgotten.stillReferring.joined(separator: ", "))
        }
        Terminal.printError(
            language.say(
                "Restano da togliere a mano: git, copie di sicurezza, esportazioni già date, da-correggere.csv, la riga nel modulo di partenza",
                "Left to be taken out by hand: git, backups, exports already given away, da-correggere.csv, the row of the form it came from"
            ))
    }
}
