import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// Pages as values.
@Suite struct PageTests {
    private let base: TemporaryBase
    private let knowledgeBase: KnowledgeBase

    init() throws {
        base = try TemporaryBase()
        for (name, title, place) in [
            ("uno", "Orto sociale", "Foggia"), ("due", "Orto di tutti", "Bari"), ("tre", "Teatro", "Puglia"),
        ] {
            try base.write(
                "---\ntitolo: \(title)\ntipo: pratica\nterritori: \(place)\ntemi: sport\npubblicazione: pubblicata\n---\n## Che cosa si fa\n\nSi lavora.\n",
                to: "schede/\(name).md")
        }
        try base.write(
            "---\ntitolo: Orti\nsintesi: Scelti da noi.\n---\n## Prima\n\n- [Uno](scheda:uno) — Per **cominciare**.\n- [Tre](scheda:tre)\n",
            to: "raccolte/orti.md")
        knowledgeBase = try KnowledgeBase.open(base.folder.root, environment: [:])
    }

    private func search(_ state: SearchState, _ language: Language = .italian) throws -> SearchPage {
        try SearchPage(state, knowledgeBase.snapshot(), language, isOwner: true)
    }

    @Test func `the page shows what the command finds, in its order`() throws {
        let page = try search(SearchState().asking("orto"))
        let found = try knowledgeBase.search("orto")
        #expect(page.hits.map(\.address) == found.hits.map { SheetPage.address(of: $0.id) })
        #expect(page.count == "2 schede" && !page.isEmpty && page.pager == nil)
    }

    @Test func `a box leaves as many sheets as it says`() throws {
        let page = try search(SearchState().asking("orto"))
        let boxes = page.facets.flatMap { facet in facet.boxes.values.flatMap(\.withChildren) }
        #expect(boxes.count > 5)
        for box in boxes {
            let facet = try #require(Facet.allCases.first { SearchState.name(of: $0) == box.name })
            let narrowed = try search(SearchState().asking("orto").adding(box.key, to: facet))
            #expect(narrowed.count == (box.count == 1 ? "1 scheda" : "\(box.count) schede"), "\(box.label)")
            #expect(narrowed.chips.map(\.label).count == 1)
            #expect(narrowed.chips.first?.address == SearchState().asking("orto").address)
        }
    }

    @Test func `what was misspelled is told, with a way to insist`() throws {
        let page = try search(SearchState().asking("teatrro"))
        #expect(page.corrections.map(\.text) == ["«teatrro» non c'è in nessuna scheda: cercato «teatro»"])
        let insisting = try #require(page.corrections.first?.insist)
        #expect(SearchState(FormFields(encoded: String(insisting.split(separator: "?")[1]))).text == "\"teatrro\"")
    }

    @Test func `what no sheet is about is said`() throws {
        #expect(try search(SearchState().asking("dislessia")).absent == "nessuna scheda parla di «dislessia»")
        #expect(try search(SearchState().asking("dislessia"), .english).absent == "no sheet is about «dislessia»")
    }

    @Test func `a page past the last one leads back`() throws {
        let page = try search(SearchState().at(page: 7))
        #expect(page.hits.isEmpty && page.pager?.previous == SearchState().address && page.pager?.next == nil)
    }

    @Test func `a collection keeps its order, headings and notes`() throws {
        let page = try CollectionPage("orti", knowledgeBase.snapshot(), .italian)
        #expect(page.title == "Orti" && page.summary == "Scelti da noi.")
        #expect(page.parts.compactMap { $0.hit?.address } == ["/schede/uno", "/schede/tre"])
        #expect(page.parts.first?.prose?.contains("<h2>Prima</h2>") == true)
        #expect(page.parts.compactMap(\.note).first?.contains("<strong>cominciare</strong>") == true)
    }

    @Test func `what is not there is not found`() throws {
        #expect(throws: WebProblem.self) { try SheetPage("nulla", knowledgeBase.snapshot(), .italian) }
        #expect(throws: CollectionProblem.self) { try CollectionPage("nulla", knowledgeBase.snapshot(), .italian) }
    }

