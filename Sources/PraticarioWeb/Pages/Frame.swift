import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What stands around every page.
struct Frame: Sendable {
    let language: Language
    /// As an attribute of HTML.
    let code: String
    let title: String
    /// The name of the knowledge base.
    let name: String
    let publisher: String?
    let hasLogo: Bool
    let menu: [PageLink]
    let otherLanguage: PageLink
    let feed: String?
    /// Whether drafts are shown, which is said.
    let seesEverything: Bool
    /// What forms send along.
    let token: String
    /// Who came in, as a link to what they may change of themselves; or where one comes in.
    let account: PageLink?
    /// Where what is done is done: writing, looking through, taking in.
    let work: [PageLink]
    /// Said to who changes something while git takes nothing down.
    let problemOfGit: String?
    let contact: String?
    let acknowledgement: String?

    init(of page: some Page, at place: PagePlace, _ snapshot: Snapshot) {
        let settings = snapshot.settings
        let language = place.language
        self.language = language
        code = language.rawValue
        name = settings.title.isEmpty ? "Praticario" : settings.title
        title = page.title.isEmpty ? name : "\(page.title) – \(name)"
        publisher = settings.publisher
        hasLogo = settings.logo != nil
        contact = settings.contactPoint
        acknowledgement = settings.acknowledgement
        seesEverything = place.viewer?.seesEverything ?? false
        token = place.viewer?.formToken ?? ""
        account = Self.account(place)
        work = Self.work(place)
        problemOfGit = place.viewer?.may(.member) == true ? place.problemOfGit?[language] : nil
        feed = page.feed
        var places = [
            (language.say("Cerca", "Search"), "/cerca"), (language.say("Temi", "Themes"), "/temi"),
            (language.say("Territori", "Territories"), "/territori"),
            (language.say("Raccolte", "Collections"), "/raccolte"),
        ]
        if place.viewer?.seesEverything == true {
            places.append((language.say("Comunità", "Communities"), "/comunita"))
        }
        menu = places.map { label, address in
            PageLink(label: label, address: address, isCurrent: place.path == address)
        }
        let other: Language = language == .italian ? .english : .italian
        var back = FormFields()
        back.append("da", place.address)
        otherLanguage = PageLink(
            label: other.say("Italiano", "English"), address: "/lingua/\(other.rawValue)?\(back.encoded)")
    }

    private static func account(_ place: PagePlace) -> PageLink? {
        let language = place.language
        if let person = place.viewer?.person {
            return PageLink(
                label: person.name.isEmpty ? language.say("Esci", "Leave") : person.name, address: "/io",
                isCurrent: place.path == "/io")
        }
        return place.hasLogin
            ? PageLink(label: language.say("Entra", "Come in"), address: "/entra", isCurrent: place.path == "/entra")
            : nil
    }

    private static func work(_ place: PagePlace) -> [PageLink] {
        let all: [(role: Role, it: String, en: String, address: String)] = [
            (.member, "Scrivi", "Write", "/scrivi"),
            (.member, "Da rivedere", "To review", "/revisione"),
            (.editor, "Importa", "Take in", "/importa"),
            (.editor, "Ultime modifiche", "Last changes", "/modifiche"),
            (.owner, "Persone", "People", "/persone"),
        ]
        return all.filter { place.viewer?.may($0.role) == true }.map { row in
            PageLink(
                label: place.language.say(row.it, row.en), address: row.address, isCurrent: place.path == row.address)
        }
    }
}
