import PraticarioCorpus
import PraticarioSearch
import TestSupport
import Testing
import PraticarioSystem

/// Territories and themes recognised among words, misspelled words, and what is offered around a poor answer.
@Suite struct PlaceTests {
    private func resolve(_ text: String) -> ResolvedQuery {
        QuestionReading(text).resolve(FacetValues(SmallWorld.vocabularies))
    }

    @Test(arguments: [
        ("anziani soli Lazio", ["12"]), ("anziani lazio", ["12"]), ("orto provincia di Foggia", ["071"]),
        ("orto in provincia di foggia", ["071"]), ("orto Foggia", ["071", "071024"]),
        ("orto Foggia e provincia", ["071", "071024"]),
        ("area metropolitana di Napoli", ["063"]), ("città metropolitana di Roma", ["058"]),
        ("San Severo orto", ["071051"]),
        ("orto Castro (LE)", ["075096"]), ("orto Tavoliere", ["area-tavoliere"]), ("orto nel Mezzogiorno", ["4", "5"]),
        ("orto centro anziani", []), ("Italia", []), ("NA", []), ("orto", []), ("\"lazio\"", []), ("-lazio", []),
        ("titolo:lazio", []), ("orto laziale", ["12"]), ("le pugliesi", ["16"]),
        ("anziani napoletani", ["063", "063049"]), ("orto NA", ["063"]), ("orto (FG)", ["071"]), ("RM orto", ["058"]),
        ("orto, LE.", ["075"]), ("orto le", []), ("ORTO NA", []), ("orto XX", []), ("orto N.A.", ["063"]),
        ("orto CE", []),
    ])
    func `a territory is recognised among the words`(text: String, codes: [String]) {
        let query = resolve(text)
        #expect(query.understood.recognized.filter { $0.facet == .territory }.flatMap(\.keys) == codes)
        #expect(query.filters.isEmpty)
    }

    @Test(arguments: [
        ("abbandono scolastico a Foggia", ["dispersione"]), ("sport in carcere", ["sport-in-carcere"]),
        ("terza età", ["anziani"]),
        ("orto", []),
    ])
    func `a theme is recognised by any of its labels, the longest first`(text: String, ids: [String]) {
        #expect(resolve(text).understood.recognized.filter { $0.facet == .theme }.flatMap(\.keys) == ids)
    }

    @Test func `two capitals stand for the province in sheets and filters`() throws {
        let place = try #require(resolve("orto LE").understood.recognized.first)
        #expect(place.text == "LE" && place.filter == "territorio:\"provincia di Lecce\"")
        let searcher = searcher([
            sheet("Orto", "Roma"), sheet("Le schede e le ore", "Napoli"), sheet("Orto", "Castro (LE)"),
        ])
        let results = try searcher.answer("orto LE")
        #expect(results.hits.map(\.id) == ["s2", "s0"])
        #expect(results.query.absent == [])
    }

    @Test(arguments: ["Capitanata e Salento", "progetti in Capitanata e Salento"])
    func `a name for several provinces finds the sheets from each`(text: String) throws {
        let searcher = searcher([sheet("Orto", "Roma"), sheet("Sartoria", "Lecce"), sheet("Banda", "San Severo")])
        let results = try searcher.answer(text)
        #expect(Set(results.hits.map(\.id)) == ["s1", "s2"])
        #expect(results.query.absent == [])
    }

    @Test(arguments: [
        ("orto gatto", ["gatto"]), ("mio figlio vuole un gatto e un orto", []),
        ("abbiamo un orto e un gattile", ["gattile"]),
        ("il mio \"gatto\" e un orto", ["gatto"]), ("orto ippoterapia", ["ippoterapia"]),
        ("mia figlia cerca un orto con ippoterapia", ["ippoterapia"]), ("sono gatti nell'orto", ["gatti"]),
    ])
    func `a common word of who tells a need is not told to be missing`(text: String, absent: [String]) throws {
        #expect(try searcher([sheet("Orto", "Roma")]).answer(text).query.absent == absent)
    }