    @Test(arguments: [
        ("manca `temi`: serve almeno un tema (elenco: praticario themes)", "manca `temi`: serve almeno un tema"),
        (
            "«x» ha errori (manca `temi`): correggila; tutti gli errori: praticario check",
            "«x» ha errori (manca `temi`): correggila"
        ), ("there is no sheet “x”: look for it with praticario search", "there is no sheet “x”"),
        ("«praticario» è il nome: sì", "«praticario» è il nome: sì"),
        (
            "troppo grande; `praticario attach` la rimpicciolisce",
            "troppo grande; `praticario attach` la rimpicciolisce"
        ),
    ])
    func `a page sends nobody to a command`(said: String, shown: String) {
        #expect(PageSentence.of(LocalizedText(it: said, en: said)).it == shown)
    }

    @Test func `a moment is said in the language of the page`() throws {
        let date = try Date("2026-05-14T10:30:00Z", strategy: .iso8601)
        #expect(date.day(in: .italian) == "14 mag 2026" && date.day(in: .english) == "14 May 2026")
        #expect(date.moment(in: .italian).hasPrefix("14 mag 2026"))
        #expect(!date.moment(in: .italian).contains("AM"))
    }

    @Test func `who may write is told on an empty first page where to begin`() throws {
        let base = try TemporaryBase()
        let snapshot = try KnowledgeBase.open(base.folder.root, environment: [:]).snapshot()
        func shown(_ role: Role?) throws -> String {
            let viewer = role.map { role in
                Viewer(
                    person: Person(id: "anna", name: "Anna", role: role), session: .none, formToken: "x")
            }
            let page = try HomePage(snapshot, .italian, for: viewer)
            return PageWriter().html(page, in: Frame(of: page, at: PagePlace(path: "/"), snapshot))
        }
        #expect(try shown(.editor).contains("href=\"/scrivi\"") && shown(.editor).contains("href=\"/importa\""))
        #expect(try shown(.member).contains("href=\"/scrivi\"") && !shown(.member).contains("href=\"/importa\""))
        #expect(try !shown(nil).contains("href=\"/scrivi\""))
    }

    @Test func `templates say only words that there are, and all of them`() {
        let templates = Templates.files.filter { $0.name.hasSuffix(".mustache") }.map { "\($0.text)" }.joined()
        let said = Set(templates.matches(of: #/say\.(\w+)/#).map { String($0.1) })
        #expect(said == Set(PageWords.rows.map(\.name)))
        #expect(PageWords.rows.allSatisfy { !$0.it.isEmpty && !$0.en.isEmpty })
    }

    /// Or a template would not find it.
    @Test func `what tells its names itself tells all of them`() throws {
        let hits = try knowledgeBase.search("orto").hits.map { HitView($0, knowledgeBase.values, .italian) }
        let links = [
            PageLink(label: "a", address: "/b", count: 3), PageLink(label: "a", address: "/b", isCurrent: true),
        ]
        #expect(hits.count == 2)
        for value in hits as [any TemplateFields] + links {
            #expect(value.fields == TemplateValue.fields(of: Mirror(reflecting: value)))
        }
    }

    /// By characters a quotation mark with an accent on it is none.
    @Test func `what was typed stays where it is written`() throws {
        let page = try search(SearchState().asking("\"\u{338} autofocus mio=\"\u{200D}"))
        let html = PageWriter().html(page, in: Frame(of: page, at: PagePlace(path: "/cerca"), knowledgeBase.snapshot()))
        #expect(
            html.unicodeScalars.split(separator: "\"").map { String($0) }.contains {
                $0.hasPrefix("&quot;\u{338} autofocus")
            })
        #expect(!html.hasBytes(of: "mio=\""))
    }

    @Test func `a sheet without a summary does not take that of what it stands in`() throws {
        let page = try CollectionPage("orti", knowledgeBase.snapshot(), .italian)
        let html = PageWriter().html(
            page, in: Frame(of: page, at: PagePlace(path: "/raccolte/orti"), knowledgeBase.snapshot()))
        #expect(html.components(separatedBy: "Scelti da noi.").count == 2)
    }
}

extension FacetView.Value {
    fileprivate var withChildren: [FacetView.Value] { [self] + children.flatMap(\.withChildren) }
}
