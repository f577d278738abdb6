import Foundation
import PraticarioCorpus
import Testing
import PraticarioSystem

/// What a collection's file means, and what changes of it leave alone.
@Suite struct CollectionTests {
    private static func read(_ body: String) -> CuratedCollection? {
        CuratedCollection.read(Array("---\ntitolo: Prova\n---\n\(body)".utf8), path: "raccolte/prova.md").collection
    }

    /// `id "title" note` for entries, `? question limit sort` for searches, prose as it is.
    private static func outline(_ collection: CuratedCollection?) -> [String] {
        (collection?.parts ?? []).map { part in
            switch part {
            case .text(let text): text.trimmingCharacters(in: .whitespacesAndNewlines)
            case .entry(let entry): "\(entry.id) \"\(entry.title)\" \(entry.note)"
            case .search(let search): "? \(search.question) \(search.limit) \(search.sort ?? "-")"
            }
        }
    }

    @Test(arguments: [
        ("- [Orto](scheda:orto) — si comincia qui", ["orto \"Orto\" si comincia qui"]),
        ("* [Orto](scheda:orto): si **comincia**", ["orto \"Orto\" si **comincia**"]),
        ("1. [Orto](scheda:orto)\n2. [Due](scheda:due)", ["orto \"Orto\" ", "due \"Due\" "]),
        ("- [*Orto* `di` casa](scheda:orto)", ["orto \"Orto di casa\" "]),
        (
            "- [Orto](scheda:orto)\n\n  Un'altra riga.\n\n  E una terza.",
            ["orto \"Orto\" Un'altra riga.\n\nE una terza."]
        ),
        ("- voce qualunque\n- [Orto](scheda:orto)\n- altra", ["- voce qualunque", "orto \"Orto\" ", "- altra"]),
        ("- leggi [Orto](scheda:orto)", ["- leggi [Orto](scheda:orto)"]),
        ("- [Sito](https://example.org)", ["- [Sito](https://example.org)"]),
        ("## Primo\n\nProsa.\n\n- [Orto](scheda:orto)\n\nFine.", ["## Primo\n\nProsa.", "orto \"Orto\" ", "Fine."]),
        ("- [Orto][o]\n\n[o]: scheda:orto", ["orto \"Orto\" "]),
        ("```ricerca limite=5 ordine=data\ntema:sport\n```", ["? tema:sport 5 date"]),
        ("~~~query\ntema:sport\n  orto\n~~~", ["? tema:sport   orto 20 -"]),
        ("```testo\ntema:sport\n```", ["``` testo\ntema:sport\n```"]),
        ("> - [Orto](scheda:orto)", [">   - [Orto](scheda:orto)"]),
        ("", []),
    ])
    func `a body is prose, entries and searches in their order`(body: String, parts: [String]) {
        #expect(Self.outline(Self.read(body)) == parts)
    }

    @Test func `links of the prose are kept apart from entries`() {
        let collection = Self.read("Vedi [uno](scheda:uno).\n\n- [Due](scheda:due) come [tre](scheda:tre)\n")
        #expect(collection?.links.map(\.id) == ["uno", "tre"])
        #expect(collection?.links.map(\.place.line) == [4, 6])
        #expect(collection?.entries.map(\.place) == [TextPlace(line: 6, column: 1)])
    }

    @Test func `a header takes Italian and English keys, and a wrong value costs that value`() {
        let text = """
            ---
            id: Prova!
            title: Titolo
            sintesi: Breve
            curatore: Rete
            licenza: CC-BY-4.0
            lingua: en
            aggiornata: ieri
            autore: chi
            ---
            """
        let (collection, diagnostics) = CuratedCollection.read(Array(text.utf8), path: "raccolte/x.md")
        #expect(collection?.id == "x" && collection?.title == "Titolo" && collection?.summary == "Breve")
        #expect(collection?.curator == "Rete" && collection?.licence == "CC-BY-4.0" && collection?.language == "en")
        #expect(collection?.updated == nil)
        #expect(diagnostics.map(\.code) == [.unknownField, .invalidID, .invalidDate])
        #expect(diagnostics.map(\.place?.line) == [9, 2, 8])
    }

