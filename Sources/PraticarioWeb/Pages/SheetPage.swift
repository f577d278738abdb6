import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// A sheet, and where to go on from it.
struct SheetPage: Page {
    static let template = "sheet"

    let title: String
    /// The sheet in the form that it has everywhere, HTML.
    let html: String
    let related: [Relation]
    /// What communities did with it; nothing for those who may not see communities.
    let uses: [Use]
    let similar: [HitView]
    let collections: [PageLink]
    /// The themes and territories, to find more.
    let more: [PageLink]
    let downloads: [PageLink]
    /// Writes to who keeps the knowledge base; who may propose does so in the form.
    let correction: String?
    let updated: String?
    let isDraft: Bool
    /// What was done to it just now.
    let done: String?
    /// Where it is changed, for who may.
    let edit: String?
    /// Where a change is proposed, for who may not make it.
    let propose: String?
    /// Where it is published, taken back, deleted, for who may.
    let state: String?
    /// The collections that it may be added to, for who may.
    let mayJoin: [PageLink]
    let address: String

    struct Use: Sendable {
        let label: String
        let value: String
    }

    struct Relation: Sendable {
        let kind: String
        let link: PageLink
    }

    static func address(of id: String) -> String {
        "/schede/" + (id.addingPercentEncoding(withAllowedCharacters: .urlPathComponent) ?? id)
    }

    /// - Parameters:
    ///   - viewer: who looks at it.
    ///   - done: see `DoneWords`.
    /// - Throws: `WebProblem.notFound`.
    init(
        _ id: String, _ snapshot: Snapshot, _ language: Language, for viewer: Viewer? = nil, done: String? = nil
    ) throws {
        guard let entry = try snapshot.entry(id) else { throw WebProblem.notFound }
        let values = snapshot.values
        let heads = Dictionary(try snapshot.heads(entry.relations.map(\.target)).map { ($0.id, $0) }) { first, _ in
            first
        }
        title = entry.title
        let linked = Set(try snapshot.ids())
        html = HTMLFragments(.web(snapshot, language)) { linked.contains($0) ? Self.address(of: $0) : nil }.sheet(entry)
        related = entry.relations.compactMap { relation in
            heads[relation.target].map { head in
                Relation(
                    kind: relation.kind.label[language],
                    link: PageLink(label: head.title, address: Self.address(of: head.id)))
            }
        }
        uses = try snapshot.uses(of: id).facts(language).map { Use(label: $0.label, value: $0.value) }
        similar = try snapshot.similar(to: id, limit: 4).map { HitView($0.head, values, language) }
        collections = snapshot.collections().filter { $0.entries.contains { $0.id == id } }.map { collection in
            PageLink(label: collection.title, address: CollectionPage.address(of: collection.id))
        }
        let places = entry.territories.map { (Facet.territory, $0) }
        more = (entry.themes.map { (Facet.theme, $0) } + places + entry.targetGroups.map { (.targetGroup, $0) })
            .map { facet, key in
                PageLink(
                    label: values.label(of: key, in: facet)[language],
                    address: SearchState().adding(key, to: facet).address)
            }
        downloads = DownloadFormat.ofOne.map { format in
            PageLink(label: format.label[language], address: "\(Self.address(of: id))/scarica/\(format.name)")
        }
        updated = entry.updated.map { $0.text(in: language) }
        isDraft = entry.publication != .published
        self.done = DoneWords.sentence(done, language)
        let writer = viewer.flatMap { $0.may(.member) ? $0 : nil }
        let isToPropose = writer.map { SheetSaving.isToPropose(by: $0, on: entry) } ?? false
        correction =
            writer == nil
            ? snapshot.settings.contactPoint.flatMap { Self.letter(to: $0, about: entry, language) } : nil
        address = Self.address(of: id)
        mayJoin =
            viewer?.may(.editor) != true
            ? []
            : snapshot.collections().filter { !$0.entries.contains { $0.id == id } }.map {
                PageLink(label: $0.title, address: $0.id)
            }
        state = viewer?.may(.editor) == true ? StatePage.address(of: id) : nil
        edit = writer != nil && !isToPropose ? SheetFormPage.address(of: id) : nil
        propose = isToPropose ? SheetFormPage.address(of: id) : nil
    }

    /// A letter that is begun, where the contact is an address of mail.
    private static func letter(to contact: String, about entry: Entry, _ language: Language) -> String? {
        guard contact.contains("@"), !contact.contains(where: { $0.isWhitespace || "?&<>\"".contains($0) }) else {
            return nil
        }
        let subject = language.say("Correzione alla scheda: ", "Correction of the sheet: ") + entry.title
        let encoded = subject.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "mailto:\(contact)?subject=\(encoded)"
    }
}

extension CharacterSet {
    /// What may stand in one part of a path.
    fileprivate static let urlPathComponent = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "/;%"))
}

extension Edition {
    /// For pages, as of now.
    static func web(_ snapshot: Snapshot, _ language: Language) -> Edition {
        Edition(settings: snapshot.settings, values: snapshot.values, language: language, date: .today)
    }
}
