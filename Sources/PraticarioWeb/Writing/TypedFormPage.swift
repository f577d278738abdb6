import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Writes what a community or the programme says, field by field, with what is wrong beside each.
struct TypedFormPage: Page {
    static let template = "typedform"

    let title: String
    let intro: String?
    let action: String
    let back: PageLink
    let origin: String
    let message: String?
    let conflicts: String?
    let done: String?
    /// What belongs to no field.
    let problems: [FormControl.Problem]
    let controls: [FormControl]
    let lists: [FormLists.List]
    /// Where an item is taken out.
    let remove: String?

    static func address(of target: TypedTarget) -> String {
        switch target {
        case .newCommunity: "/scrivi/comunita"
        case .programme: "/programma"
        case .community(let id): CommunityPage.address(of: id) + "/dati"
        case .item(let id, let list, let name):
            CommunityWritePage.address(of: id) + "/\(TypedFormPage.word(for: list))/"
                + (name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? name)
        }
    }

    private static let words: [(list: CommunityList, word: String)] = [
        (.meetings, "incontri"), (.questions, "domande"), (.outcomes, "esiti"),
    ]

    static func word(for list: CommunityList) -> String { words.first { $0.list == list }?.word ?? "" }

    static func list(named word: String) -> CommunityList? { words.first { $0.word == word }?.list }

    init(_ state: TypedFormState, _ snapshot: Snapshot, done: String? = nil, _ language: Language) {
        let target = state.target
        action = Self.address(of: target)
        origin = state.sentOrigin
        message = state.message?[language]
        self.done = DoneWords.sentence(done, language)
        lists = FormLists(snapshot).lists
        conflicts =
            state.conflicts.isEmpty
            ? nil
            : language.say(
                "Mentre scrivevi, qualcun altro ha cambiato gli stessi campi: accanto a ciascuno c'è che cosa ha scritto. Metti insieme le due versioni e salva di nuovo.",
                "While you wrote, somebody else changed the same fields: beside each is what they wrote. Put both versions together and save again."
            )
        switch target {
        case .newCommunity:
            title = language.say("Comunità nuova", "New community")
            intro = language.say(
                "Basta il nome: il resto si può aggiungere poi. Qui si scrive di enti, mai di persone.",
                "A name is enough: the rest can come later. Bodies stand here, never persons.")
            back = PageLink(label: language.say("Lascia stare", "Leave it"), address: "/comunita")
            remove = nil
        case .programme:
            title = language.say("Il programma", "The programme")
            intro = language.say(
                "Sta sui rapporti e sui documenti: chi finanzia, da quando a quando, quanti incontri.",
                "It stands on reports and documents: who pays, from when to when, how many meetings.")
            back = PageLink(label: language.say("Torna alle comunità", "Back to the communities"), address: "/comunita")
            remove = nil
        case .community(let id):
            title = language.say("Dati: \(state.origin.text("title"))", "Data: \(state.origin.text("title"))")
            intro = nil
            back = PageLink(
                label: language.say("Torna alla comunità", "Back to the community"),
                address: CommunityPage.address(of: id))
            remove = nil
        case .item(let id, let list, let name):
            title = Self.title(of: list, state.origin, name, language)
            intro = nil
            back = PageLink(
                label: language.say("Torna a ciò che è scritto", "Back to what is written"),
                address: CommunityWritePage.address(of: id))
            remove = Self.address(of: target) + "/togli"
        }
        var byPart: [FieldPart: [FormControl.Problem]] = [:]
        var others: [FormControl.Problem] = []
        for (part, diagnostic) in state.problems {
            let problem = FormControl.Problem(diagnostic, language)
            if let part { byPart[part, default: []].append(problem) } else { others.append(problem) }
        }
        problems = others
        let controls = FormControls(
            fileLanguage: snapshot.settings.language, language: language, longer: state.longer)
        self.controls = state.content.parts.map { part in
            controls.control(
                part, state.content[part], problems: byPart[part] ?? [], theirs: state.conflicts[part])
        }
    }

    /// What an item is called in a list of them.
    static func title(of list: CommunityList, _ item: TypedFields, _ name: String, _ language: Language) -> String {
        switch list {
        case .meetings:
            let number = item.text("number").isEmpty ? name : item.text("number")
            let date = PartialDate(item.text("date"))?.text(in: language) ?? item.text("date")
            return language.say("Incontro \(number)", "Meeting \(number)") + (date.isEmpty ? "" : ", \(date)")
        case .questions: return item.text("question").isEmpty ? name : item.text("question")
        case .outcomes: return item.text("title").isEmpty ? name : item.text("title")
        }
    }
}
