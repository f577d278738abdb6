import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What a choice and its edition say of themselves: covers and the last worksheet of a workbook show it.
struct About {
    private let choice: Choice
    private let edition: Edition

    init(_ choice: Choice, _ edition: Edition) {
        self.choice = choice
        self.edition = edition
    }

    /// Where it is shown: a cover speaks to readers, a workbook is taken apart again.
    enum Face {
        case cover, workbook
    }

    enum Subject {
        case summary, curator, archive, sheets, query, licence, updated, made, publisher, contact, acknowledgement
    }

    private static func subjects(_ face: Face) -> [Subject] {
        switch face {
        case .cover: [.curator, .archive, .sheets, .query, .licence, .updated, .made, .contact]
        case .workbook:
            [.summary, .curator, .updated, .query, .sheets, .made, .archive, .publisher, .contact, .acknowledgement]
        }
    }

    /// Label and value, none empty.
    func facts(_ face: Face) -> [(label: String, value: String)] {
        Self.subjects(face).compactMap { subject in
            guard let value = value(subject, face), !value.isEmpty else { return nil }
            return (label(subject, face)[edition.language], value)
        }
    }

    /// The first of those that stand behind it that has a name: who publishes, else the knowledge base.
    var publisher: String? { names.first }

    private var names: [String] {
        [edition.settings.publisher, edition.settings.title].compactMap { $0 }.filter { !$0.isEmpty }
    }

    private func value(_ subject: Subject, _ face: Face) -> String? {
        switch subject {
        case .summary: choice.summary
        case .curator: choice.curator
        case .archive where face == .cover: names.dropFirst().first { $0 != choice.title }
        case .archive: edition.settings.title
        case .sheets: sheets
        case .query: choice.query
        case .licence: choice.licence
        case .updated: choice.updated.map { text($0, face) }
        case .made: text(edition.date, face)
        case .publisher: edition.settings.publisher
        case .contact: edition.settings.contactPoint
        case .acknowledgement: edition.settings.acknowledgement
        }
    }

    /// `12 di 15 (3 non pubblicate)`: who reads it must not take those for all.
    private var sheets: String {
        let count = choice.heads.count
        let leftOut = choice.leftOut.values.reduce(0, +)
        guard leftOut > 0 else { return String(count) }
        let reasons = KnowledgeBase.LeftOut.Reason.text(of: choice.leftOut, in: edition.language)
        return edition.say(
            "\(count) di \(count + leftOut) (fuori: \(reasons))",
            "\(count) of \(count + leftOut) (left out: \(reasons))")
    }

    private func text(_ date: PartialDate, _ face: Face) -> String {
        face == .cover ? date.text(in: edition.language) : date.iso8601
    }

    private func label(_ subject: Subject, _ face: Face) -> LocalizedText {
        switch subject {
        case .summary: LocalizedText(it: "Sintesi", en: "Summary")
        case .curator: LocalizedText(it: "A cura di", en: "Curated by")
        case .archive where face == .cover: LocalizedText(it: "Dall'archivio", en: "From")
        case .archive: LocalizedText(it: "Archivio", en: "Knowledge base")
        case .sheets: LocalizedText(it: "Schede", en: "Sheets")
        case .query where face == .cover: LocalizedText(it: "Scelte con la ricerca", en: "Chosen by the search")
        case .query: LocalizedText(it: "Domanda", en: "Question")
        case .licence: LocalizedText(it: "Licenza della raccolta", en: "Licence of the collection")
        case .updated: LocalizedText(it: "Aggiornata", en: "Updated")
        case .made where face == .cover: LocalizedText(it: "Documento del", en: "Document of")
        case .made: LocalizedText(it: "Fatto con Praticario il", en: "Made with Praticario on")
        case .publisher: LocalizedText(it: "Editore", en: "Publisher")
        case .contact: LocalizedText(it: "Contatto", en: "Contact")
        case .acknowledgement: LocalizedText(it: "Ringraziamento", en: "Acknowledgement")
        }
    }
}
