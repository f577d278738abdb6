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
    let isOwner: Bool
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
        isOwner = place.isOwner
        feed = page.feed
        var places = [
            (language.say("Cerca", "Search"), "/cerca"), (language.say("Temi", "Themes"), "/temi"),
            (language.say("Territori", "Territories"), "/territori"),
            (language.say("Raccolte", "Collections"), "/raccolte"),
        ]
        if place.isOwner { places.append((language.say("Comunità", "Communities"), "/comunita")) }
        menu = places.map { label, address in
            PageLink(label: label, address: address, isCurrent: place.path == address)
        }
        let other: Language = language == .italian ? .english : .italian
        var back = FormFields()
        back.append("da", place.address)
        otherLanguage = PageLink(
            label: other.say("Italiano", "English"), address: "/lingua/\(other.rawValue)?\(back.encoded)")
    }
}
