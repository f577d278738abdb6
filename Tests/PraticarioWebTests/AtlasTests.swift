import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem
@testable import PraticarioWeb
import PraticarioWorkbooks
import TestSupport
import Testing

/// Where sheets are, what they have to do with each other, and what is taken away.
@Suite struct AtlasTests {
    private let base: TemporaryBase

    init() throws {
        base = try TemporaryBase()
        func write(
            _ id: String, _ title: String, _ place: String, _ more: String = "", _ state: String = "pubblicata"
        ) throws {
            try base.write(
                "---\ntitolo: \(title)\ntipo: pratica\nterritori: \(place)\ntemi: sport\n\(more)licenza: CC-BY-4.0\npubblicazione: \(state)\n---\n## Che cosa si fa\n\nSi lavora.\n",
                to: "schede/\(id).md")
        }
        try write(
            "primo", "Orto primo", "Foggia",
            "organizzazione: Ente di Foggia\nriprese: [{chi: Ente di Lecce, dove: Lecce}]\n")
        try write(
            "secondo", "Orto secondo", "Lecce", "organizzazione: Ente di Lecce\ncollegate:\n  deriva_da: [primo]\n")
        try write("terzo", "Teatro", "Roma", "collegate:\n  simile_a: [primo]\n  sostituisce: [secondo]\n")
        try write("bozza", "Bozza", "Roma", "collegate:\n  deriva_da: [primo]\n", "bozza")
        try base.write("---\ntitolo: Orti\nlicenza: CC-BY-4.0\n---\n- [Uno](scheda:primo)\n", to: "raccolte/orti.md")
    }

    private func snapshot() throws -> Snapshot {
        try KnowledgeBase.open(base.folder.root, environment: [:], scope: .published).snapshot()
    }

    @Test func `a sheet says what it derives from, and what derives from it`() throws {
        let snapshot = try snapshot()
        let first = try SheetPage("primo", snapshot, .italian)
        #expect(first.related.map { "\($0.kind) \($0.link.label)" } == ["ne deriva Orto secondo", "simile a Teatro"])
        let second = try SheetPage("secondo", snapshot, .italian)
        #expect(
            second.related.map { "\($0.kind) \($0.link.label)" } == ["deriva da Orto primo", "la sostituisce Teatro"])
        #expect(try SheetPage("terzo", snapshot, .english).related.map(\.kind) == ["replaces", "similar to"])
    }

    @Test func `an adoption is seen from both sides`() throws {
        let snapshot = try snapshot()
        let first = try SheetPage("primo", snapshot, .italian)
        #expect(
            first.adopters == [
                PageLink(
                    label: "Ente di Lecce", address: SearchState().adding("Ente di Lecce", to: .organization).address)
            ])
        #expect(first.takenUp == [])
        let second = try SheetPage("secondo", snapshot, .italian)
        #expect(second.takenUp == [PageLink(label: "Orto primo", address: "/schede/primo")])
        #expect(try SheetPage("terzo", snapshot, .italian).takenUp == [])
    }

    @Test func `the map goes from Italy to a region, its provinces and its comuni`() throws {
        let snapshot = try snapshot()
        let italy = try TerritoriesPage(SearchState(), snapshot, .italian)
        #expect(italy.places.map(\.link.label) == ["Lazio", "Puglia"] && italy.region == nil && italy.hits.isEmpty)
        let puglia = try #require(italy.places.last)
        #expect(puglia.link.address == "/territori?territorio=16" && puglia.link.count == 2)
        #expect(italy.map.contains("href=\"/territori?territorio=16\""))
        let region = try TerritoriesPage(SearchState().adding("16", to: .territory), snapshot, .italian)
        #expect(
            region.title == "Puglia" && region.region?.address == "/cerca?territorio=16" && region.italy == "/territori"
        )
        #expect(region.places.flatMap(\.below).map(\.label) == ["Foggia", "Lecce"])
        #expect(region.map.contains("<svg") && !region.map.contains("<a "))
        for place in region.places.flatMap({ [$0.link] + $0.below }) {
            let fields = FormFields(encoded: String(place.address.split(separator: "?")[1]))
            let page = try SearchPage(SearchState(fields), snapshot, .italian, isOwner: false)
            #expect(page.count == (place.count == 1 ? "1 scheda" : "\(place.count ?? 0) schede"), "\(place.label)")
        }
    }

    @Test func `the map keeps what is asked, and lets go of it piece by piece`() throws {
        let snapshot = try snapshot()
        let state = SearchState().asking("orto").adding("sport", to: .theme).adding("071", to: .territory)
        let page = try TerritoriesPage(state, snapshot, .italian)
        #expect(page.title == "Puglia" && page.region?.count == 2)
        #expect(page.italy == "/territori?q=orto&tema=sport")
        #expect(page.chips.map(\.label) == ["orto", "Sport"])
        #expect(
            page.chips.map(\.address) == ["/territori?tema=sport&territorio=071", "/territori?q=orto&territorio=071"])
        #expect(try SearchPage(state, snapshot, .italian, isOwner: false).map == TerritoriesPage.address(state))
        #expect(
            try TerritoriesPage(SearchState().asking("orto").adding("12", to: .territory), snapshot, .italian).isEmpty)
    }

    @Test func `a search and a collection are taken away in every format, folders as zip archives`() async throws {
        let texts = Set(DownloadFormat.all.map(\.format)).subtracting([.docx, .odt, .pdf, .epub])
        #expect(Set(DownloadFormat.all.map(\.format)) == Set(ExportFormat.allCases))
        try await RunningServer.with(base) { client in
            for format in texts {
                for path in ["/cerca/scarica/\(format)?q=orto", "/raccolte/orti/scarica/\(format)"] {
                    let answer = try await client.get(path)
                    #expect(answer.status == 200 && !answer.body.isEmpty, "\(path)")
                    guard format.isFolder else { continue }
                    #expect(answer.headers["content-disposition"]?.hasSuffix(".zip\"") == true)
                    let archive = try #require(ZipArchive(answer.body), "\(path)")
                    #expect(archive.contains(format == .site ? "cerca.html" : "schede/primo.md"))
                    #expect(
                        archive.contains("schede/bozza.md") == false && archive.contains("schede/bozza.html") == false)
                }
            }
        }
    }

    @Test func `the first page is light and asks nothing of another host`() async throws {
        let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "corpus")
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: corpus, to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let knowledgeBase = try KnowledgeBase.open(folder.path(), environment: [:], scope: .published)
        try await RunningServer.with(knowledgeBase) { client in
            let page = try await client.get("/")
            let asked = page.text.matches(of: #/<(?:script|link|img|iframe|source)[^>]* (?:src|href)="([^"]*)"/#)
                .map { String($0.output.1) }.filter { !$0.hasPrefix("data:") && $0 != "/novita.atom" }
            #expect(Set(asked).isSuperset(of: ["/stile.css", "/pagine.js"]))
            var size = page.body.count
            for address in Set(asked) where address != "/logo" {
                #expect(address.hasPrefix("/") && !address.hasPrefix("//"), "\(address)")
                let answer = try await client.get(address)
                #expect(answer.status == 200 && !answer.text.contains("url(http") && !answer.text.contains("@import"))
                size += answer.body.count
            }
            // The picture in it is the map.
            let pictures = page.text.matches(of: #/(?s)<svg.*?<\/svg>/#).reduce(0) { $0 + $1.output.utf8.count }
            #expect(size - pictures < 60_000, "\(size) bytes, \(pictures) of pictures")
        }
    }
}
