import Foundation
import PraticarioCorpus
@testable import PraticarioPublishing
import PraticarioReport
import PraticarioSearch
import PraticarioStatistics
import PraticarioSystem
import TestSupport
import Testing

/// The pictures of a report: each says in words and data what it shows, and needs no colour.
@Suite struct ReportFigureTests {
    private static let text = """
        titolo: A & B
        membri:
          - {nome: <Uno>, territorio: Roma}
          - {nome: Due, territorio: Lecce (LE)}
          - {nome: Solo, territorio: Roma}
        partenariati_di_partenza:
          - {parti: [<Uno>, Due]}
        incontri:
          - {numero: 1, data: 2025-03-10, stato: svolto}
          - {numero: 2, data: 2025-03-11, stato: annullato}
          - {numero: 3, data: 2025-03-12, stato: previsto}
          - {numero: 4, data: 2025-03-13}
        esiti:
          - {titolo: Patto <nuovo>, tipo: partenariato, stato: avviato, data: 2026-07, parti: [<Uno>, Comune], territori: [Roma]}
          - {titolo: Quando che sia, tipo: intervento, stato: previsto}

        """

    private static func figures(_ text: String = text, _ language: Language = .italian) throws -> [DocumentBlock.Figure]
    {
        let file = ParsedFile(community: Array(text.utf8), path: "comunita/a.yaml", SmallWorld.vocabularies)
        guard case .community(let community) = try #require(file.documents.first).content else { return [] }
        let answers = (0..<5).flatMap { number in
            [(Survey.Wave.before, 4.0), (.after, 3.0)].map { wave, score in
                Survey.Answer(respondent: "\(number)", question: "So chi", wave: wave, score: score)
            }
        }
        let report = Report(
            nil, [community], surveys: ["a": Survey(maximum: 5, answers: answers)], sheets: [:],
            territories: SmallWorld.vocabularies.territories, for: .network)
        let edition = Edition(
            settings: KnowledgeBaseSettings(), values: FacetValues(SmallWorld.vocabularies), language: language,
            date: try #require(PartialDate("2026-11-26")))
        var figures: [DocumentBlock.Figure] = []
        try Document(report, edition, sheets: [:]).forEachBlock { block in
            if case .figure(let figure) = block { figures.append(figure) }
        }
        return figures
    }

    private static func rows(_ figure: DocumentBlock.Figure) -> [[String]] { figure.data.rows.map { $0.map(\.text) } }

    @Test func `every plot stands in the report once, with a name of its own`() throws {
        #expect(try Self.figures().map(\.id) == ["guadagno-a", "rete-a", "tempo-a", "regioni"])
    }

    @Test(arguments: Language.allCases)
    func `a picture has a title, says what it shows, is well-formed and all grey`(language: Language) throws {
        for figure in try Self.figures(Self.text, language) {
            let svg = try #require(figure.svg)
            #expect(svg.contains("role=\"img\" aria-labelledby=\"\(figure.id)-titolo \(figure.id)-descrizione\""))
            #expect(
                svg.contains("<title id=\"\(figure.id)-titolo\">")
                    && svg.contains("<desc id=\"\(figure.id)-descrizione\">"))
            #expect(!figure.data.rows.isEmpty && figure.data.rows.allSatisfy { $0.count == figure.data.header.count })
            for colour in svg.matches(of: /#([0-9a-f]+)"/) {
                #expect(Set(colour.output.1).count == 1, "\(colour.output.0)")
            }
            let parser = XMLReading(svg)
            #expect(parser.isWellFormed, "\(svg)")
            #expect(!svg.contains("<Uno>") && !svg.contains("<nuovo>"))
        }
    }

