import Foundation
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
        let path = freePath(for: title, in: folder)
        let text = SheetTemplate(title: title, kind: kind, language: settings.language).text
        try EditJournal(folder).carryOut([FileChange(path, from: nil, to: Array(text.utf8))])
        return path
    }

    /// Of a file for a new sheet, whose name is its id: one that no file has, in whatever folder, nor another sheet.
    static func freePath(
        for title: String, in folder: KnowledgeBaseFolder, besides ids: Set<String> = []
    ) -> String {
        let slug = TextKey.slug(title)
        let stem = slug.isEmpty ? "scheda" : slug
        let files = FileManager.default.enumerator(atPath: folder.path(KnowledgeBaseFolder.sheetsFolder))
        let names = Set(
            (files?.allObjects ?? []).compactMap { ($0 as? String)?.split(separator: "/").last.map(String.init) })
        var id = stem
        var number = 2
        while names.contains(id + ".md") || ids.contains(id) {
            id = "\(stem)-\(number)"
            number += 1
        }
        return "\(KnowledgeBaseFolder.sheetsFolder)/\(id).md"
    }
}

/// An empty sheet that explains itself.
struct SheetTemplate {
    let title: String
    let kind: EntryKind
    let language: Language

    var text: String {
        let header = SheetField.all.compactMap { field -> String? in
            guard let template = field.template, template.kinds.contains(kind) else { return nil }
            let value = value(of: field.name, template)
            let line = "\(field.name.key(in: language)):" + (value.isEmpty ? "" : " \(value)")
            return template.hint.it.isEmpty ? line : line.padded(to: 34) + "# " + template.hint[language]
        }
        let body = StandardSection.offered(for: kind).map { "## \($0.label[language])\n" }
        return "---\n" + header.joined(separator: "\n") + "\n---\n\n" + body.joined(separator: "\n")
    }

    /// What stands in the line of a field: what is known already, else what its row offers.
    private func value(of field: FieldName, _ template: SheetField.Template) -> String {
        switch field {
        case .title: YAMLText.quoted(title)
        case .kind: kind.label[language]
        case .publication: Publication.draft.label[language]
        case .language: language.rawValue
        case .updated: PartialDate.today.iso8601
        default: template.value
        }
    }
}

extension StandardSection {
    /// The headings that a new sheet of a kind has.
    package static func offered(for kind: EntryKind) -> [StandardSection] {
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
