import Foundation
import Testing

@testable import PraticarioPublishing

/// What the style sheets promise. The expected files of exports leave them out, so that a change of theirs is no change of
/// an export.
@Suite struct StyleSheetTests {
    private static let names = ["documento.css", "cerca.css"]

    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func classes(_ html: String) -> Set<String> {
        Set(html.matches(of: #/class="([^"<>]*)"/#).flatMap { $0.output.1.split(separator: " ") }.map(String.init))
    }

    private static func has(_ css: String, _ name: String) -> Bool {
        css.matches(of: #/\.([A-Za-z][A-Za-z0-9-]*)/#).contains { $0.output.1 == name }
    }

    @Test func `every class that pages use has a rule`() throws {
        let golden = Self.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures/golden").path()
        let pages = try FileManager.default.subpathsOfDirectory(atPath: golden)
            .filter { $0.hasSuffix(".html") && !$0.hasSuffix("cerca.html") }
        #expect(pages.count > 10)
        var used: Set<String> = []
        for page in pages {
            used.formUnion(Self.classes(try String(contentsOfFile: golden + "/" + page, encoding: .utf8)))
        }
        // The lightest step of the map is what every region has; the language of code is what its author wrote.
        let known = used.filter { $0 != "few" && !$0.hasPrefix("language-") }
        #expect(known.count > 25)
        for name in known { #expect(Self.has(Templates.text("documento.css"), name), "\(name)") }
    }

    @Test func `every class that the search page uses has a rule`() {
        let made = Templates.text("cerca.js").matches(of: #/class: "([^"]*)"/#).map { String($0.output.1) }
        let used = Self.classes(Templates.text("cerca.html")).union(made).subtracting(["results"])
        #expect(used.count > 10)
        for name in used { #expect(Self.has(Templates.text("cerca.css"), name), "\(name)") }
    }

    @Test(arguments: names)
    func `a page shows where the focus is, hides what is hidden, and keeps the reader's colours and motion`(
        name: String
    ) {
        let css = Templates.text(name)
        for rule in [
            ":focus-visible { outline: 0.1875rem solid", "[hidden] { display: none", "(prefers-color-scheme: dark)",
            "color-scheme: light dark", ".skip:focus", "@media print", "prefers-reduced-motion",
            "overflow-wrap: anywhere",
        ] { #expect(css.contains(rule), "\(rule)") }
        // Nothing is fetched.
        #expect(!css.contains("url(") && !css.contains("@import"))
        #expect(css.count(where: { $0 == "{" }) == css.count(where: { $0 == "}" }))
    }

    @Test func `a document is a booklet on paper`() {
        let css = Templates.text("documento.css")
        for rule in [
            "size: A4", "content: counter(page)", "target-counter(attr(href), page)", "page: cover",
            "break-before: page",
            "thead { display: table-header-group; }",
        ] { #expect(css.contains(rule), "\(rule)") }
    }

    // MARK: Colours

    /// What stands on what.
    private static let pairs = [
        ("text", "page"), ("quiet", "page"), ("link", "page"), ("text", "panel"), ("quiet", "panel"), ("link", "panel"),
        ("on-link", "link"),
    ]

    @Test(arguments: names)
    func `every pair of colours can be told apart, by day, by night and on paper`(name: String) throws {
        let css = Templates.text(name)
        let schemes = css.split(separator: ":root {").dropFirst().map { block -> [String: String] in
            let colours = block.prefix { $0 != "}" }.matches(of: #/--([a-z-]+): (#[0-9a-f]{3,6});/#)
            return Dictionary(colours.map { (String($0.output.1), String($0.output.2)) }) { first, _ in first }
        }
        #expect(schemes.count == 3)
        for scheme in schemes {
            let whole = schemes[0].merging(scheme) { _, own in own }
            for (front, back) in Self.pairs {
                let (a, b) = (try #require(whole[front]), try #require(whole[back]))
                #expect(Self.contrast(a, b) >= 4.5, "\(front) \(a) on \(back) \(b)")
            }
        }
    }

    @Test func `pages and their search have the same colours`() {
        func colours(_ name: String) -> [String] {
            Templates.text(name).matches(of: #/--(page|panel|text|quiet|line|edge|link|on-link|focus): #[0-9a-f]{6};/#)
                .prefix(18).map { String($0.output.0) }
        }
        #expect(colours("documento.css").count == 18)
        #expect(colours("documento.css") == colours("cerca.css"))
    }

    /// As WCAG 2.2 defines it.
    private static func contrast(_ a: String, _ b: String) -> Double {
        let (one, two) = (luminance(a), luminance(b))
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private static func luminance(_ colour: String) -> Double {
        let digits = colour.dropFirst().flatMap { colour.count == 4 ? [$0, $0] : [$0] }
        let parts = stride(from: 0, to: 6, by: 2).map { start -> Double in
            let value = Double(Int(String(digits[start...start + 1]), radix: 16) ?? 0) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
