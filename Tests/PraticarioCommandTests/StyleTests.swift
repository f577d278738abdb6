import Foundation
import Testing

/// What the style sheets of pages owe to whoever reads them: contrast, a visible focus, a dark page, paper.
@Suite struct StyleTests {
    static let sheets = ["cerca.css", "documento.css"]

    private func rules(_ name: String) throws -> StyleSheet {
        let file = Program.repository.appending(path: "Sources/PraticarioPublishing/Templates/\(name)")
        return try StyleSheet(String(contentsOf: file, encoding: .utf8))
    }

    /// Text on what it stands on: at least 4.5:1 (WCAG 2.2, 1.4.3).
    private static let texts = [
        ("text", "page"), ("text", "panel"), ("quiet", "page"), ("quiet", "panel"), ("link", "page"), ("link", "panel"),
        ("on-link", "link"), ("on-mark", "mark"), ("text", "few"), ("text", "some"), ("on-many", "many"),
    ]
    /// Borders of what can be operated, and the focus: at least 3:1 (WCAG 2.2, 1.4.11).
    private static let signs = [("edge", "page"), ("focus", "page"), ("focus", "panel")]

    @Test(arguments: sheets, ["", "(prefers-color-scheme: dark)", "print"])
    func `colours can be told apart, on a light page, a dark one and on paper`(name: String, media: String) throws {
        let sheet = try rules(name)
        let colours = sheet.properties(media)
        #expect(Set(sheet.properties("").keys).isSubset(of: colours.keys))
        #expect(colours.count >= 9)
        if media != "" { #expect(!sheet.rules.filter { $0.media == media && $0.selector == ":root" }.isEmpty) }
        for (pairs, least) in [(Self.texts, 4.5), (Self.signs, 3)] {
            for (front, back) in pairs {
                guard let front = colours[front], let back = colours[back] else { continue }
                #expect(StyleSheet.contrast(front, back) >= least, "\(front) on \(back)")
            }
        }
        if media == "(prefers-color-scheme: dark)" {
            let page = try #require(colours["page"])
            #expect(StyleSheet.contrast(page, "#000000") < 2)
        }
    }

    @Test(arguments: sheets)
    func `colours of text and background are those that were measured`(name: String) throws {
        let sheet = try rules(name)
        #expect(sheet.value("color", of: "body") == "var(--text)")
        let background = sheet.value("background", of: "body") ?? sheet.value("background-color", of: "body")
        #expect(background == "var(--page)")
        #expect(sheet.value("color", of: "a") == "var(--link)")
        #expect(sheet.value("color-scheme", of: "html") == "light dark")
        for rule in sheet.rules where rule.media != "print" && !rule.media.hasPrefix("@page") {
            let colour = rule.declarations["color"] ?? "inherit"
            #expect(colour.hasPrefix("var(--") || colour == "inherit", "\(rule.selector): \(colour)")
        }
    }

    @Test(arguments: sheets)
    func `the focus is seen, and what is hidden is not`(name: String) throws {
        let sheet = try rules(name)
        let outline = try #require(sheet.value("outline", of: ":focus-visible"))
        #expect(outline == "0.1875rem solid var(--focus)")
        #expect(sheet.value("display", of: "[hidden]")?.hasPrefix("none") == true)
        #expect(sheet.value("top", of: ".skip")?.hasPrefix("-") == true)
        #expect(sheet.value("top", of: ".skip:focus")?.hasPrefix("-") == false)
        // Nothing else takes the outline away but what is no control or shows the focus in another way.
        let without = sheet.rules.filter { $0.media == "" && $0.declarations["outline"]?.hasPrefix("none") == true }
        #expect(Set(without.map(\.selector)).isSubset(of: ["main:focus", ".map a:focus-visible"]))
    }

    @Test(arguments: [
        ("cerca.css", [".skip", ".tools", "#search", ".filters", "#sorting", "#chosen", "#more"]),
        ("documento.css", [".skip", "nav.site", ".breadcrumb", ".more"]),
    ])
    func `paper shows what is read and leaves out what is pressed`(name: String, hidden: [String]) throws {
        let sheet = try rules(name)
        for selector in hidden {
            #expect(sheet.value("display", of: selector, "print")?.hasPrefix("none") == true, "\(selector)")
        }
        #expect(sheet.value("orphans", of: "p", "print") == "3")
        #expect(
            sheet.rules.contains { $0.media == "print" && $0.declarations["content"]?.contains("attr(href)") == true })
        #expect(sheet.rules.contains { $0.media == "print" && $0.declarations["break-after"] == "avoid" })
    }

    @Test func `what is small, wide or touched has its own rules`() throws {
        let search = try rules("cerca.css")
        #expect(search.value("grid-template-columns", of: ".columns", "(min-width: 56rem)") != nil)
        #expect(search.value("min-height", of: "button") == "2.75rem")
        #expect(search.value("padding-top", of: ".values label", "(pointer: coarse)") != nil)
        #expect(search.value("overflow-wrap", of: "body") == "anywhere")
        #expect(
            search.value("background", of: "mark") == "var(--mark)"
                && search.value("color", of: "mark") == "var(--on-mark)")
        #expect(search.value("position", of: ".unseen") == "absolute")
        let document = try rules("documento.css")
        #expect(document.value("white-space", of: "pre") == "pre-wrap")
        #expect(document.value("max-width", of: "p") == "70ch")
        #expect(document.value("size", of: "@page") == "A4")
        #expect(document.value("string-set", of: ".cover h1", "print") == "title content()")
        #expect(document.value("fill", of: ".map path.many") == "var(--many)")
    }

    @Test(arguments: ["page", "html", "site"])
    func `every class of a page has a rule in the style sheet that it carries`(format: String) throws {
        let export = try #require(HostileExport.pages.first { $0.arguments[0] == format })
        let files = try HostileBase.shared.files(of: export).mapValues { String(decoding: $0, as: UTF8.self) }
        for (name, page) in files where name.hasSuffix(".html") {
            let own =
                page.contains("<style>")
                ? String(page.split(separator: "<style>")[1].split(separator: "</style>")[0]) : nil
            let style = try #require(own ?? files["stile.css"])
            let script = page.split(separator: "<script>").dropFirst().joined()
            let used = page.matches(of: #/\sclass="([^"]+)"/#).flatMap { $0.output.1.split(separator: " ") }
            let made = script.matches(of: #/class: "([a-z ]+)"/#).flatMap { $0.output.1.split(separator: " ") }
            // Those without a rule: a map's lightest step is the default, and code has its language for other readers.
            let classes = Set((used + made).map(String.init)).filter {
                !["results", "few"].contains($0) && !$0.hasPrefix("language-")
            }
            #expect(!classes.isEmpty)
            let styled = Set(style.matches(of: #/\.([a-z][a-z-]*)/#).map { String($0.output.1) })
            #expect(classes.subtracting(styled).sorted() == [], "\(name)")
        }
    }
}
