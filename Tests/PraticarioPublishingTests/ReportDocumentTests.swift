import Foundation
import PraticarioCorpus
@testable import PraticarioPublishing
import PraticarioReport
import PraticarioSearch
import PraticarioStatistics
import PraticarioSystem
import TestSupport
import Testing

/// A report as its readers see it.
@Suite struct ReportDocumentTests {
    private static let text = """
        titolo: Sport & carcere
        esempio: sì
        temi: [sport in carcere]
        territori: [Lazio]
        membri:
          - {nome: Circolo <Aurora>, territorio: Roma}
          - {nome: Cooperativa Ponte, territorio: Foggia (FG)}
        incontri:
          - {numero: 1, data: 2025-03-10, modalità: online, stato: svolto, schede: [idea]}
        domande:
          - {id: tre, domanda: Chi resta?}
        esiti:
          - {id: p1, titolo: Patto, tipo: partenariato, stato: avviato, data: 2025-07, parti: [Circolo <Aurora>, Cooperativa Ponte], evidenza: atto}
          - {id: i3, titolo: Vela, tipo: intervento, stato: previsto, data: 2026-02}
        difficoltà: [Pochi istruttori]

        """

    private static func html(_ readers: ReportReaders, _ language: Language, _ survey: Survey? = nil) throws -> String {
        let file = ParsedFile(community: Array(text.utf8), path: "comunita/sport.yaml", SmallWorld.vocabularies)
        guard case .community(let community) = try #require(file.documents.first).content else { return "" }
        var idea = Entry(id: "idea", kind: .idea, title: "Un'idea", origin: Origin(path: "schede/idea.md"))
        idea.publication = .draft
        let report = Report(
            nil, [community], surveys: survey.map { [community.id: $0] } ?? [:], sheets: ["idea": idea],
            territories: SmallWorld.vocabularies.territories, for: readers)
        let edition = Edition(
            settings: KnowledgeBaseSettings(), values: FacetValues(SmallWorld.vocabularies), language: language,
            date: try #require(PartialDate("2026-11-26")))
        var out = ""
        let sheets = report.readers == .network ? ["idea": idea] : [:]
        try HTMLDocument(Document(report, edition, sheets: sheets)).write(to: &out)
        return out
    }

    @Test func `the network reads difficulties and open questions, the ministry neither, nor what is not public`()
        throws
    {
        let (network, ministry) = (try Self.html(.network, .italian), try Self.html(.ministry, .italian))
        for text in ["Pochi istruttori", "Chi resta?", "Un&#39;idea"] {
            #expect(network.contains(text) || network.contains(text.replacing("&#39;", with: "'")), "\(text)")
            #expect(!ministry.contains(text) && !ministry.contains(text.replacing("&#39;", with: "'")), "\(text)")
        }
    }

    @Test func `what is not known is said, and never 0`() throws {
        #expect(try Self.html(.network, .italian).contains("dato non disponibile"))
        #expect(try Self.html(.network, .english).contains("not available"))
    }

    @Test func `every record stands in the annex with its file and line`() throws {
        let html = try Self.html(.network, .italian)
        for line in [9, 11, 13, 14] { #expect(html.contains("comunita/sport.yaml:\(line)<"), "\(line)") }
    }

    @Test func `names are text and no markup, and an invented report says so first`() throws {
        let html = try Self.html(.network, .italian)
        #expect(html.contains("Circolo &lt;Aurora&gt;") && !html.contains("<Aurora>"))
        #expect(html.contains("Esempio inventato"))
    }

    @Test func `a group that could not answer better has a gain that is not defined, not one that is unknown`() throws {
        let answers = (0..<6).flatMap { number in
            [Survey.Wave.before, .after].map {
                Survey.Answer(respondent: "\(number)", question: "So chi", wave: $0, score: 5)
            }
        }
        let survey = Survey(maximum: 5, answers: answers)
        let html = try Self.html(.network, .italian, survey)
        // In the chapter, of the group and of its question, in what the picture says and beside the other communities.
        #expect(html.ranges(of: "non è definito: prima era già il massimo").count >= 4)
        #expect(try Self.html(.ministry, .english, survey).contains("not defined: before it was the maximum already"))
    }

    @Test func `a survey gives its figures and no respondent`() throws {
        let answers = (0..<6).flatMap { number in
            [(Survey.Wave.before, 2.0), (.after, 3.5)].map { wave, score in
                Survey.Answer(respondent: "SEGRETO\(number)", question: "So chi", wave: wave, score: score)
            }
        }
        let html = try Self.html(.network, .italian, Survey(maximum: 5, answers: answers))
        #expect(html.contains("0,50 (medio)") && html.contains("<svg") && !html.contains("SEGRETO"))
        let few = try Self.html(.network, .italian, Survey(maximum: 5, answers: Array(answers.prefix(8))))
        #expect(few.contains("meno di cinque persone") && !few.contains("3,50") && !few.contains("SEGRETO"))
    }
}
