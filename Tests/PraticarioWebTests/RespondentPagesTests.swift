import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
@testable import PraticarioWeb
import TestSupport
import Testing

/// No page and no answer of the server has a code of somebody who answered a survey.
@Suite struct RespondentPagesTests {
    private static let mark = "WJK"

    private func base() throws -> TemporaryBase {
        let base = try TemporaryBase()
        for name in ["uno", "due"] {
            try base.write(
                "---\ntitolo: Orto \(name)\ntipo: pratica\nterritori: Roma\ntemi: sport\npubblicazione: pubblicata\ncomunità: orti\nlicenza: CC-BY-4.0\npermesso: {da: Rete, data: 2025}\n---\n## Che cosa si fa\n\nSi lavora.\n",
                to: "schede/\(name).md")
        }
        try Files.makeFolder(base.folder.path("comunita"))
        try base.write(
            "titolo: Orti\nterritori: [Roma]\nmembri:\n  - {nome: Circolo, territorio: Roma}\nincontri:\n  - {numero: 1, data: 2025-03-10, stato: svolto, schede: [uno]}\n",
            to: "comunita/orti.yaml")
        try Files.makeFolder(base.folder.path(".praticario-private/questionari"))
        let rows = (10..<18).flatMap { ["ZQ\($0)\(Self.mark),prima,2", "ZQ\($0)\(Self.mark),dopo,4"] }
        try base.write(
            (["Codice,Quando,So"] + rows).joined(separator: "\n") + "\n", to: ".praticario-private/questionari/orti.csv"
        )
        try base.write(
            "rispondente: Codice\nmomento: Quando\nprima: [prima]\ndopo: [dopo]\nmassimo: 5\n",
            to: ".praticario-private/questionari/orti.yaml")
        return base
    }

    @Test func `whatever can be reached from the first page has no respondent`() async throws {
        let base = try base()
        let knowledgeBase = try KnowledgeBase.open(base.folder.root, environment: [:])
        #expect(try knowledgeBase.communities().map(\.id) == ["orti"])
        try await RunningServer.withOwner(knowledgeBase) { client in
            var waiting = [
                "/", "/comunita/orti", "/api/v1/communities", "/api/v1/communities/orti",
                "/.praticario-private/questionari/orti.csv", "/../.praticario-private/questionari/orti.csv",
                "/%2e%2e/.praticario-private/questionari/orti.csv", "/?q=ZQ10",
            ]
            var seen = Set(waiting)
            var count = 0
            while let address = waiting.popLast(), count < 150 {
                count += 1
                let answer = try await client.get(address)
                let text = String(decoding: answer.body, as: UTF8.self)
                #expect(!text.uppercased().contains(Self.mark), "\(address)")
                for match in text.matches(of: #/href="(\/[^"#]*)"/#) {
                    let link = String(match.output.1).replacing("&amp;", with: "&")
                    // Who leaves the page is no reader any more.
                    if !link.contains("esci"), seen.insert(link).inserted { waiting.append(link) }
                }
            }
            #expect(count > 20)
        }
    }
}
