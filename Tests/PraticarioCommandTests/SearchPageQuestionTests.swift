import Foundation
import Praticario
import PraticarioSearch
import TestSupport
import Testing

/// Questions put together at random of everything that the query language has, asked of the page and of the program.
@Suite struct SearchPageQuestionTests {
    @Test(arguments: [1, 2, 3])
    func `whatever is asked, the page finds what the program finds, in its order`(seed: Int) throws {
        var random = SeededGenerator(seed)
        let questions = (0..<150).map { _ in QuestionMaker.question(&random) }
        let base = try KnowledgeBase.open(SharedBase.corpus.knowledgeBase.path())
        let pages = try ExportedPage.corpus.answers(questions.map { ["q": [$0]] })
        var found = 0
        for (question, page) in zip(questions, pages) {
            let program = try base.search(question, limit: 1_000)
            #expect(page.ids == program.hits.map(\.id), "\(question)")
            #expect(page.idsWithAllWords == Set(program.hits.filter(\.hasAllWords).map(\.id)), "\(question)")
            found += program.hits.isEmpty ? 0 : 1
        }
        #expect(found > 50)
    }
}

/// Makes questions that people might type, and some that nobody would.
private enum QuestionMaker {
    static func question(_ random: inout SeededGenerator) -> String {
        let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in part(&random) }
        // Where nothing else is asked the page has an order of its own.
        return (random.chance(0.5) ? parts : parts + [random.pick(words)]).joined(separator: " ")
    }

    private static func part(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return random.pick(words)
        case 1: return (random.chance(0.3) ? "-" : "") + written(random.pick(words), &random)
        case 2: return random.pick(["titolo:", "senza:", "title:", "-titolo:"]) + written(random.pick(words), &random)
        case 3: return random.pick(["in ", "a ", ""]) + form(of: random.pick(places), &random)
        case 4: return random.pick(["ordine:titolo", "ordine:data", "sort:date", "ordine:boh", "ordine:rilevanza"])
        default: return filter(&random)
        }
    }

    private static func filter(_ random: inout SeededGenerator) -> String {
        let kind = random.pick(filters)
        let sign = random.pick(["", "", "", "", "-", "senza:"])
        var values = [form(of: random.pick(kind.values), &random)]
        if random.chance(0.2) { values.append(form(of: random.pick(kind.values), &random)) }
        let value = written(values.joined(separator: random.pick([",", ", ", ";"])), &random)
        return sign + random.pick(kind.names) + random.pick([":", ":", ":", ": "]) + value
    }

    /// Between quotes of some sort, or without.
    private static func written(_ value: String, _ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0...2: "\"\(value)\""
        case 3: "«\(value)»"
        case 4: "“\(value)”"
        default: value
        }
    }

    /// Another case, without accents, with a slip, with a word before or behind it.
    private static func form(of value: String, _ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return value.uppercased()
        case 1: return value.lowercased()
        case 2: return value.folding(options: .diacriticInsensitive, locale: nil)
        case 3: return value.replacingOccurrences(of: " ", with: "-")
        case 4:
            var letters = Array(value)
            letters.remove(at: letters.indices.randomElement(using: &random) ?? 0)
            return String(letters)
        case 5: return value + random.pick([".", ",", "!", " e provincia", " e dintorni", " nel 2021", "+"])
        case 6:
            return random.pick([
                "tutta la ", "comune di ", "provincia di ", "prov. ", "regione ", "dell'", "città metropolitana di ",
            ]) + value
        default: return value
        }
    }

    private static let words = [
        "orto", "orti sociali", "anziani soli", "sport", "carcere", "doposcuola", "migrantti", "teatro", "rag*",
        "esempi", "il la", "Roma", "dopo-scuola", "perché", "cooperativa", "bene confiscato", "\"", "a:b", "tema:",
    ]

    private static let places = [
        "Reggio Emilia", "Reggio Calabria", "Reggio nell'Emilia", "Reggio di Calabria", "Alto Adige", "Südtirol",
        "Bolzano",
        "Trentino", "Romagna", "Emilia", "Mezzogiorno", "Sud", "Nord-est", "Italia", "tutta Italia", "nazionale",
        "Foggia", "FG",
        "na", "Napoli", "Roma", "Castro (LE)", "Castro (Lombardia)", "Castro", "Calliano", "Samone (TO)", "Livo",
        "Prato",
        "Aosta", "Valle d'Aosta", "L'Aquila", "La Spezia", "Forlì-Cesena", "Monza e Brianza", "Milano", "16", "058091",
        "9",
        "71", "A001", "Sardegna", "Carbonia-Iglesias", "Valsamoggia", "Crespellano", "Corigliano Calabro", "Puglia",
        "Molise",
        "Peschiera", "San Giovanni", "piemontesi", "napoletano", "Torino", "Bologna", "Trieste",
    ]

    private struct Filter {
        let names: [String]
        let values: [String]
    }

    private static let filters: [Filter] = [
        Filter(names: ["territorio", "territory", "Territorio"], values: places),
        Filter(names: ["comune", "provincia", "regione", "province"], values: places),
        Filter(names: ["vicino", "near", "vicino"], values: places),
        Filter(
            names: ["abitanti", "population"],
            values: [
                "5", "29", "30", "5000", "-5.000", "100000-", "1000-50000", "50000–1000", "3000000-", "2800000-2900000",
                "molti",
                "-", "1-2-3", "10 000",
            ]),
        Filter(
            names: ["stato", "status"],
            values: [
                "attiva", "attivo", "conclusa", "terminato nel 2021", "sospesa dal 3 maggio 2020", "chiusa a mar-18",
                "in corso",
                "conclusa nella primavera 2019", "terminata nel 2021/22", "in_corso", "sì", "ongoing", "in",
                "finita in fretta",
                "attualmente attiva", "terminato il 31.2.2020", "non nota", "attiva (dal 2019)",
            ]),
        Filter(
            names: ["anno", "dal", "year", "since"],
            values: ["2019", "2015-2018", "2018-2015", "2019-", "-2010", "-", "19", "02019", "duemila", "2010–2012"]),
        Filter(names: ["verifica", "verification"], values: ["0", "1", "2+", "3", "4", "0+", "alta", "01"]),
        Filter(
            names: ["tipo", "kind", "type"],
            values: ["pratica", "pratiche", "Idea", "soluzioni", "bisogno", "esperienza", "solution", "boh", "need"]),
        Filter(
            names: ["tema", "temi", "theme"],
            values: [
                "sport", "carcere", "carceri", "giustizia e carcere", "anziani", "anziani soli", "solitudine", "scuola",
                "minori",
                "senzatetto", "senza dimora", "lavoro", "disabili", "disabilità", "the", "beni confiscati", "mafia",
                "Work",
            ]),
        Filter(
            names: ["destinatari", "target"],
            values: [
                "giovani", "giovani e adolescenti", "anziani", "detenuti", "famiglie", "donne", "persone sole", "boh",
            ]),
        Filter(
            names: ["ente", "organizzazione", "organization"],
            values: ["Caritas", "caritas italiana", "UISP", "Libera", "comune", "cooperativa sociale", "nessuno", "di"]),
        Filter(names: ["comunità", "comunita", "community"], values: ["nessuna comunità", "boh"]),
        Filter(
            names: ["raccolta", "collection"],
            values: [
                "sport-e-inclusione", "Sport e inclusione", "dal carcere al lavoro", "anziani-e-prossimita", "boh",
            ]),
    ]
}
