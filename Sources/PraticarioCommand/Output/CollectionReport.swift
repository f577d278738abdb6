import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem
import PraticarioSearch

/// Collections for people.
struct CollectionReport {
    let language: Language
    let width: Int

    func list(_ collections: [CuratedCollection], style: Style) -> String {
        guard !collections.isEmpty else {
            return language.say(
                "Non ci sono raccolte. Comincia: praticario collection new \"Titolo\"",
                "There are no collections. Begin: praticario collection new \"Title\"")
        }
        return collections.map { collection in
            var lines = Paragraph.lines(collection.title, width: width, indent: 0).map(style.title)
            if let summary = collection.summary { lines += Paragraph.lines(summary, width: width, indent: 2) }
            return (lines + ["  " + style.faint(facts(of: collection))]).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private func facts(of collection: CuratedCollection) -> String {
        let entries = collection.entries.count
        let searches = collection.searches.count
        var facts = [
            collection.id,
            language == .english ? counted(entries, "sheet", "sheets") : counted(entries, "scheda", "schede"),
        ]
        if searches > 0 {
            facts.append(
                language == .english
                    ? counted(searches, "search", "searches") : counted(searches, "ricerca", "ricerche"))
        }
        return facts.joined(separator: " · ")
    }

    func text(_ collection: CuratedCollection, _ parts: [CollectionPart], _ base: KnowledgeBase, style: Style) -> String
    {
        var lines = Paragraph.lines(collection.title, width: width, indent: 0).map(style.title)
        if let summary = collection.summary { lines += [""] + Paragraph.lines(summary, width: width, indent: 0) }
        let facts = [
            collection.curator, collection.licence, collection.updated?.iso8601,
        ].compactMap { $0 }.joined(separator: " · ")
        if !facts.isEmpty { lines += [style.faint(Paragraph.harmless(facts))] }
        var number = 0
        func add(_ id: String, _ title: String, _ kind: LocalizedText, _ note: String) {
            number += 1
            lines.append("")
            lines += Paragraph.lines("\(number). \(title) (\(kind[language]))", width: width, indent: 0)
            let note = PlainMarkdown.sections(of: note).map(\.text).joined(separator: " ")
            if !note.isEmpty { lines += Paragraph.lines(note, width: width, indent: 3) }
            lines.append("   " + style.faint(id))
        }
        for part in parts {
            switch part {
            case .text(let markdown):
                for section in PlainMarkdown.sections(of: markdown) {
                    lines.append("")
                    if !section.title.isEmpty { lines.append(style.title(Paragraph.harmless(section.title))) }
                    for paragraph in section.text.split(separator: "\n") {
                        lines += Paragraph.lines(String(paragraph), width: width, indent: 0)
                    }
                }
            case .sheet(let entry, let note): add(entry.id, entry.title, entry.kind.label, note)
            case .document(let head, let note): add(head.id, head.title, head.kind, note)
            }
        }
        return lines.joined(separator: "\n")
    }
}