    @Test(arguments: [
        ("abbandonano la scuola", []), ("il rischio di abbandono scolastico", ["Dispersione scolastica"]),
        ("abbandoni scolastici", ["Dispersione scolastica"]), ("abbandono", []), ("scolastico abbandono", []),
        ("terza età", ["Anziani"]), ("\"abbandono scolastico\"", ["Dispersione scolastica"]),
        ("le attività motorie degli anziani soli", ["Sport", "Solitudine degli anziani"]),
    ])
    func `several words side by side name a theme, whose label counts as one more`(text: String, labels: [String])
        throws
    {
        let archive = searcher([sheet("Calcio", "Roma", themes: "dispersione"), sheet("Abbandono", "Roma")])
        let query = ThemesInWords.adding(to: resolve(text), archive.values.vocabularies)
        #expect(query.terms.filter { $0.role == .broader }.map(\.text) == labels)
        #expect(
            query.told(documentFrequencies: query.terms.flatMap { $0.patterns.map { _ in 0 } }).absent.allSatisfy {
                !labels.contains($0)
            })
    }

    @Test(arguments: [
        ("vicino:foggia", "vicino:foggia"), ("abitanti:-5000", "abitanti:-5000"),
        ("abitanti:5.000-", "abitanti:5.000-"),
        ("abitanti:1000-5000", "abitanti:1000-5000"),
    ])
    func `borders and residents are filters of territories`(text: String, understood: String) {
        let query = QuestionReading(text).resolve(FacetValues(Self.vocabularies))
        #expect(query.understood.text == understood)
        #expect(query.filters.map(\.facet) == [.territory])
        #expect(query.understood.diagnostics == [])
    }

    /// The small world with residents and borders.
    private static let vocabularies: Vocabularies = {
        let lines = SmallWorld.territories.split(separator: "\n").map { line -> String in
            if line.hasPrefix("code") { return line + "\tpopulation\tneighbours" }
            if line.hasPrefix("071024") { return line + "\t140000\t071051" }
            if line.hasPrefix("071051") { return line + "\t4000\t071024" }
            if line.hasPrefix("16\t") { return line + "\t\t15" }
            if line.hasPrefix("15\t") { return line + "\t\t16" }
            return line + (line.hasPrefix("#") ? "" : "\t\t")
        }
        return Vocabularies.read { file in
            switch file {
            case .themes: Array(SmallWorld.themes.utf8)
            case .targetGroups: Array(SmallWorld.targetGroups.utf8)
            case .territories: Array((lines.joined(separator: "\n") + "\n").utf8)
            case .areas: Array(SmallWorld.areas.utf8)
            }
        }.vocabularies
    }()

    private func searcher(_ sheets: [String]) -> LinearSearcher {
        let files = sheets.enumerated().map { index, text in
            ParsedFile(Array(text.utf8), path: "schede/s\(index).md", Self.vocabularies)
        }
        return LinearSearcher(
            Corpus(vocabularies: Self.vocabularies, files: files, today: PartialDate(year: 2026, month: 11, day: 25)!))
    }

    private func sheet(_ title: String, _ territory: String, themes: String = "sport") -> String {
        "---\ntitolo: \(title)\ntipo: pratica\ntemi: [\(themes)]\nterritori: [\(territory)]\n---\n"
    }

    @Test func `sheets on the subject from the territory come first, the others stay`() throws {
        let searcher = searcher([
            sheet("Anziani soli anziani soli", "Roma"), sheet("Anziani soli", "San Severo"),
            sheet("Anziani soli a Foggia", "Lombardia"),
        ])
        let results = try searcher.answer("anziani soli Foggia")
        #expect(results.hits.map(\.id) == ["s1", "s2", "s0"])
        #expect(results.total == 3)
        #expect(results.totalInPlace == 1)
        #expect(results.hits[0].standing.isInPlace)
    }

    @Test func `a sheet from the territory that has but a common word of the subject stays behind`() throws {
        let searcher = searcher([
            sheet("Orto dei ragazzi autistici", "Roma"), sheet("Ragazzi in squadra", "San Severo"),
            sheet("Ragazzi e doposcuola", "Lecce"), sheet("Ragazzi", "Napoli"),
        ])
        let results = try searcher.answer("ragazzi autistici Foggia")
        #expect(results.hits.first?.id == "s0")
        #expect(results.totalInPlace == 0)
        #expect(results.offered.flatMap(\.hits).map(\.id).allSatisfy { $0 == "s0" })
        #expect(try searcher.answer("ragazzi foggiani").hits.first?.id == "s1")
    }

    @Test func `a comune finds its area, an area its comuni`() throws {
        let searcher = searcher([sheet("Orto", "San Severo"), sheet("Orto", "Tavoliere"), sheet("Orto", "Roma")])
        #expect(try searcher.answer("territorio:tavoliere").hits.map(\.id) == ["s0", "s1"])
        #expect(try searcher.answer("territorio:puglia").hits.map(\.id) == ["s0", "s1"])
        #expect(try searcher.answer("vicino:\"Foggia (FG)\"").hits.map(\.id) == ["s0"])
        #expect(try searcher.answer("abitanti:-5000").hits.map(\.id) == ["s0"])
    }

    @Test func `a poor answer is widened, apart and labelled`() throws {
        let searcher = searcher([
            sheet("Orto", "San Severo"), sheet("Orto", "Lecce"), sheet("Orto", "Napoli"), sheet("Orto", "Italia"),
            sheet("Orto", "Como"),
        ])
        let results = try searcher.answer("orto territorio:\"Foggia (FG)\"")
        #expect(results.total == 0)
        #expect(
            results.offered.map(\.label.it) == [
                "Nella provincia di Foggia", "In regione: Puglia", "Nelle regioni vicine: Campania",
                "Di livello nazionale",
            ])
        #expect(results.offered.map { $0.hits.map(\.id) } == [["s0"], ["s1"], ["s2"], ["s3"]])
        #expect(try searcher.answer("orto").offered.isEmpty)
    }

    @Test(arguments: [
        ("azniani", "anziani"), ("anzani", "anziani"), ("annziani", "anziani"), ("anzioni", "anziani"),
        ("dposcuolla", "doposcuola"), ("dopsocula", "doposcuola"), ("doposqulla", "doposcuola"),
    ])
    func `a word that no sheet has is searched in the nearest spelling, and told`(typed: String, meant: String) throws {
        let searcher = searcher([sheet("Anziani e doposcuola", "Roma"), sheet("Squadra", "Roma")])
        let results = try searcher.answer(typed)
        #expect(results.query.corrections.map { [$0.typed, $0.replacement] } == [[typed, meant]])
        #expect(results.hits.map(\.id) == ["s0"])
        #expect(try searcher.answer("\"\(typed)\"").total == 0)
    }

    @Test(arguments: ["anziane", "xyzxyz", "abc", "12345", "foggia", "scuole", "anzitutto", "toposcuolla", "quadra"])
    func `nothing is corrected that is right, or like nothing`(text: String) throws {
        let searcher = searcher([sheet("Anziani e doposcuola", "Roma")])
        #expect(try searcher.answer(text).query.corrections == [])
    }

    @Test func `words that only ask decide nothing beside words that tell`() throws {
        let searcher = searcher([
            sheet("Orto", "Roma"), sheet("Esempi di squadra", "Roma"),
            sheet("Progetto esempio", "Roma", themes: "anziani"),
        ])
        let results = try searcher.answer("esempi di progetti come l'orto")
        #expect(results.hits.map(\.id) == ["s0"])
        #expect(results.hits[0].hasAllWords)
        #expect(results.query.wordCount == 1)
        // Where nothing else is asked for, they are words like others.
        #expect(try searcher.answer("esempi").total == 2)
        #expect(try searcher.answer("esempi Roma").hits.first?.id == "s1")
    }

    @Test func `a theme without sheets steps up to the one above, and says so`() throws {
        let searcher = searcher([sheet("Squadra", "Roma"), sheet("Orto", "Roma", themes: "anziani")])
        let results = try searcher.answer("rugby in carcere")
        #expect(results.hits.map(\.id) == ["s0"])
        #expect(results.query.absent == ["rugby", "carcere"])
        #expect(
            results.query.notes.map(\.it) == [
                "il tema «Rugby in carcere» non ha ancora schede: cercato anche il più ampio «Sport»"
            ])
        #expect(
            try searcher.answer("dispersione scolastica").query.notes.map(\.it) == [
                "il tema «Dispersione scolastica» c'è, ma non ha ancora schede"
            ])
        #expect(try searcher.answer("orto").query.notes == [])
    }

    @Test func `what no sheet has is told, but for territories and words that ask`() throws {
        let searcher = searcher([sheet("Orto", "Roma")])
        #expect(
            try searcher.answer("orto zappa \"orto grande\" bocc* bandi Foggia").query.absent == [
                "zappa", "orto grande", "bocc*",
            ])
        #expect(try searcher.answer("orto -zappa").query.absent == [])
        #expect(try searcher.answer("orto dell'alzheimer (zappa)").query.absent == ["alzheimer", "zappa"])
    }

    @Test func `an empty answer proposes themes and territories that have sheets`() throws {
        let searcher = searcher([sheet("Squadra", "Roma", themes: "anziani")])
        #expect(try searcher.answer("\"anziane\"").proposals.map(\.filter) == [])
        #expect(try searcher.answer("nonni -squadra").proposals.map(\.filter) == ["tema:Anziani"])
    }

    @Test func `similar sheets share rare words`() throws {
        let searcher = searcher([
            sheet("Rugby in carcere", "Roma", themes: "sport in carcere"),
            sheet("Rugby dietro le mura del carcere", "Napoli"),
            sheet("Orto", "Roma", themes: "anziani"),
        ])
        let entry = try #require(try searcher.entry(id: "s0"))
        #expect(try searcher.similar(to: entry, limit: 5).first?.id == "s1")
        #expect(try searcher.similar(to: entry, limit: 5).contains { $0.id == "s0" } == false)
    }

    @Test func `an explanation adds up to the score`() throws {
        let searcher = searcher([sheet("Orto e orti", "Roma"), sheet("Squadra", "Roma")])
        var options = SearchRequest()
        options.explains = true
        let hit = try #require(try searcher.answer("orto squadra", options).hits.first)
        #expect(abs(hit.explanation.map(\.value).reduce(0, +) - hit.score) < 1e-9)
        #expect(hit.explanation.map(\.kind) == [.family, .exact, .family, .exact, .share])
    }
}
