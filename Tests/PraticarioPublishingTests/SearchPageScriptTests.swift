import Foundation
import PraticarioCorpus
import PraticarioSystem
import Testing

@testable import PraticarioPublishing

private let node = ["/usr/bin/node", "/usr/local/bin/node"].first { FileManager.default.isExecutableFile(atPath: $0) }

/// What the script of the search page holds and does. The expected files of exports leave it out, so that a change of its
/// is no change of an export.
@Suite struct SearchPageScriptTests {
    private static let script = SearchPage.scripts.map(Templates.text).joined()

    @Test func `every text that the page asks for is there in both languages`() {
        let asked = Set(Templates.text("cerca.html").matches(of: #/data-text="(\w+)"/#).map { String($0.output.1) })
        let script = Self.script
        let used = Set(script.matches(of: #/\bsay\.(\w+)/#).map { String($0.output.1) }).union(asked)
        #expect(asked.count > 8 && used.count > 40)
        let languages = script.split(separator: #/\n    (?=(?:it|en): \{\n)/#).dropFirst()
        #expect(languages.count == 2)
        for language in languages {
            let texts = language.prefix(upTo: language.range(of: "\n    }")?.lowerBound ?? language.endIndex)
            let keys = Set(texts.matches(of: #/[\s,](\w+): ["\w(]/#).map { String($0.output.1) })
            #expect(used.subtracting(keys) == [])
        }
    }

    @Test func `every element that the script asks for is on the page`() {
        let ids = Set(Templates.text("cerca.html").matches(of: #/\sid="([\w-]+)"/#).map { String($0.output.1) })
        let asked = Self.script.matches(of: #/(?:byId|getElementById)\("([\w-]+)"\)/#)
        #expect(asked.count > 20)
        #expect(Set(asked.map { String($0.output.1) }).subtracting(ids) == [])
    }

    @Test func `what people wrote is never markup, and nothing is asked of a network`() {
        let script = Self.script
        for word in [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest",
        ] {
            #expect(!script.contains(word), "\(word)")
        }
    }

    // MARK: The script at work

    /// What the page shows at an address.
    private struct View: Decodable, Equatable {
        /// Of the sheets in the list.
        var ids: [String]
        var status: String
        /// Words that are marked in the list.
        var marked: [String]
        /// The texts of the sheet that is shown; empty while there is a list.
        var sheet: [String]
        /// Whatever a link leads to, but the page itself.
        var addresses: [String]
        var title: String
    }

    private static func entry(_ id: String, _ title: String, _ change: (inout Entry) -> Void) -> Entry {
        var entry = Entry(id: id, kind: .practice, title: title, origin: Origin(path: "schede/\(id).md"))
        entry.publication = .published
        change(&entry)
        return entry
    }

    private static let entries =
        HostileSheets.entries + [
            entry("palestra", "La palestra aperta") {
                $0.themes = ["sport"]
                $0.territories = ["071"]
                $0.sections = [EntrySection(title: "", line: 1, text: "I volontari aprono la palestra ai ragazzi.")]
            },
            entry("dentro", "Allenarsi dentro") {
                $0.themes = ["sport-in-carcere"]
                $0.territories = ["058091"]
                $0.summary = "Un volontario allena i detenuti, non solo per gioco."
            },
            entry("classe", "In classe") {
                $0.kind = .idea
                $0.themes = ["dispersione"]
                $0.summary = "Ragazzi che tornano a scuola."
            },
        ]

    private static func view(_ hash: String) throws -> View {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)").path()
        try Files.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var page = ""
        try SearchPage(Choice(title: "Prova", entries: entries), HostileSheets.edition()).write(to: &page)
        try Files.write(Array(page.utf8), to: folder + "/cerca.html")
        try Files.write(Array(browser.utf8), to: folder + "/browser.js")
        let process = Process()
        process.executableURL = URL(filePath: try #require(node))
        process.arguments = [folder + "/browser.js", folder + "/cerca.html", hash]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let json = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode(View.self, from: json)
    }

    @Test(
        .enabled(if: node != nil, "node is not installed"),
        arguments: [
            ("", ["piccola", "ostile", "dentro", "classe", "palestra"]),
            // A word in any of its forms.
            ("q=volontaria", ["dentro", "palestra"]),
            ("q=ragazzi+scuola", ["classe", "ostile", "palestra"]), ("q=volontari+-palestra", ["dentro"]),
            ("q=%22aprono+la+palestra%22", ["palestra"]), ("q=%22palestra+la+aprono%22", []), ("q=xyzzy", []),
            // A theme and a territory hold all that is below.
            ("tema=sport", ["piccola", "ostile", "dentro", "palestra"]),
            ("tema=sport-in-carcere", ["ostile", "dentro"]),
            ("territorio=16", ["ostile", "palestra"]), ("tema=sport&territorio=12&q=detenuto", ["dentro", "ostile"]),
            ("tipo=idea", ["piccola", "classe"]), ("tipo=idea&tema=scuola", ["classe"]),
            ("ordine=titolo&q=volontari", ["dentro", "palestra"]),
        ])
    func `a question is answered`(hash: String, ids: [String]) throws {
        #expect(try Self.view(hash).ids.sorted() == ids.sorted())
    }

    @Test(.enabled(if: node != nil, "node is not installed"))
    func `the page says how many sheets have all the words`() throws {
        let view = try Self.view("q=ragazzi+scuola")
        #expect(view.ids.first == "classe")
        #expect(view.status == "1 scheda con tutte le parole, 2 con alcune. ")
        #expect(try Self.view("q=volontari").status == "2 schede. ")
        #expect(try Self.view("q=xyzzy").status == "0 schede. Nessuna scheda contiene: xyzzy.")
    }

    @Test(.enabled(if: node != nil, "node is not installed"))
    func `what was found is marked`() throws {
        #expect(try Set(Self.view("q=volontaria").marked) == ["volontari", "volontario"])
    }

    @Test(.enabled(if: node != nil, "node is not installed"))
    func `a sheet shows all that it says, with links to the web only`() throws {
        let view = try Self.view("scheda=ostile")
        let text = view.sheet.joined(separator: "\n")
        for said in [
            HostileSheets.entries[0].title, "Prima.", "Storia", "=Dal 1990.", "Meno assenze", "Un incontro",
            "Il comune",
            "Uno script", "CC-BY-4.0", "Roma", "[esempio]",
        ] { #expect(text.contains(said), "\(said)") }
        #expect(!text.contains("Segreto"))
        #expect(view.addresses == ["https://example.org/a"])
        #expect(view.title.hasSuffix(" – Prova"))
    }

    @Test(.enabled(if: node != nil, "node is not installed"))
    func `a sheet that is not there is told`() throws {
        #expect(try Self.view("scheda=altrove").sheet.contains { $0.contains("«altrove»") })
    }

    /// As much of a browser as the script needs; it knows the ids of the page and nothing of its looks.
    private static let browser = #"""
        const fs = require("fs"), vm = require("vm");
        const page = fs.readFileSync(process.argv[2], "utf8");
        const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)[1];
        const script = /<script>\n(.*?)\n<\/script>/s.exec(page)[1];

        class Element {
          constructor(tag) {
            Object.assign(this, { tag, attributes: {}, children: [], dataset: {}, hidden: false, value: "" });
          }
          setAttribute(name, value) { this.attributes[name] = String(value); }
          getAttribute(name) { return this.attributes[name]; }
          append(...children) { this.children.push(...children); }
          get firstChild() { return this.children[0]; }
          get textContent() { return this.children.map(one => one instanceof Element ? one.textContent : one).join(""); }
          set textContent(text) { this.children = text === "" ? [] : [text]; }
          set innerHTML(text) { throw new Error("markup"); }
          all() { return this.children.filter(one => one instanceof Element).flatMap(one => [one, ...one.all()]); }
          querySelector(tag) { return this.all().find(one => one.tag === tag); }
          querySelectorAll() { return this.all().filter(one => one.tag === "a"); }
          addEventListener() {}
          focus() {}
        }

        const elements = {};
        for (const [, id] of page.matchAll(/\sid="([\w-]+)"/g)) elements[id] = new Element(id);
        elements.data.append(data);
        const document = {
          title: "", createElement: tag => new Element(tag), getElementById: id => elements[id],
          querySelectorAll: () => [],
        };
        const window = { matchMedia: () => ({ matches: true }), addEventListener() {}, scrollTo() {}, print() {} };
        const location = { hash: process.argv[3] ? "#" + process.argv[3] : "", search: "" };
        const history = { pushState() {}, replaceState() {} };
        // What is done in the background is not waited for: an answer needs none of it.
        vm.runInNewContext(script, {
          document, window, location, history, URLSearchParams, Intl, setTimeout() {}, clearTimeout() {},
        });

        const list = elements.list.all(), sheet = elements["sheet-view"].hidden ? [] : elements["sheet-view"].all();
        const links = list.concat(sheet).filter(one => one.tag === "a").map(one => one.attributes.href);
        console.log(JSON.stringify({
          ids: list.filter(one => one.tag === "h3").map(one => new URLSearchParams(
            one.querySelector("a").attributes.href.slice(1)).get("scheda")),
          status: elements.status.textContent,
          marked: list.filter(one => one.tag === "mark").map(one => one.textContent),
          sheet: sheet.map(one => one.textContent),
          addresses: links.filter(one => !one.startsWith("#")),
          title: document.title,
        }));
        """#
}
