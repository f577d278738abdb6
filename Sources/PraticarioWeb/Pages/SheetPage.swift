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
    /// What it says of others, and others of it.
    let related: [Relation]
    /// Sheets of bodies that took it up.
    let adopters: [PageLink]
    /// What its organization took up elsewhere.
    let takenUp: [PageLink]
    /// What communities did with it; nothing for those who may not see communities.
    let uses: [Use]
    let similar: [HitView]
    let collections: [PageLink]
    /// The themes and territories, to find more.
    let more: [PageLink]
    /// Its territory on the map, where it is within a region.
    let map: String?
    let downloads: [PageLink]
    /// Writes to who keeps the knowledge base; who may propose does so in the form.
    let correction: String?
    let updated: String?
    /// Who changed it last, told to those who have come in.
    let updatedBy: String?
    let isDraft: Bool
    /// What was done to it just now.
    let done: String?
    /// Where it is changed, for who may.
    let edit: String?
    /// Where its pictures and papers are changed, for who may.
    let files: String?
    /// Where a change is proposed, for who may not make it.
    let propose: String?
    /// Where it is published, taken back, deleted, for who may.
    let state: String?
    /// What it said before, for who may.
    let history: String?
    /// The collections that it may be added to, for who may.
    let mayJoin: [PageLink]
    let address: String
    /// Its whole address, to hand on; `nil` where nobody else could open it.
    let share: Share?

    struct Share: Sendable {
        let address: String
        /// A letter that is begun, to whom one likes.
        let letter: String
    }

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

    /// Where a picture or a paper of a sheet is.
    static func file(_ name: String, of id: String) -> String {
        address(of: id) + "/file/" + (name.addingPercentEncoding(withAllowedCharacters: .urlPathComponent) ?? name)
    }

    /// - Parameters:
    ///   - viewer: who looks at it.
    ///   - done: see `DoneWords`.
    ///   - origin: of a server that others may ask: scheme, name and port.
    ///   - last: what was done to it last, where that is known.
    /// - Throws: `WebProblem.notFound`.
    init(
        _ id: String, _ snapshot: Snapshot, _ language: Language, for viewer: Viewer? = nil, done: String? = nil,
        origin: String? = nil, last: (Entry) -> Edit? = { _ in nil }
    ) throws {
        guard let entry = try snapshot.entry(id) else { throw WebProblem.notFound }
        let values = snapshot.values
        title = entry.title
        // What it has to do with others stands below, by their titles.
        var alone = entry
        alone.relations = []
        html = HTMLFragments(
            .web(snapshot, language), link: { snapshot.has($0) ? Self.address(of: $0) : nil }, file: Self.file
        ).sheet(alone)
        let relations = try snapshot.relations(of: id)
        related = relations.related.map { related in
            Relation(
                kind: related.label[language],
                link: PageLink(label: related.head.title, address: Self.address(of: related.head.id)))
        }
        adopters = relations.adopters.map {
            PageLink(label: $0, address: SearchState().adding($0, to: .organization).address)
        }
        takenUp = relations.takenUp.map {
            PageLink(label: $0.head.title, address: Self.address(of: $0.head.id))
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
        let register = snapshot.vocabularies.territories
        map = entry.territories.first { code in
            register.position(of: code).map(register.pathToTop)?.contains { register.level(of: $0) == .region } ?? false
        }.map { TerritoriesPage.address(SearchState().adding($0, to: .territory)) }
        downloads = DownloadFormat.ofOne.map { format in
            PageLink(label: format.label[language], address: "\(Self.address(of: id))/scarica/\(format.name)")
        }
        let edit = viewer?.seesEverything == true ? last(entry) : nil
        updatedBy = edit?.author?.name
        updated =
            entry.updated.map { $0.text(in: language) }
            ?? edit.map { $0.date.day(in: language) }
        isDraft = entry.publication != .published
        self.done = DoneWords.sentence(done, language)
        let writer = viewer.flatMap { $0.may(.member) ? $0 : nil }
        let isToPropose = writer.map { SheetSaving.isToPropose(by: $0, on: entry) } ?? false
        correction =
            writer == nil
            ? snapshot.settings.contactPoint.flatMap { Self.letter(to: $0, about: entry, language) } : nil
        address = Self.address(of: id)
        share = origin.map { Self.share(entry, at: $0 + Self.address(of: id)) }
        mayJoin =
            viewer?.may(.editor) != true
            ? []
            : snapshot.collections().filter { !$0.entries.contains { $0.id == id } }.map {
                PageLink(label: $0.title, address: $0.id)
            }
        state = viewer?.may(.editor) == true ? StatePage.address(of: id) : nil
        history = viewer?.may(.editor) == true ? SheetHistoryPage.address(of: id) : nil
        files = writer != nil && !isToPropose ? FilesPage.address(of: id) : nil
        self.edit = writer != nil && !isToPropose ? SheetFormPage.address(of: id) : nil
        propose = isToPropose ? SheetFormPage.address(of: id) : nil
    }

    private static func share(_ entry: Entry, at address: String) -> Share {
        func encoded(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        let text = [entry.title, entry.summary, address].compactMap(\.self).joined(separator: "\r\n\r\n")
        return Share(
            address: address, letter: "mailto:?subject=\(encoded(entry.title))&body=\(encoded(text))")
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
        var edition = Edition(
            settings: snapshot.settings, values: snapshot.values, language: language, date: .today)
        edition.files = SheetFiles(snapshot.folder)
        return edition
    }
}
