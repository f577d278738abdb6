import ItalianText
public import PraticarioCorpus
import PraticarioSystem

extension KnowledgeBase {
    /// Writes a new sheet to fill in, in the language of the knowledge base.
    ///
    /// - Returns: its path, relative to the knowledge base: `schede/` and the slug of the title, with a number
    ///   where that is taken.
    public static func newSheet(_ title: String, kind: EntryKind, in folder: KnowledgeBaseFolder) throws -> String {
        let (settings, _) = KnowledgeBaseSettings.read(
            try Files.read(folder.path(KnowledgeBaseFolder.settingsFile)), path: "")
        try Files.makeFolder(folder.path(KnowledgeBaseFolder.sheetsFolder))
        let slug = ItalianText.slug(title)
        let stem = KnowledgeBaseFolder.sheetsFolder + "/" + (slug.isEmpty ? "scheda" : slug)
        var path = stem + ".md"
        var number = 2
        while Files.type(of: folder.path(path)) != nil {
            path = "\(stem)-\(number).md"
            number += 1
        }
        let text = SheetTemplate(title: title, kind: kind, language: settings.language).text
        try Files.write(Array(text.utf8), to: folder.path(path))
        return path
    }
}

/// An empty sheet that explains itself.
struct SheetTemplate {
    let title: String
    let kind: EntryKind
    let language: Language

    var text: String {
        let header = fields.map { field, value, hint in
            let line = "\(field.key(in: language)):" + (value.isEmpty ? "" : " \(value)")
            return hint.it.isEmpty ? line : line.padded(to: 34) + "# " + hint[language]
        }
        let body = sections.map { "## \($0.label[language])\n" }
        return "---\n" + header.joined(separator: "\n") + "\n---\n\n" + body.joined(separator: "\n")
    }

    private var fields: [(FieldName, String, LocalizedText)] {
        let none = LocalizedText(both: "")
        var fields: [(FieldName, String, LocalizedText)] = [
            (.title, YAMLText.quoted(title), none),
            (.kind, kind.label[language], none),
            (
                .summary, "",
                LocalizedText(it: "una frase, al massimo 300 caratteri", en: "one sentence, 300 characters at most")
            ),
            (.publication, Publication.draft.label[language], Self.choices(Publication.self)),
            (
                .themes, "[]",
                LocalizedText(it: "almeno uno; elenco: praticario themes", en: "at least one; list: praticario themes")
            ),
            (.targetGroups, "[]", LocalizedText(it: "per chi", en: "for whom")),
            (.needs, "", LocalizedText(it: "a quale bisogno risponde", en: "what it answers")),
            (
                .territories, "[]",
                LocalizedText(
                    it: "comune, Castro (LE), provincia di X, regione, Italia",
                    en: "comune, Castro (LE), provincia di X, region, Italia")
            ),
            (.organization, "", LocalizedText(it: "il nome dell'ente", en: "the body's name")),
        ]
        if kind == .practice || kind == .experience {
            fields += [
                (.start, "", LocalizedText(it: "anno o data: 2019, 2019-05-14", en: "year or date: 2019, 2019-05-14")),
                (.status, "", Self.choices(PracticeStatus.self)),
                (
                    .verification, "0",
                    LocalizedText(
                        it: "0 descritta, 1 monitorata, 2 valutata, 3 per confronto",
                        en: "0 described, 1 monitored, 2 evaluated, 3 by comparison")
                ),
                (
                    .sources, "[]",
                    LocalizedText(
                        it: "titolo e indirizzo: {titolo: …, url: https://…}",
                        en: "title and address: {title: …, url: https://…}")
                ),
            ]
        }
        return fields + [(.language, language.rawValue, none), (.updated, PartialDate.today.iso8601, none)]
    }

    private static func choices<Value: ClosedVocabulary>(_ type: Value.Type) -> LocalizedText {
        LocalizedText(
            it: Value.allCases.map(\.label.it).joined(separator: ", "),
            en: Value.allCases.map(\.label.en).joined(separator: ", "))
    }

    private var sections: [StandardSection] {
        switch kind {
        case .practice, .experience: StandardSection.allCases
        case .solution: [.need, .activity, .partners, .resources, .replication, .internalNotes]
        case .idea: [.need, .activity, .partners, .internalNotes]
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        count >= width ? self + " " : self + String(repeating: " ", count: width - count)
    }
}
