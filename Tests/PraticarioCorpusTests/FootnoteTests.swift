import Foundation
import PraticarioCorpus
import Testing

/// Footnotes in texts: shown at the end, and never a way out for internal notes.
@Suite struct FootnoteTests {
    private func texts(_ markdown: String) -> [String] {
        MarkdownBody.sections(of: markdown, firstLine: 1).map { "\($0.title)|\($0.text)" }
    }

    private func publicBody(_ markdown: String) -> String {
        var entry = Entry(id: "a", kind: .idea, title: "A", origin: Origin(path: "schede/a.md"))
        entry.body = markdown
        return SheetText.publicBody(of: entry)
    }

    @Test(arguments: [
        ("Orto[^1] di rione.\n\n[^1]: Dal 2019.\n", ["|Orto[1] di rione.\n[1] Dal 2019."]),
        (
            "## Uno\n\nb[^b] a[^a] b[^b]\n\n[^a]: La seconda.\n[^b]: La prima.\n\n## Due\n\nFine.\n",
            ["Uno|b[1] a[2] b[1]", "Due|Fine.\n[1] La prima.\n[2] La seconda."]
        ),
        ("Orto[^x] solo.\n", ["|Orto[^x] solo."]),
        ("Orto[^1].\n\n[^1]: https://example.org/\n", ["|Orto[1].\n[1] https://example.org/"]),
        ("Orto[^1].\n\n[^1]:\n    - uno\n    - due\n", ["|Orto[1].\n[1]\nuno\ndue"]),
        ("Orto[^1].\n\n[^1]: Vedi[^2].\n[^2]: Qui.\n", ["|Orto[1].\n[1] Vedi[2].\n[2] Qui."]),
    ])
    func `a footnote has a number where it is named and stands at the end`(markdown: String, sections: [String]) {
        #expect(texts(markdown) == sections)
    }

    /// Each says `segreto` where it must not be read, and `aperto` where it must.
    static let notes = [
        "aperto\n\n## Note interne\n\nx[^1]\n\n[^1]: segreto\n",
        "[^1]: segreto\n\naperto\n\n## Note interne\n\nx[^1]\n",
        "aperto\n\n[^1]: segreto\n\n## Note interne\n\nx[^1]\n\n## Dopo\n\nFine.\n",
        "aperto[^2]\n\n[^2]: aperto\n\n[^1]: segreto\n\n## Note interne\n\nsegreto[^1]\n",
        "aperto\n\n[^1]: x[^2]\n[^2]: segreto[^3]\n\n[^3]: segreto\n\n## Note interne\n\nx[^1]\n",
        "aperto[^2]\n\n## Note interne\n\nsegreto[^1][^2]\n\n## Dopo\n\nFine.\n\n[^1]: segreto\n\n[^2]: aperto\n",
        "aperto\n\n> ## Note interne\n>\n> segreto[^1]\n>\n> [^1]: segreto\n>\n> segreto\n\naperto\n",
        "aperto[^1]\n\n[^1]: aperto\n\n    ## Note interne\n\n    segreto\n\n## Dopo\n\naperto\n",
        "aperto\n\n## Note interne\n\n[^1]: segreto\n\n    segreto\n\nx[^1] segreto\n",
        "aperto\r\n\r\n[^1]: segreto\r\n\r\n## Note interne\r\n\r\nx[^1]\r\n",
        "aperto\n\n[^1]: segreto\n    segreto\n\n    segreto\n\n## Note interne\n\nx[^1]\n",
    ]

    @Test(arguments: notes)
    func `no footnote of an internal note is read outside it`(markdown: String) {
        let shown = MarkdownBody.sections(of: markdown, firstLine: 1).filter {
            !StandardSection.isInternalNotes($0.title)
        }
        let text = shown.map { $0.title + "\n" + $0.text }.joined(separator: "\n")
        let body = publicBody(markdown)
        for face in [text, body] {
            #expect(!face.contains("segreto"), "\(face)")
            #expect(face.components(separatedBy: "aperto").count == markdown.components(separatedBy: "aperto").count)
        }
        #expect(publicBody(body) == body)
    }

    @Test func `a chain of footnotes ends, and what is beyond it stays at home`() {
        let chain = (1...400).map { "[^\($0)]: segreto[^\($0 + 1)]\n" }.joined(separator: "\n")
        #expect(!publicBody("aperto\n\n\(chain)\n[^401]: segreto\n\n## Note interne\n\nx[^1]\n").contains("segreto"))
    }
}
