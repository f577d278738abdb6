import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What a collection is made of, in its order, a line each: what a click meant depends on it.
struct CollectionOrder: Equatable, Sendable {
    let lines: [String]

    init(_ collection: CuratedCollection) {
        lines = collection.parts.flatMap { part -> [String] in
            switch part {
            case .entry(let entry): ["\(entry.title) (\(entry.id))"]
            case .search(let search): ["? " + search.question]
            case .text(let text):
                SheetContent.headings(of: text).map { ($0.isHeading ? "## " : "") + $0.text }
            }
        }
    }

    var tag: String { String(Secrets.digest(of: lines.joined(separator: "\n")).prefix(24)) }

    /// What was done to the list of a collection since somebody saw it; nothing where that is not known.
    static func changes(
        of collection: CuratedCollection, since tag: String, in base: KnowledgeBase, _ language: Language
    ) -> [SheetHistoryPage.Version] {
        let path = collection.path
        let steps = WebLibrary.steps(of: [path], in: base.folder)
        let history = FileHistory(of: [path], in: base.folder, steps: steps) { files in
            files[path].flatMap { CuratedCollection.read($0, path: path).collection }.map(CollectionOrder.init)
        }
        guard let seen = history.versions.firstIndex(where: { $0.value.tag == tag }) else { return [] }
        return history.versions[..<seen].map { version in
            SheetHistoryPage.Version(
                key: version.value.tag, what: version.origin?.what ?? SheetHistoryPage.elsewhere(language),
                when: version.origin?.date.moment(in: language),
                who: version.origin?.author,
                parts: [
                    SheetDifference.Part(
                        label: language.say("Le voci", "The entries"),
                        lines: LineDifference(from: version.before?.lines ?? [], to: version.value.lines).lines)
                ], isCurrent: false, button: "")
        }
    }
}
