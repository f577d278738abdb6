import ArgumentParser
import Foundation
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem

struct AttachCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: "Mette un'immagine o un documento accanto a una scheda. / Puts a picture or a paper beside a sheet.",
        discussion: """
            Un'immagine (JPEG, PNG, WebP) vuole --description: che cosa si vede, per chi non la
            vede; diventa di 1600 punti al massimo e perde luogo e ora dello scatto. Un documento
            (PDF, ODT, Word) può avere --title. Che cos'è un file lo dice il contenuto.
            A picture needs --description, what is seen; it is made smaller and loses the place
            and time at which it was taken. A paper may have --title.

            Esempi / Examples:
              praticario attach orto IMG_2041.jpg --description "Il cancello dell'orto"
              praticario allega orto regolamento.pdf --title "Il regolamento dell'orto"
            """,
        aliases: ["allega"])

    @Argument(help: "L'id della scheda. / The sheet's id.")
    var id: String

    @Argument(help: "Il file. / The file.", completion: .file())
    var file: String

    @Option(help: "Che cosa si vede nell'immagine. / What is seen in the picture.")
    var description: String?

    @Option(help: "Di chi è l'immagine. / Whose picture it is.")
    var credit: String?

    @Option(help: "Come si intitola il documento. / What the paper is called.")
    var title: String?

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let base = try shared.open()
        let bytes = try Files.read(file)
        let use = KnowledgeBase.use(of: bytes) ?? .picture
        let said = ["description": description, "credit": credit, "title": title].compactMapValues { $0 }
        do {
            let name = try await base.attach(sent: bytes, called: file, as: use, saying: said, to: id)
            if let entry = try base.entry(id) { Terminal.print("  + \(SheetFiles.path(name, of: entry.origin))") }
        } catch let problem as ProgramProblem {
            throw Failure(problem.message(for: shared.language.say("le immagini", "taking pictures")))
        }
    }
}

struct DetachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detach",
        abstract: "Toglie un'immagine o un documento da una scheda. / Takes a picture or a paper off a sheet.",
        discussion: """
            Toglie ciò che la scheda ne dice e il file. `praticario undo` rimette tutto com'era.
            Takes what the sheet says of it, and the file. `praticario undo` puts all back.

            Esempi / Examples:
              praticario detach orto img-2041.jpg
              praticario stacca orto regolamento.pdf
            """,
        aliases: ["stacca"])

    @Argument(help: "L'id della scheda. / The sheet's id.")
    var id: String

    @Argument(help: "Il nome del file, come lo scrive la scheda. / The name of the file, as in the sheet.")
    var file: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.open().detach(file, from: id)
        Terminal.print("  - \(Paragraph.harmless(file))")
    }
}