    @Test func `the table of a network names every pair, and who works with nobody`() throws {
        let network = try #require(try Self.figures().first { $0.id == "rete-a" })
        #expect(
            Self.rows(network) == [
                ["1. <Uno>", "2. Comune", "nuova"], ["1. <Uno>", "3. Due", "dall'inizio"], ["4. Solo", "nessuno", ""],
            ])
        #expect(network.description.contains("1 all'inizio, 2 ora, 1 nuove; densità 0,33 all'inizio, 0,33 ora"))
    }

    @Test(arguments: [2, 40, 200])
    func `bodies of a network cover none of one another, and the picture is no wider than a page`(count: Int) throws {
        let members = (1...count).map { "  - {nome: Ente \($0)}" }.joined(separator: "\n")
        let parties = "partenariati_di_partenza:\n  - {parti: [Ente 1, Ente 2]}\n"
        let text = "titolo: A\nmembri:\n\(members)\n\(parties)"
        let svg = try #require(try Self.figures(text).first { $0.id == "rete-a" }?.svg)
        let places = svg.matches(of: /<circle cx="([0-9]+)" cy="([0-9]+)" r="9"/).compactMap { match in
            Double(match.output.1).flatMap { x in Double(match.output.2).map { (x, $0) } }
        }
        #expect(places.count == count)
        for (one, other) in zip(places, places.dropFirst()) {
            #expect(((one.0 - other.0) * (one.0 - other.0) + (one.1 - other.1) * (one.1 - other.1)).squareRoot() >= 18)
        }
        let width = try #require(svg.firstMatch(of: #/\swidth="([0-9]+)"/#)?.output.1)
        #expect(Int(width).map { $0 <= 600 } == true)
    }

    @Test func `the table of the timeline has every meeting and outcome, and the picture those with a date`() throws {
        let timeline = try #require(try Self.figures().first { $0.id == "tempo-a" })
        #expect(
            Self.rows(timeline).map { $0[2] } == [
                "Incontro 1", "Incontro 2", "Incontro 3", "Incontro 4", "Patto <nuovo>", "Quando che sia",
            ])
        let svg = try #require(timeline.svg)
        #expect(svg.ranges(of: "<circle").count == 5)
        // Full: held and begun; dashed: not known.
        #expect(svg.ranges(of: "fill=\"#333\"").count == 2 && svg.ranges(of: "stroke-dasharray").count == 1)
        // Days beside each other stand one below the other.
        let heights = svg.matches(of: /<circle cx="[0-9.]+" cy="([0-9.]+)"/).map { String($0.output.1) }
        #expect(Set(heights.prefix(4)).count == 4)
    }

    @Test func `the map shows what began, and its table what no map can`() throws {
        let map = try #require(try Self.figures().first { $0.id == "regioni" })
        #expect(Self.rows(map) == [["Lazio", "2", "0", "1", "0"], ["Puglia", "1", "0", "0", "0"]])
        #expect(try #require(map.svg).contains(">1</text>"))
    }

    @Test func `a community of which nothing is known has no plots`() throws {
        let file = ParsedFile(community: Array("titolo: B\n".utf8), path: "comunita/b.yaml", SmallWorld.vocabularies)
        guard case .community(let community) = try #require(file.documents.first).content else { return }
        let edition = Edition(
            settings: KnowledgeBaseSettings(), values: FacetValues(SmallWorld.vocabularies), language: .italian,
            date: try #require(PartialDate("2026-11-26")))
        let report = Report(
            nil, [community], surveys: [:], sheets: [:], territories: SmallWorld.vocabularies.territories, for: .network
        )
        try Document(report, edition, sheets: [:]).forEachBlock { block in
            if case .figure(let figure) = block { Issue.record("\(figure.id)") }
        }
    }
}

/// Whether a text is XML.
private struct XMLReading {
    let isWellFormed: Bool

    init(_ text: String) {
        let path = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString).svg").path()
        defer { Files.remove(path) }
        let script = """
            import json, sys, xml.dom.minidom
            try:
                xml.dom.minidom.parse(sys.argv[1]); json.dump(True, sys.stdout)
            except Exception:
                json.dump(False, sys.stdout)
            """
        isWellFormed =
            (try? Files.write(Array(text.utf8), to: path)) != nil
            && (try? Python.read(path, by: script) as Bool) == true
    }
}
