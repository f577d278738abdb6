import PraticarioCorpus
import PraticarioSystem

/// Who may come in: for who says so.
struct PeoplePage: Page {
    static let template = "people"

    let title: String
    let people: [Row]
    let roles: [FormControl.Option]
    let name: String
    let problem: String?
    /// Shown once.
    let link: String?
    let linkFor: String?

    struct Row: Sendable {
        let id: String
        let name: String
        let role: String
        let hasPassword: Bool
    }

    init(
        _ people: [Person], _ fields: FormFields = FormFields(), problem: LocalizedText? = nil,
        link: (person: String, address: String)? = nil, _ language: Language
    ) {
        title = language.say("Chi può entrare", "Who may come in")
        self.people = people.map {
            Row(id: $0.id, name: $0.name, role: $0.role.label[language], hasPassword: $0.hasPassword)
        }
        roles = Role.allCases.map {
            FormControl.Option(
                value: $0.rawValue, label: "\($0.label[language]) – \(Self.explanation($0)[language])",
                isChosen: fields["ruolo"] == $0.rawValue)
        }
        name = problem == nil ? "" : fields["nome"] ?? ""
        self.problem = problem?[language]
        self.link = link?.address
        linkFor = link?.person
    }

    private static func explanation(_ role: Role) -> LocalizedText {
        switch role {
        case .reader: LocalizedText(it: "legge tutto, bozze comprese", en: "reads everything, drafts too")
        case .member:
            LocalizedText(it: "scrive schede che la redazione rilegge", en: "writes sheets that editors look at")
        case .editor: LocalizedText(it: "pubblica e cambia tutto", en: "publishes and changes everything")
        case .owner: LocalizedText(it: "come la redazione, e dice chi entra", en: "as an editor, and says who comes in")
        }
    }
}
