import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What a button of a collection's page does, as the commands do it.
struct CollectionWriting {
    let base: KnowledgeBase
    let collection: String

    /// - Returns: the word for what was done, and the entry that it was done to.
    func take(_ fields: FormFields) throws -> (done: String, entry: String?) {
        let action = fields["azione"] ?? ""
        let entry = fields["voce"] ?? ""
        let entries = try base.existingCollection(collection).entries
        let index = entries.firstIndex { $0.id == entry }
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
            guard
                CollectionWritePage.plain(try base.letter(of: collection))
                    == CollectionWritePage.plain(fields.whole("prima") ?? "")
            else {
                throw WebProblem.noteChanged
            }
            try base.write(letter: fields.whole("lettera") ?? "", of: collection)
            return ("salvata", nil)
        case "togli":
            try base.remove([entry], from: collection)
            return ("tolta", nil)
        case "nota":
            let old = index.map { CollectionWritePage.plain(entries[$0].note) }
            guard old == CollectionWritePage.plain(fields.whole("prima") ?? "") else { throw WebProblem.noteChanged }
            try base.add([entry], to: collection, note: CollectionWritePage.plain(fields.whole("nota") ?? ""))
            return ("salvata", entry)
        case "aggiungi":
            let ids = fields.fields.filter { $0.name == "id" }.map(\.value)
            guard !ids.isEmpty else { throw WebProblem.nothingChosen }
            try base.add(ids, to: collection)
            return ("aggiunte", ids.last)
        case "testata":
            try base.edit(
                collection, title: fields["titolo"] ?? "", summary: fields["sintesi"] ?? "",
                curator: fields["cura"] ?? "", licence: fields["licenza"] ?? "")
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
        default: throw WebProblem.badValue(name: "azione")
        }
    }
}
