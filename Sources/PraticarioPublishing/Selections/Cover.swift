import PraticarioCorpus

/// What a document says of itself before it begins.
struct Cover {
    let publisher: String?
    let summary: String?
    /// Label and value.
    let facts: [(label: String, value: String)]
    let acknowledgement: String?

    init(_ selection: Selection) {
        let settings = selection.settings
        let names = [settings.publisher, settings.title].compactMap { $0 }.filter { !$0.isEmpty }
        publisher = names.first
        summary = selection.summary
        acknowledgement = settings.acknowledgement
        let count = selection.items.count
        let all: [(String, String?)] = [
            (selection.say("A cura di", "Curated by"), selection.curator),
            (selection.say("Dall'archivio", "From"), names.count > 1 && names[1] != selection.title ? names[1] : nil),
            (
                selection.say("Schede", "Sheets"), String(count)
            ),
            (selection.say("Scelte con la ricerca", "Chosen by the search"), selection.query),
            (selection.say("Licenza della raccolta", "Licence of the collection"), selection.licence),
            (selection.say("Aggiornata", "Updated"), selection.updated?.text(in: selection.language)),
            (selection.say("Documento del", "Document of"), selection.date.text(in: selection.language)),
            (selection.say("Contatto", "Contact"), settings.contactPoint),
        ]
        facts = all.compactMap { label, value in
            value.flatMap { $0.isEmpty ? nil : (label: label, value: $0) }
        }
    }
}
