import Foundation
import Testing

/// The site of an archive: its ways in, its collections, and counts that are true.
@Suite struct SiteTests {
    private static let site = Result {
        let base = SharedBase.complete
        let result = try base.run(["export", "--format", "site", "--output", "sito"])
        #expect(result.status == 0, "\(result.text)")
        return base.folder.appending(path: "sito")
    }

    private func page(_ name: String) throws -> String {
        try String(contentsOf: Self.site.get().appending(path: name), encoding: .utf8)
    }

    @Test func `the first page says what is there, searches, and leads to collections and themes`() throws {
        let home = try page("index.html")
        #expect(home.contains("Qui si trovano "))
        #expect(home.contains("<form class=\"search\" role=\"search\" action=\"cerca.html\" method=\"get\">"))
        #expect(home.contains("href=\"raccolte/orti-e-vicinato.html\""))
        #expect(home.contains("href=\"schede.html\"") && home.contains("href=\"temi/"))
        // A form must lead somewhere.
        #expect(!home.contains("form-action 'none'"))
        #expect(try page("schede.html").contains("form-action 'none'"))
    }

    @Test func `a collection has its letter, headings, order and notes`() throws {
        let text = try page("raccolte/orti-e-vicinato.html")
        let order = [
            "Orti e vicinato</h1>", "Si comincia da un orto.", "Vicini</h2>", "../schede/orto-di-via-mazzini.html",
            "Il primo <em>passo</em>.", "../schede/vicini-di-casa.html", "Poi lo sport.",
        ]
        let places = order.map { text.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil), "\(zip(order, places).filter { $0.1 == nil })")
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(try page("schede/orto-di-via-mazzini.html").contains("../raccolte/orti-e-vicinato.html"))
    }

    @Test func `what is left out is said where the sheets are counted`() throws {
        let home = try page("index.html")
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: Self.site.get().appending(path: "schede").path()
        ).filter { $0.hasSuffix(".html") }
        let count = try #require(
            home.firstMatch(of: #/<dt>Schede</dt><dd dir="auto">(\d+) di (\d+) \(fuori: ([^)]*)\)/#))
        #expect(Int(count.output.1) == pages.count && (Int(count.output.2) ?? 0) > pages.count)
        #expect(count.output.3.contains("non pubblicat") && count.output.3.contains("di esempio"))
    }

    @Test func `every link of every page leads somewhere`() throws {
        let root = try Self.site.get()
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path()).filter { $0.hasSuffix(".html") }
        #expect(names.count > 12)
        for name in names where !name.hasSuffix("cerca.html") {
            let folder = root.appending(path: name).deletingLastPathComponent()
            for match in try page(name).matches(of: #/\s(?:href|action)="([^"#]*)/#) {
                let address = String(match.output.1)
                guard !address.isEmpty, address.prefixMatch(of: #/[a-z]+:/#) == nil else { continue }
                let target = folder.appending(path: address).standardizedFileURL.path()
                #expect(FileManager.default.fileExists(atPath: target), "\(name): \(address)")
            }
        }
    }
}