    @Test(arguments: ["", "solo testo", "---\ntitolo: x\n", "---\nsintesi: x\n---\n", "---\n- a\n---\n"])
    func `without a header with a title there is no collection, and it is told`(text: String) {
        let (collection, diagnostics) = CuratedCollection.read(Array(text.utf8), path: "raccolte/x.md")
        #expect(collection == nil && diagnostics.count == 1)
    }

    // MARK: Changes

    private typealias Change = @Sendable (inout CollectionText) -> CollectionText.Outcome

    private static let header = "---\r\ntitolo: Prova\r\n---\r\n"

    private static func changed(_ body: String, _ change: Change) -> (body: String, done: Bool) {
        guard var text = CollectionText(Array((header + body).utf8), path: "raccolte/x.md") else { return ("", false) }
        let done = change(&text) == .done
        let whole = String(decoding: text.bytes, as: UTF8.self)
        return (String(whole.unicodeScalars.dropFirst(header.unicodeScalars.count)), done)
    }

    private static let two =
        "Prima.  \r\n\r\n* [A](scheda:a) — nota\r\n  che continua\r\n* [B](scheda:b)\r\n\r\nDopo.\r\n"

    @Test(arguments: [
        (
            two, CollectionPosition.last,
            "Prima.  \r\n\r\n* [A](scheda:a) — nota\r\n  che continua\r\n* [B](scheda:b)\r\n* [Nuova](scheda:n)\r\n\r\nDopo.\r\n"
        ),
        (
            two, .first,
            "Prima.  \r\n\r\n* [Nuova](scheda:n)\r\n* [A](scheda:a) — nota\r\n  che continua\r\n* [B](scheda:b)\r\n\r\nDopo.\r\n"
        ),
        (
            two, .after("a"),
            "Prima.  \r\n\r\n* [A](scheda:a) — nota\r\n  che continua\r\n* [Nuova](scheda:n)\r\n* [B](scheda:b)\r\n\r\nDopo.\r\n"
        ),
        ("Senza fine", .last, "Senza fine\r\n\r\n- [Nuova](scheda:n)\r\n"),
        ("", .last, "\r\n- [Nuova](scheda:n)\r\n"),
        ("1. [A](scheda:a)", .last, "1. [A](scheda:a)\r\n1. [Nuova](scheda:n)\r\n"),
    ])
    func `adding writes a line and leaves the rest`(body: String, position: CollectionPosition, expected: String) {
        let result = Self.changed(body) { $0.add([.init(id: "n", title: "Nuova")], at: position) }
        #expect(result.body == expected && result.done)
    }

    @Test func `a title and a note are text, never markup`() {
        let entry = CollectionText.NewEntry(id: "n", title: "a](x) [b\n*c*", note: "<b>\n# d `e`")
        let (body, _) = Self.changed("") { $0.add([entry]) }
        let read = Self.read(body)
        #expect(read?.entries.map(\.id) == ["n"])
        #expect(read?.entries.first?.title == "a](x) [b *c*")
        #expect(Self.outline(read) == ["n \"a](x) [b *c*\" \\<b\\> \\# d \\`e\\`"])
    }

    @Test func `removing takes the lines of the entry, and only those`() {
        #expect(Self.changed(Self.two) { $0.remove("a") }.body == "Prima.  \r\n\r\n* [B](scheda:b)\r\n\r\nDopo.\r\n")
        let missing = Self.changed(Self.two) { $0.remove("z") }
        #expect(missing.body == Self.two && !missing.done)
    }

