import Foundation
import PraticarioCorpus
import TestSupport
import Testing

/// Names of places as people write them, on the real register.
@Suite struct TerritoryTests {
    private static let register: TerritoryRegister = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "corpus/vocabolari/territori.tsv")
        let bytes = (try? Data(contentsOf: file)).map(Array.init) ?? []
        let (register, diagnostics) = TerritoryRegister.read(bytes, path: "territori.tsv")
        precondition(diagnostics.isEmpty, "\(diagnostics)")
        return register
    }()

    private func codes(_ positions: [Int]) -> [String] {
        positions.map { Self.register.territories[$0].code }
    }

    @Test(arguments: [
        ("Foggia", "071024"), ("foggia", "071024"), ("provincia di Foggia", "071"), ("Provincia dell'Aquila", "066"),
        ("provincia di La Spezia", "011"), ("provincia della Spezia", "011"), ("L’Aquila", "066049"),
        ("L'AQUILA", "066049"),
        ("Reggio nell'Emilia", "035033"), ("Reggio Emilia", "035033"), ("Forli", "040012"), ("Bolzano/Bozen", "021008"),
        ("Bozen", "021008"), ("Castro (LE)", "075096"), ("Castro (Lecce)", "075096"), ("San Teodoro (SS)", "113021"),
        ("San Teodoro (OT)", "113021"),
        ("NA", "063"), ("058091", "058091"), ("001272", "001272"), ("Molise", "14"), ("Valle d'Aosta", "02"),
        ("regione Lazio", "12"), ("Emilia Romagna", "08"), ("emilia-romagna", "08"), ("Italia", "IT"),
        ("città metropolitana di Napoli", "063"), ("area metropolitana di Bari", "072"), ("comune di Roma", "058091"),
        ("Monza e della Brianza", "108"), ("Verbano-Cusio-Ossola", "103"), ("Sud Sardegna", "111"),
        ("Sovizzo", "024128"),
        ("090064", "112050"), ("90064", "112050"), ("090", "112"), ("SU", "111"), ("Carbonia (SU)", "119003"),
        ("provincia del Sulcis Iglesiente", "119"), ("Carbonia-Iglesias", "119"), ("Ogliastra", "116"), ("OT", "113"),
        ("città metropolitana di Sassari", "112"), ("provincia della Gallura Nord-Est Sardegna", "113"),
        ("Castegnero Nanto", "024129"), ("libero consorzio comunale di Agrigento", "084"), ("prov. di Foggia", "071"),
    ])
    func `a name in a sheet means one territory`(name: String, code: String) {
        guard case .positions(let positions) = Self.register.meaning(ofSheetValue: name) else {
            Issue.record("\(name): \(Self.register.meaning(ofSheetValue: name))")
            return
        }
        #expect(codes(positions) == [code])
    }

    @Test(arguments: ["Castro", "Livo", "Peglio", "Samone", "San Teodoro"])
    func `a homonym without its sigla is ambiguous`(name: String) {
        guard case .ambiguous(let positions) = Self.register.meaning(ofSheetValue: name) else {
            Issue.record("\(name) is not ambiguous")
            return
        }
        #expect(positions.count == 2)
    }

    @Test(arguments: ["Rmoa", "", "provincia di Castro", "Castro (ZZ)", "'; DROP TABLE", "Mezzo"])
    func `what names nothing is unknown`(name: String) {
        #expect(Self.register.meaning(ofSheetValue: name) == .unknown)
    }

    @Test(arguments: [
        ("foggia", ["071", "071024"]), ("FG", ["071"]), ("provincia di foggia", ["071"]), ("mezzogiorno", ["4", "5"]),
        ("nord", ["1", "2"]), ("sud", ["4"]), ("isole", ["5"]), ("friuli", ["06"]), ("alto adige", ["021"]),
        ("val d'aosta", ["02"]), ("castro", ["016065", "075096"]), ("atlantide", []),
    ])
    func `a name in a query means all that it can`(name: String, expected: [String]) {
        #expect(codes(Self.register.positions(ofQueryValue: name)).sorted() == expected.sorted())
    }

    @Test func `a suppressed comune leads to its successor`() throws {
        let ronago = try #require(Self.register.positions(named: "Ronago").first)
        #expect(Self.register.territories[ronago].isSuppressed)
        let path = Self.register.pathToTop(from: ronago).map { Self.register.territories[$0].name }
        #expect(path == ["Ronago", "Uggiate con Ronago", "Como", "Lombardia", "Nord-ovest", "Italia"])
    }

    @Test func `a comune is found in the province that it was in, and lies first in that of today`() throws {
        let carbonia = try #require(Self.register.position(of: "119003"))
        let path = Self.register.pathToTop(from: carbonia).map { Self.register.code(of: $0) }
        #expect(path == ["119003", "119", "20", "111", "5", "IT"] || path.prefix(2) == ["119003", "119"])
        #expect(path.contains("111") && !path.contains("118"))
        let units = Self.register.territories.indices.filter { position in
            Self.register.pathToTop(from: position).contains { Self.register.code(of: $0) == "111" }
        }
        #expect(units.count == 107 + 1)
    }

    @Test func `a province that is no more leads to those of today, and what has only a new code to itself`() throws {
        let south = try #require(Self.register["111"])
        #expect(south.isSuppressed && south.successors == ["114", "116", "117", "118", "119"])
        #expect(Self.register["092"]?.code == "118" && Self.register["092"]?.isSuppressed == false)
        #expect(Self.register["091037"]?.name == "Lanusei" && Self.register["091037"]?.parent == "116")
        let packed = try #require(TerritoryRegister(packed: Self.register.packed))
        #expect(packed["091037"] == Self.register["091037"])
    }

    @Test(arguments: [
        "Fiorano", "Bologan", "Castelnuovo Berardega", "Reggio", "Forli", "Bozzen", "Sant'Angelo", "Valle d'Aosa",
        "Cantalupa Ligure",
        "Zzyzx", "San", "Riva", "Nizza Monferato", "Napli", "Vallée d'Aoste", "RE", "",
    ])
    func `the names near to a word are those that going through all names gives`(word: String) {
        #expect(Self.register.names(near: word) == Suggestion.near(word, Array(Self.register.allNames)))
    }

    @Test func `all names are those of the territories, in their order`() {
        let names = Self.register.territories.flatMap { [$0.name] + $0.alternativeNames }
        #expect(Array(Self.register.allNames) == names && names.count > Self.register.territories.count)
    }

    @Test func `the register has the units that Italy had`() {
        let territories = Self.register.territories
        #expect(territories.count { $0.level == .division } == 5)
        #expect(territories.count { $0.level == .region } == 20)
        #expect(territories.count { $0.level == .province && $0.validTo == nil } == 110)
        let day = "2024-01-22"
        let standing = territories.count {
            $0.level == .municipality && ($0.validFrom ?? "") <= day && ($0.validTo ?? "9999") >= day
        }
        #expect(standing == 7_896)
        #expect(territories.allSatisfy { $0.parent != nil || $0.level == .country })
        #expect(territories.allSatisfy { $0.level != .municipality || $0.sigla?.count == 2 })
        #expect(territories.allSatisfy { territory in territory.parent.map { Self.register[$0] != nil } ?? true })
        #expect(territories.allSatisfy { territory in territory.successors.allSatisfy { Self.register[$0] != nil } })
    }
}
