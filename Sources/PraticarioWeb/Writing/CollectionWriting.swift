import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What a button of a collection's page does, as the commands do it.
struct CollectionWriting {
    /// What means something else in another order.
    private static let ordering: Set<String> = [
        "su", "giu", "davanti", "dopo", "titoletto", "togli-titoletto", "ricerca", "togli-ricerca", "congela",
    ]

    let base: KnowledgeBase
    let collection: String

    /// What an action does, for who reads of it later.
    static func what(_ action: String) -> String {
        [
            "su": "sposta", "giu": "sposta", "davanti": "sposta", "dopo": "sposta", "lettera": "lettera",
            "togli": "togli una voce", "nota": "nota", "aggiungi": "aggiungi schede",
            "testata": "titolo e cura", "titoletto": "titoletto", "togli-titoletto": "togli un titoletto",
            "ricerca": "ricerca", "togli-ricerca": "togli una ricerca", "congela": "fissa le ricerche",
        ][action] ?? action
    }

    /// - Returns: the word for what was done, and the entry that it was done to.
    func take(_ fields: FormFields) throws -> (done: String, entry: String?) {
        let action = fields["azione"] ?? ""
        let entry = fields["voce"] ?? ""
        let current = try base.existingCollection(collection)
        let entries = current.entries
        let index = entries.firstIndex { $0.id == entry }
        if Self.ordering.contains(action), fields["ordine"] != CollectionOrder(current).tag {
            throw WebProblem.orderChanged
        }
        switch action {
        case "su":
            if let index, index > 0 { try base.move(entry, in: collection, to: .before(entries[index - 1].id)) }
            return ("spostata", entry)
        case "giu":
            if let index, index + 1 < entries.count {
                try base.move(entry, in: collection, to: .after(entries[index + 1].id))
            }
            return ("spostata", entry)
        case "davanti", "dopo":
            let other = fields["accanto"] ?? ""
            if other != entry {
                try base.move(entry, in: collection, to: action == "dopo" ? .after(other) : .before(other))
            }
            return ("spostata", entry)
        case "lettera":
            guard try base.letter(of: collection).asTyped == (fields.whole("prima") ?? "").asTyped else {
                throw WebProblem.noteChanged
            }
            try base.write(letter: fields.whole("lettera") ?? "", of: collection)
            return ("salvata", nil)
        case "togli":
            guard index == nil || entries[index ?? 0].note.asTyped == (fields.whole("prima") ?? "").asTyped else {
                throw WebProblem.noteOfGoneChanged
            }
            try base.remove([entry], from: collection)
            return ("tolta", nil)
        case "nota":
            let old = index.map { entries[$0].note.asTyped }
            guard old == (fields.whole("prima") ?? "").asTyped else { throw WebProblem.noteChanged }
            try base.add([entry], to: collection, note: (fields.whole("nota") ?? "").asTyped)
            return ("salvata", entry)
        case "aggiungi":
            let ids = fields.fields.filter { $0.name == "id" }.map(\.value)
            guard !ids.isEmpty else { throw WebProblem.nothingChosen }
            try base.add(ids, to: collection)
            return ("aggiunte", ids.last)
        case "testata":
            let header = CollectionHeader(current)
            guard header.conflicts(with: fields).isEmpty else { throw WebProblem.headerChanged }
            let changed = header.changed(by: fields)
            try base.edit(
                collection, title: changed["titolo"], summary: changed["sintesi"], curator: changed["cura"],
                licence: changed["licenza"])
            return ("salvata", nil)
        case "titoletto":
            try base.add(heading: fields["titoletto"] ?? "", to: collection)
            return ("aggiunte", nil)
        case "togli-titoletto":
            try base.remove(heading: fields["titoletto"] ?? "", from: collection)
            return ("tolta", nil)
        case "ricerca":
            guard let question = fields["ricerca"] else { throw WebProblem.missing("la ricerca", "the search") }
            try base.add(search: question, to: collection)
            return ("aggiunte", nil)
        case "togli-ricerca":
            try base.remove(search: fields["ricerca"] ?? "", from: collection)
            return ("tolta", nil)
        case "congela":
            return (try base.freeze(collection) == 0 ? "uguale" : "congelata", nil)
        default: throw WebProblem.badValue(name: "azione")
        }
    }
}

extension String {
    /// With line breaks of one kind, and none around.
    var asTyped: String {
        if case .text(let text) = FieldValue.text(self).asTyped { text } else { self }
    }
}
