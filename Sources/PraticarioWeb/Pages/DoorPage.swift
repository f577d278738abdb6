import PraticarioSystem

/// Where one comes in: by name and password, or by a link that lets in once.
struct DoorPage: Page {
    static let template = "door"

    let title: String
    /// Of a link that somebody was given; then a button is all there is.
    let link: String?
    /// As typed.
    let id: String
    /// Why one is not in yet.
    let problem: String?
    /// Where one goes then.
    let next: String
    /// Whether something was sent that was not taken, since one was not in.
    let wasSending: Bool

    init(
        link: String? = nil, id: String = "", problem: LocalizedText? = nil, next: String = "/",
        wasSending: Bool = false, _ language: Language
    ) {
        self.wasSending = wasSending
        title = language.say("Entra", "Come in")
        self.link = link
        self.id = id
        self.problem = problem?[language]
        self.next = next
    }
}

/// Who one is here, and the password.
struct AccountPage: Page {
    static let template = "account"

    let title: String
    let name: String
    let role: String
    let hasPassword: Bool
    /// Whether a person has a password at all: who opened the knowledge base on this machine has none.
    let isPerson: Bool
    let problem: String?
    let isChanged: Bool

    init(_ person: Person, problem: LocalizedText? = nil, isChanged: Bool = false, _ language: Language) {
        title = language.say("Chi sei qui", "Who you are here")
        isPerson = person.id != Access.keeper.id
        name =
            isPerson
            ? "\(person.name) (\(person.id))" : language.say("Chi ha aperto l'archivio", "Who opened the archive")
        role = person.role.label[language]
        hasPassword = person.hasPassword
        self.problem = problem?[language]
        self.isChanged = isChanged
    }
}