    @Test func `moving there and back gives the same bytes`() {
        let there = Self.changed(Self.two) { $0.move("a", to: .after("b")) }
        #expect(
            there.body == "Prima.  \r\n\r\n* [B](scheda:b)\r\n* [A](scheda:a) — nota\r\n  che continua\r\n\r\nDopo.\r\n"
        )
        let back = Self.changed(there.body) { $0.move("a", to: .first) }
        #expect(back.body == Self.two && back.done)
        #expect(!Self.changed(Self.two) { $0.move("a", to: .before("z")) }.done)
    }

    @Test func `freezing writes what was found, with the day and the question`() {
        let body = "Qui:\n\n```ricerca limite=2\ntema:`sport`\n```\n\nPoi.\n"
        let day = PartialDate("2026-11-25")!
        let frozen = Self.changed(body) { text in
            text.freeze(on: day, in: .italian) { search in
                [.init(id: "a", title: search.question)]
            } == 1 ? .done : .unclear
        }
        #expect(
            frozen.body
                == "Qui:\n\nTrovate il 25 novembre 2026 con la ricerca `` tema:`sport` ``:\r\n\r\n- [tema:\\`sport\\`](scheda:a)\r\n\nPoi.\n"
        )
        #expect(Self.read(frozen.body)?.entries.map(\.id) == ["a"])
        let empty = Self.changed(body) { text in
            text.freeze(on: day, in: .english) { _ in [] } == 1 ? .done : .unclear
        }
        #expect(empty.body.contains("of 25 November 2026 found no sheets."))
    }

    @Test(arguments: [
        ("Foo\n- [A](scheda:a)\n---\n", "Foo\n\r\n---\n"),
        ("Foo\n* [A](scheda:a)\n* [B](scheda:b)\n", "Foo\n* [B](scheda:b)\n"),
    ])
    func `what stood around an entry stays what it was`(body: String, expected: String) {
        #expect(Self.changed(body) { $0.remove("a") }.body == expected)
    }

    @Test func `a search between lines of prose leaves them apart when it is frozen`() {
        let body = "Prima\n```ricerca\ntema:sport\n```\nDopo\n"
        let frozen = Self.changed(body) { text in
            text.freeze(on: PartialDate("2026-11-25")!, in: .italian) { _ in [.init(id: "a", title: "A")] } == 1
                ? .done : .unclear
        }
        #expect(
            Self.outline(Self.read(frozen.body))
                == ["Prima\n\nTrovate il 25 novembre 2026 con la ricerca `tema:sport`:", "a \"A\" ", "Dopo"])
    }

    @Test(arguments: ["```\nmai chiuso\n", "<!-- mai chiuso\n", "- [A](scheda:a)\n\n  ```\n  mai chiuso\n"])
    func `a change that would not be read as it is meant is not made`(body: String) {
        var text = CollectionText(Array((Self.header + body).utf8), path: "raccolte/x.md")
        let outcome = text?.add([.init(id: "n", title: "Nuova")])
        let bytes = text.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(outcome == .done || (outcome == .unclear && bytes == Self.header + body))
        #expect(
            CuratedCollection.read(text?.bytes ?? [], path: "x.md").collection?.entries.last?.id
                == (outcome == .done ? "n" : body.contains("scheda:a") ? "a" : nil))
    }

    @Test(arguments: [
        ("- [A](baskin)\n", 4), ("- [A](scheda: baskin)\n", 4), ("x\n\n- scheda:baskin\n", 6), ("##Titolo\n", 4),
    ])
    func `what looks like an entry or a heading and is none is told`(body: String, line: Int) {
        let read = CuratedCollection.read(Array("---\ntitolo: Prova\n---\n\(body)".utf8), path: "raccolte/x.md")
        #expect(read.diagnostics.map(\.code) == [.malformedCollection])
        #expect(read.diagnostics.map(\.place?.line) == [line])
    }

    @Test(arguments: [
        "[A](https://example.org)", "[A](#qui)", "C# e #hashtag in mezzo", "[A](scheda:a)", "[A](mailto:a@b.it)",
    ])
    func `links and text of other kinds are none of our business`(body: String) {
        let read = CuratedCollection.read(Array("---\ntitolo: Prova\n---\n\(body)\n".utf8), path: "raccolte/x.md")
        #expect(read.diagnostics == [])
    }

    @Test func `internal notes of a collection are not part of it`() {
        let body = "Prosa.\n\n## Note interne\n\n- [A](scheda:a) — segreto\n\n## Poi\n\n- [B](scheda:b)\n"
        #expect(Self.outline(Self.read(body)) == ["Prosa.\n\n## Poi", "b \"B\" "])
        var text = CollectionText(Array((Self.header + body).utf8), path: "raccolte/x.md")
        text?.removeInternalNotes()
        #expect(
            String(decoding: text?.bytes ?? [], as: UTF8.self) == Self.header + "Prosa.\n\n## Poi\n\n- [B](scheda:b)\n")
    }

    @Test func `a file that is not UTF-8 is not changed`() {
        #expect(CollectionText([0x2D, 0xE0, 0x0A], path: "raccolte/x.md") == nil)
    }
}
