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
        case "togli":
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

extension String {
    /// With line breaks of one kind, and none around.
    fileprivate var asTyped: String {
        if case .text(let text) = FieldValue.text(self).asTyped { text } else { self }
    }
}
