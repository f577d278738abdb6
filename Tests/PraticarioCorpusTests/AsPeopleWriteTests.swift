@testable import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Values as people write them, in sheets and in rows alike.
@Suite struct AsPeopleWriteTests {
    private func sheet(_ lines: String) -> ParsedFile {
        ParsedFile(
            Array("---\ntitolo: Orto\ntipo: idea\n\(lines)\n---\n".utf8), path: "schede/x.md", SmallWorld.vocabularies)
    }

    private func row(_ heading: String, _ cell: String) -> ParsedFile {
        let table = "Titolo;Tipo;\(heading)\nOrto;idea;\"\(cell.replacing("\"", with: "\"\""))\"\n"
        let map = "colonne:\n  Titolo: titolo\n  Tipo: tipo\n  \(heading): \(heading)\n"
        return ParsedFile(
            table: Array(table.utf8), map: Array(map.utf8), path: "tabelle/x.csv", SmallWorld.vocabularies)
    }

    private func both(_ field: String, _ text: String) -> [ParsedFile] {
        [sheet("\(field): \"\(text.replacing("\"", with: "\\\""))\""), row(field, text)]
    }

    @Test(arguments: [
        ("sport e anziani", ["sport", "anziani"]), ("Sport/Anziani", ["sport", "anziani"]),
        ("sport - anziani", ["sport", "anziani"]), ("Sport & scuola", ["sport", "scuola"]),
        ("sport, anziani e scuola", ["sport", "anziani", "scuola"]), ("sport ed anziani", ["sport", "anziani"]),
        ("Sport E Scuola", ["sport", "scuola"]), ("dispersione scolastica", ["dispersione"]), ("n.d.", []), ("-", []),
        ("N/D", []), ("non so", []),
    ])
    func `several themes in one text`(text: String, ids: [String]) {
        for file in both("temi", text) {
            #expect(file.sheets.first?.themes == ids, "\(text)")
            #expect(!file.diagnostics.map(\.code).contains(.unknownTheme), "\(text)")
        }
    }

    @Test func `what is not known stays whole`() {
        for file in both("temi", "sport e giardini") {
            #expect(file.sheets.first?.themes == [])
            #expect(
                file.diagnostics.contains { $0.code == .unknownTheme && $0.message.it.contains("«sport e giardini»") })
        }
    }

    @Test(
        arguments: [
            ("Roma (zona Tiburtina)", ["Roma"], "zona Tiburtina"), ("via Mazzini, Roma", ["Roma"], "via Mazzini"),
            ("tutta Italia", ["Italia"], nil), ("Tutto il territorio nazionale", ["Italia"], nil),
            ("nazionale", ["Italia"], nil), ("tutta la Puglia", ["Puglia"], nil),
            ("Roma e Foggia", ["Roma", "Foggia"], nil),
            ("Roma/Foggia", ["Roma", "Foggia"], nil),
            ("Roma (zona Tiburtina) e Foggia (Candelaro)", ["Roma", "Foggia"], "zona Tiburtina; Candelaro"),
            ("l'intera provincia di Foggia", ["Foggia"], nil),
        ] as [(String, [String], String?)])
    func `territories, and where in them`(text: String, names: [String], place: String?) {
        let register = SmallWorld.vocabularies.territories
        for file in both("territori", text) {
            let found = (file.sheets.first?.territories ?? []).map { register[$0]?.name ?? $0 }
            #expect(found == names, "\(text)")
            #expect(file.sheets.first?.place == place, "\(text)")
            #expect(!file.diagnostics.map(\.code).contains(.unknownTerritory), "\(text)")
        }
    }

    @Test func `a place that is stated stays, and what else was told is added`() {
        let file = sheet("territori: \"Roma (zona Tiburtina)\"\nluogo: Biblioteca")
        #expect(file.sheets.first?.place == "Biblioteca; zona Tiburtina")
        let unknown = sheet("territori: \"Roccacannuccia (centro)\"")
        #expect(unknown.sheets.first?.place == nil && unknown.diagnostics.map(\.code).contains(.unknownTerritory))
    }

    @Test(arguments: [
        ("in fase di avvio", PracticeStatus.planned), ("In corso", .active), ("Sì'", .active), ("Si'", .active),
        ("SI", .active),
        ("Sì.", .active), ("terminato", .concluded), ("in pausa", .suspended), ("n.d.", .unknown), ("non so", .unknown),
        ("terminato nel 2021", .concluded), ("sospesa temporaneamente", .suspended), ("non più attivo", .concluded),
        ("attiva dal 2019", .active), ("attualmente sospesa (da marzo 2020)", .suspended),
        ("conclusa a giugno 2022", .concluded),
    ])
    func `states`(text: String, status: PracticeStatus) {
        for file in both("stato", text) {
            #expect(file.sheets.first?.status == status, "\(text)")
            #expect(!file.diagnostics.map(\.code).contains(.unknownValue), "\(text)")
        }
    }

    @Test(arguments: ["n.d.", "N.D.", "nd", "n/a", "-", "--", "?", "…", "Non disponibile", "non so"])
    func `nothing is nothing in every field`(text: String) {
        for field in ["sintesi", "luogo", "inizio", "bisogno"] {
            for file in both(field, text) {
                let entry = file.sheets.first
                #expect(
                    entry?.summary == nil && entry?.place == nil && entry?.start == nil && entry?.needs == nil,
                    "\(field)")
                #expect(!file.diagnostics.contains { $0.severity == .error && $0.code != .missingField }, "\(field)")
            }
        }
    }

    @Test(arguments: ["Nessuna difficoltà.", "No", "N. 5 volontari", "X", "Da definire con il Comune", "D"])
    func `what only looks like nothing is kept`(text: String) {
        for file in both("sintesi", text) { #expect(file.sheets.first?.summary == text) }
    }

    @Test(
        arguments: [
            ("inizio: 2018\nfine: 2019/2020", "2018", "2020"), ("inizio: 2018\nfine: 2021-22", "2018", "2022"),
            ("inizio: 2019/2020\nstato: conclusa", "2019", "2020"), ("inizio: 2019/2020\nstato: attiva", "2019", nil),
            ("inizio: 2018\nfine: 2009-10", "2018", "2009-10"), ("inizio: 2018\nfine: 2019/2021", "2018", nil),
        ] as [(String, String, String?)])
    func `a school year begins in its first year and ends in its second`(lines: String, start: String, end: String?) {
        let entry = sheet(lines).sheets.first
        #expect(entry?.start?.iso8601 == start && entry?.end?.iso8601 == end)
    }

    @Test(arguments: [("2021-22", "2021"), ("2009-10", "2009-10"), ("2021-23", nil)] as [(String, String?)])
    func `a year and a number above twelve is a school year`(text: String, iso: String?) {
        for file in both("inizio", text) { #expect(file.sheets.first?.start?.iso8601 == iso) }
    }

    @Test(
        arguments: [
            ("12 volontari", ["12|volontari"]), ("circa 80 bambini", ["circa 80|bambini"]), ("40", ["40|"]),
            ("3 operatori; 12 volontari", ["3|operatori", "12|volontari"]), ("20-25", ["20-25|"]),
            ("Siamo in pochi", ["Siamo in pochi|"]), ("oltre 1.500 persone anziane", ["oltre 1.500|persone anziane"]),
        ])
    func `how many people, and who`(text: String, people: [String]) {
        let list = text.split(separator: ";").map { "\"\($0)\"" }.joined(separator: ", ")
        for file in [sheet("persone: [\(list)]"), row("persone", text)] {
            #expect(file.sheets.first?.people.map { "\($0.number)|\($0.who ?? "")" } == people, "\(text)")
        }
    }

    @Test(
        arguments: [
            ("Volontari", "12", [], "12 volontari"), ("Quanti beneficiari?", "circa 80", [], "circa 80 beneficiari"),
            ("Beneficiari", "80 giovani", ["giovani"], "80 giovani"), ("Beneficiari", "80", [], "80 beneficiari"),
            ("Beneficiari", "giovani", ["giovani"], ""),
        ] as [(String, String, [String], String)])
    func `a number below a heading counts whom the heading names`(
        heading: String, cell: String, groups: [String], people: String
    ) {
        let table = "Titolo;Tipo;\(heading)\nOrto;idea;\(cell)\n"
        let file = ParsedFile(table: Array(table.utf8), map: nil, path: "tabelle/x.csv", SmallWorld.vocabularies)
        let entry = file.sheets.first
        #expect(entry?.targetGroups == groups)
        let counted = (entry?.people ?? []).map { "\($0.number) \($0.who ?? "")" }
        #expect(counted.joined() == people)
        #expect(!file.diagnostics.map(\.code).contains(.unknownTargetGroup))
    }

    @Test func `costs, whole or in parts`() {
        let whole = sheet("costi: circa 3.000 euro l'anno").sheets.first
        #expect(whole?.costs == [Cost(amount: "circa 3.000 euro l'anno")])
        let parts = sheet(
            "costi: [{importo: 12.000 euro, periodo: all'anno, che_cosa_copre: affitto, chi_paga: il Comune}]")
        #expect(
            parts.sheets.first?.costs
                == [Cost(amount: "12.000 euro", period: "all'anno", covers: "affitto", payer: "il Comune")])
        let without = sheet("costi: [{chi_paga: il Comune}]")
        #expect(without.sheets.first?.costs == [] && without.diagnostics.map(\.code).contains(.missingField))
    }

    @Test func `a yes is nobody who gave a permission`() {
        let file = sheet("permesso: \"Sì'\"")
        #expect(file.sheets.first?.permission == nil)
        #expect(file.diagnostics.contains { $0.code == .unknownValue && $0.message.it.contains("chi ha dato") })
        #expect(sheet("permesso: Rete degli orti").sheets.first?.permission?.by == "Rete degli orti")
    }

    @Test(arguments: [
        ("80 giovani; 20 detenuti", ["giovani", "detenuti"], ["80 giovani", "20 detenuti"]),
        ("80 giovani, 20 detenuti", ["giovani", "detenuti"], ["80 giovani", "20 detenuti"]),
        ("giovani; 20 detenuti", ["giovani", "detenuti"], ["20 detenuti"]),
    ])
    func `several counts in one cell are several`(cell: String, groups: [String], people: [String]) {
        let table = "Titolo;Tipo;Beneficiari\nOrto;idea;\"\(cell)\"\n"
        let file = ParsedFile(table: Array(table.utf8), map: nil, path: "tabelle/x.csv", SmallWorld.vocabularies)
        #expect(file.sheets.first?.targetGroups == groups)
        #expect(file.sheets.first?.people.map { "\($0.number) \($0.who ?? "")" } == people)
    }

    @Test func `an age counts nobody, and counts are not paired with whom another column names`() {
        let ages = ParsedFile(
            table: Array("Titolo;Tipo;Destinatari\nOrto;idea;0-6 anni\n".utf8), map: nil, path: "tabelle/x.csv",
            SmallWorld.vocabularies)
        #expect(ages.sheets.first?.people == [])
        let table = "Titolo;Tipo;Destinatari;Persone;Persone: chi\nOrto;idea;80 giovani;2; operatori\n"
        let file = ParsedFile(table: Array(table.utf8), map: nil, path: "tabelle/x.csv", SmallWorld.vocabularies)
        #expect(
            file.sheets.first?.people == [
                HeadCount(number: "2", who: "operatori"), HeadCount(number: "80", who: "giovani"),
            ])
    }

    @Test func `the words of several names are not taken for one`() {
        for text in ["sport; scuola", "scuola, sport", "sport; sport in carcere", "sport in carcere, sport"] {
            for file in both("temi", text) {
                let wanted = text.replacing(";", with: ",").split(separator: ",").count
                #expect(file.sheets.first?.themes.count == wanted, "\(text)")
            }
        }
    }
}
