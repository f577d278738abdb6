import Testing

@testable import PraticarioWeb

struct PageTemplateTests {
    private func written(_ template: String, _ value: TemplateValue, _ others: [String: String] = [:]) throws -> String
    {
        var templates = try others.mapValues { try PageTemplate($0) }
        templates["page"] = try PageTemplate(template)
        return try PageTemplate.Library(templates).html("page", of: value)
    }

    private let sheet: TemplateValue = .fields([
        "title": .text("Orti <& altro>"), "ready": .text("<b>sì</b>"), "isOpen": .flag(true), "isDraft": .flag(false),
        "none": .list([]), "places": .list([.text("Bari"), .text("Lecce")]), "blank": .text(""),
        "link": .fields(["label": .text("qui"), "address": .text("/x")]),
        "items": .list([.fields(["label": .text("a")]), .fields(["label": .text("b"), "title": .flag(false)])]),
    ])

    @Test(arguments: [
        ("{{title}}", "Orti &lt;&amp; altro&gt;"),
        ("{{{ready}}}", "<b>sì</b>"),
        ("{{ title }}", "Orti &lt;&amp; altro&gt;"),
        ("{{unknown}}|{{isOpen}}|{{isDraft}}|{{places}}", "|||"),
        ("{{link.label}} {{link.nothing}}{{unknown.label}}", "qui "),
        ("{{#isOpen}}sì{{/isOpen}}{{^isOpen}}no{{/isOpen}}", "sì"),
        ("{{#isDraft}}sì{{/isDraft}}{{^isDraft}}no{{/isDraft}}", "no"),
        ("{{#places}}{{.}}, {{/places}}{{^places}}nessuno{{/places}}", "Bari, Lecce, "),
        ("{{#none}}sì{{/none}}{{^none}}nessuno{{/none}}", "nessuno"),
        ("{{#link}}<a href=\"{{address}}\">{{label}}</a>{{/link}}", "<a href=\"/x\">qui</a>"),
        ("{{#empty(none)}}vuoto{{/empty(none)}}{{^empty(none)}}pieno{{/empty(none)}}", "vuoto"),
        ("{{#empty(places)}}vuoto{{/empty(places)}}{{^empty(places)}}pieno{{/empty(places)}}", "pieno"),
        ("{{#empty(blank)}}vuoto{{/empty(blank)}}{{^empty(unknown)}}pieno{{/empty(unknown)}}", "vuoto"),
        // What an item does not say is taken from around it, but for what it says that it has not.
        ("{{#items}}[{{label}} {{title}}]{{/items}}", "[a Orti &lt;&amp; altro&gt;][b ]"),
        ("{{#places}}{{#link}}{{label}}{{/link}}{{/places}}", "quiqui"),
        ("{ {{blank}} }", "{  }"),
    ])
    func `a template is written`(template: String, html: String) throws {
        #expect(try written(template, sheet) == html)
    }

    @Test(arguments: [
        ("a\n{{#isOpen}}\nb\n{{/isOpen}}\nc\n", "a\nb\nc\n"),
        ("a\n  {{#isDraft}}\nb\n  {{/isDraft}}\nc", "a\nc"),
        ("{{> part}}\nc\n", "[qui]\nc\n"),
        ("<p>{{> part}}</p>\n", "<p>[qui]\n</p>\n"),
        ("a {{#isOpen}}\nb{{/isOpen}}\n", "a \nb\n"),
        ("{{title}}\n{{blank}}\n", "Orti &lt;&amp; altro&gt;\n\n"),
        ("{{#isOpen}}{{#link}}\nb{{/link}}{{/isOpen}}", "\nb"),
    ])
    func `a tag alone on its line leaves no line`(template: String, html: String) throws {
        #expect(try written(template, sheet, ["part": "[{{link.label}}]\n"]) == html)
    }

    @Test func `a page fills the blocks of its frame, also through a part`() throws {
        let frame = "<h1>{{title}}</h1>{{$main}}niente{{/main}}|{{$foot}}fine{{/foot}}"
        #expect(
            try written(
                "{{<frame}} per chi legge {{$main}}{{> part}}{{/main}}{{/frame}}", sheet,
                [
                    "frame": frame, "part": "{{#link}}{{label}}{{/link}}",
                ]) == "<h1>Orti &lt;&amp; altro&gt;</h1>qui|fine")
        #expect(
            try written(
                "{{> part}}", .fields([:]), ["part": "{{<frame}}{{$foot}}!{{/foot}}{{/frame}}", "frame": frame])
                == "<h1></h1>niente|!")
    }

    /// A quotation mark is one also with an accent on it: by characters it is another.
    @Test(arguments: ["\"", "<", ">", "&", "'"], ["\u{338}", "\u{200D}", "\u{301}", "\u{FE0F}"])
    func `no mark of HTML is passed over`(mark: String, after: String) throws {
        let html = try written(
            "<input value=\"{{title}}\">", .fields(["title": .text("è" + mark + after + " onfocus=x")]))
        #expect(
            !html.dropFirst("<input value=\"".count).dropLast(2).unicodeScalars.contains {
                "\"<>'".unicodeScalars.contains($0)
            })
        #expect(html.contains("&"))
    }

    @Test(arguments: ["{{#a}}b", "{{/a}}", "{{#a}}{{/b}}", "{{a", "{{}}", "{{!a}}", "{{{a}}", "{{> nulla}}", "{{<a}}"])
    func `what is no template is told`(template: String) {
        #expect(throws: PageTemplate.Mistake.self) { try written(template, .flag(false)) }
    }

    @Test func `a structure is taken by its names`() {
        struct Inner {
            let label: String
            let count: Int?
        }
        struct Outer {
            let inner: Inner
            let all: [Inner]
            let ready: MarkedText
            let isOpen = true
            let missing: String? = nil
        }
        let outer = Outer(
            inner: Inner(label: "a", count: nil), all: [Inner(label: "b", count: 2)], ready: MarkedText(fragments: []))
        #expect(
            TemplateValue(outer)
                == .fields([
                    "inner": .fields(["label": .text("a"), "count": .flag(false)]),
                    "all": .list([.fields(["label": .text("b"), "count": .text("2")])]), "ready": .text(""),
                    "isOpen": .flag(true), "missing": .flag(false),
                ]))
    }
}
