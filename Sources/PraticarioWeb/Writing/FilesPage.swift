import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// The pictures and papers of a sheet: what is there, what is said of it, and where more is sent.
struct FilesPage: Page {
    static let template = "files"

    let title: String
    let address: String
    let sheet: PageLink
    /// Why nothing was done.
    let problem: String?
    /// What was done just now.
    let done: String?
    let pictures: [Item]
    let papers: [Item]
    /// What was typed beside a file that was not taken.
    let typed: Typed
    /// The picture that was sent and is not beside the sheet yet, as it would be: the form sends it again.
    let sent: SentPicture?
    let pictureKinds: String
    let paperKinds: String

    struct Item: Sendable {
        /// Unique on the page.
        let number: Int
        let file: String
        let use: String
        /// The picture, or the paper to take away; `nil` where it cannot be shown.
        let link: String?
        let detail: String
        /// What is wrong with it.
        let problem: String?
        /// What is seen, or what it is called.
        let text: String
        let credit: String
    }

    struct Typed: Sendable {
        let description: String
        let credit: String
        let title: String
    }

    static func address(of id: String) -> String { SheetPage.address(of: id) + "/allegati" }

    /// - Parameters:
    ///   - fields: as typed.
    ///   - sent: what waits to be described.
    init(
        _ entry: Entry, in folder: KnowledgeBaseFolder, _ fields: FormFields = FormFields(),
        sent: SentPicture? = nil, problem: LocalizedText? = nil, done: String? = nil, _ language: Language
    ) {
        self.sent = sent
        title = language.say("Immagini e documenti: \(entry.title)", "Pictures and documents: \(entry.title)")
        address = Self.address(of: entry.id)
        sheet = PageLink(label: entry.title, address: SheetPage.address(of: entry.id))
        self.problem = problem?[language]
        self.done = DoneWords.sentence(done, language)
        let files = SheetFiles(folder)
        func item(_ number: Int, _ file: String, _ use: AttachedUse, _ text: String, _ credit: String) -> Item {
            let found = files.look(file, as: use, of: entry.origin)
            var (link, detail, problem): (String?, String, String?) = (nil, "", nil)
            switch found {
            case .success(let found):
                link = SheetPage.file(found.name, of: entry.id)
                let size = FileSize.text(found.size, language)
                let points = found.picture.map { ", \($0.width) × \($0.height)" } ?? ""
                detail = "\(found.kind.label), \(size)\(points)"
            case .failure(let fault):
                problem = fault.message(SheetFiles.path(file, of: entry.origin), as: use)[language]
            }
            return Item(
                number: number, file: file, use: use.rawValue, link: link, detail: detail, problem: problem, text: text,
                credit: credit)
        }
        pictures = entry.pictures.enumerated().map { number, picture in
            item(number, picture.file, .picture, picture.description, picture.credit ?? "")
        }
        papers = entry.attachments.enumerated().map { number, paper in
            item(entry.pictures.count + number, paper.file, .paper, paper.title ?? "", "")
        }
        typed = Typed(
            description: fields["descrizione"] ?? "", credit: fields["credito"] ?? "", title: fields["titolo"] ?? "")
        pictureKinds = AttachedUse.picture.kinds
        paperKinds = AttachedUse.paper.kinds
    }
}
