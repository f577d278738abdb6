import Praticario
import PraticarioCorpus
import PraticarioSearch
import TestSupport
import Testing

/// What waits, of sheets in files and in rows.
struct ReviewTests {
    private let base: TemporaryBase
    private let knowledgeBase: KnowledgeBase

    init() throws {
        let base = try TemporaryBase()
        func sheet(_ id: String, _ title: String, _ more: String = "") throws {
            try base.write(
                "---\ntitolo: \(title)\ntipo: pratica\nterritori: Foggia\ntemi: sport\n\(more)---\n## Che cosa si fa\n\nSi lavora.\n",
                to: "schede/\(id).md")
        }
        try sheet("vecchia", "Teatro di paese", "da_rivedere_entro: 2020-01-01\npubblicazione: in verifica\n")
        try sheet("nuova", "Banda musicale", "da_rivedere_entro: 2999-01-01\n")
        try sheet("orto", "Orto sociale di via Roma")
        try sheet("orto-2", "Orto sociale in via Roma")
        try sheet("cucina", "Cucina popolare di quartiere")
        try sheet("cucina-2", "Cucina popolare nel quartiere", "collegate:\n  simile_a: [cucina]\n")
        try base.write("id,Titolo\nriga-1,Corso di scacchi\nriga-2,Gita al lago\n", to: "tabelle/t.csv")
        try base.write(
            "colonne: {id: id, Titolo: titolo}\nvalori: {tipo: idea, territori: Bari, da_rivedere_entro: 2021-05-01}\n",
            to: "tabelle/t.yaml")
        knowledgeBase = try KnowledgeBase.open(base.folder.root, environment: [:])
        self.base = base
    }

    @Test func `each list has its sheets`() throws {
        let review = try knowledgeBase.review()
        #expect(review.inReview.map(\.entry.id) == ["vecchia"])
        #expect(review.drafts.count == 7 && !review.drafts.map(\.entry.id).contains("vecchia"))
        // Also where a table says it once for all of its rows.
        #expect(review.overdue.map(\.entry.id) == ["riga-1", "riga-2", "vecchia"])
        // Two that say that they resemble each other are known to.
        #expect(review.alike.map(\.entry.id) == ["orto"])
        #expect(review.alike[0].problems.map(\.code).contains(.nearDuplicate))
        for (list, items) in Review.List.allCases.map({ ($0, review[keyPath: $0.items]) }) {
            #expect(try knowledgeBase.snapshot().reviewOutline().count(of: list) == items.count)
        }
    }

    @Test func `of a long list the first are read`() throws {
        let snapshot = knowledgeBase.snapshot()
        let outline = try snapshot.reviewOutline()
        let first = try snapshot.review(outline, first: 2)
        #expect(first.drafts == Array(try knowledgeBase.review().drafts.prefix(2)))
        #expect(first.overdue.count == 2 && first.inReview.count == 1 && outline.count(of: .drafts) == 7)
    }
}
