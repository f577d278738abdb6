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
        ("Bozen", "021008"), ("Castro (LE)", "075096"), ("Castro (Lecce)", "075096"), ("San Teodoro (SS)", "090092"),
        ("NA", "063"), ("058091", "058091"), ("001272", "001272"), ("Molise", "14"), ("Valle d'Aosta", "02"),
        ("regione Lazio", "12"), ("Emilia Romagna", "08"), ("emilia-romagna", "08"), ("Italia", "IT"),
        ("città metropolitana di Napoli", "063"), ("area metropolitana di Bari", "072"), ("comune di Roma", "058091"),
        ("Monza e della Brianza", "108"), ("Verbano-Cusio-Ossola", "103"), ("Sud Sardegna", "111"),
        ("Sovizzo", "024128"),
        ("libero consorzio comunale di Agrigento", "084"), ("prov. di Foggia", "071"),
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

    @Test func `the register has the units that Italy had`() {
        let territories = Self.register.territories
        #expect(territories.count { $0.level == .division } == 5)
        #expect(territories.count { $0.level == .region } == 20)
        #expect(territories.count { $0.level == .province } == 107)
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
