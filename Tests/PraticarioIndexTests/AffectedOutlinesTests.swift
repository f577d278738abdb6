import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

@testable import PraticarioIndex

/// What the checks between documents find after a small change is what they would find in all files, whichever side the change
/// comes from.
@Suite struct AffectedOutlinesTests {
    /// Two states of some files; `nil` for one that is not there.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let files: [String: (String?, String?)]

        init(_ name: String, _ files: [String: (String?, String?)]) {
            (testDescription, self.files) = (name, files)
        }
    }

    private static func sheet(_ id: String, _ fields: String = "", body: String = "") -> String {
        "---\nid: \(id)\ntitolo: Orto \(id)\ntipo: idea\n\(fields)\n---\n\(body)"
    }

    private static let rows = "id;Titolo;Tipo\nuno;Secondo orto;idea\ndue;Orto accanto;idea\n"
    private static let map = "colonne:\n  id: id\n  Titolo: titolo\n  Tipo: tipo\n"

    private static func community(_ meetings: [Int], title: String = "Orti in comune", sheets: String = "[]") -> String
    {
        "titolo: \"\(title)\"\ntemi: [sport]\nterritori: [Roma]\nincontri:\n"
            + meetings.map { "  - {numero: \($0), data: 2025-01-1\($0), stato: svolto, schede: \(sheets)}\n" }.joined()
    }

    static let cases = [
        Case(
            "a sheet that another one names",
            [
                "schede/a.md": (sheet("a", "collegate: {simile_a: [tre-orti, bosco-vecchio]}"), nil),
                "schede/b.md": (nil, sheet("tre-orti")),
            ]),
        Case(
            "a sheet to which a text leads",
            [
                "schede/a.md": (
                    sheet("a", body: "Vedi [qui](scheda:tre-orti).\n"),
                    sheet("a", body: "Vedi [qui](scheda:tre-orti).\n")
                ),
                "schede/b.md": (sheet("tre-orti"), sheet("due-orti")),
            ]),
        Case(
            "the nearest id to one that is not there",
            [
                "schede/a.md": (
                    sheet("a", "collegate: {simile_a: [orto-socialle]}"),
                    sheet("a", "collegate: {simile_a: [orto-socialle]}")
                ), "schede/b.md": (sheet("orto-socialez"), nil), "schede/c.md": (nil, sheet("orto-sociale")),
            ]),
        Case(
            "a nearer id than the one that was near",
            [
                "schede/a.md": (
                    sheet("a", "collegate: {simile_a: [orto-socialle]}"),
                    sheet("a", "collegate: {simile_a: [orto-socialle]}")
                ), "schede/b.md": (sheet("orto-socie"), sheet("orto-socie")),
                "schede/c.md": (nil, sheet("orto-sociale")),
            ]),
        Case(
            "an id that an earlier sheet takes",
            ["schede/a.md": (nil, sheet("uno")), "schede/b.md": (sheet("uno"), sheet("uno"))]),
        Case(
            "an id of three, and of the row of a table",
            [
                "schede/a.md": (sheet("uno"), nil), "schede/b.md": (sheet("uno"), sheet("quattro")),
                "tabelle/t.csv": (rows, rows), "tabelle/t.yaml": (map, map),
            ]),
        Case(
            "a sheet that waits behind a draft",
            [
                "schede/a.md": (sheet("uno"), nil),
                "schede/b.md": (
                    sheet("uno", "pubblicazione: pubblicata"), sheet("uno", "pubblicazione: pubblicata")
                ),
            ]),
        Case(
            "a sheet that is published",
            ["schede/a.md": (sheet("uno"), sheet("uno", "pubblicazione: pubblicata"))]),
        Case(
            "a date of review",
            [
                "schede/a.md": (
                    sheet("uno", "da_rivedere_entro: 2020-01-01"), sheet("uno", "da_rivedere_entro: 2035")
                ), "schede/b.md": (sheet("due"), sheet("due", "da_rivedere_entro: 2019")),
            ]),
        Case(
            "a meeting that a sheet names",
            [
                "comunita/orti.yaml": (community([1]), community([1, 2])),
                "schede/a.md": (
                    sheet("uno", "comunità: Orti in comune\nincontro: 2"),
                    sheet("uno", "comunità: Orti in comune\nincontro: 2")
                ),
            ]),
        Case(
            "a community that a sheet names",
            [
                "comunita/orti.yaml": (community([1]), community([1], title: "Boschi in comune")),
                "schede/a.md": (sheet("uno", "comunità: Orti in comune"), sheet("uno", "comunità: Orti in comune")),
            ]),
        Case(
            "a community whose id a sheet has, and its parts",
            [
                "comunita/orti.yaml": (community([1, 2]), community([1, 2])),
                "schede/a.md": (nil, sheet("orti")), "comunita/a.yaml": (nil, community([1], title: "Altra")),
            ]),
        Case(
            "a sheet that a meeting names",
            [
                "comunita/orti.yaml": (community([1], sheets: "[uno]"), community([1], sheets: "[uno]")),
                "schede/a.md": (sheet("uno"), nil),
            ]),
        Case(
            "a file beside a sheet",
            [
                "schede/a.md": (
                    sheet("uno", "allegati: [{file: nota.txt, descrizione: Nota}]"), sheet("uno")
                ), "schede/a/nota.txt": (nil, "Una nota.\n"), "schede/a/altra.txt": ("Un'altra.\n", nil),
            ]),
    ]

    @Test(arguments: cases)
    func `a change and its contrary are seen from both sides`(_ change: Case) throws {
        for isTurned in [false, true] {
            let base = try TemporaryBase()
            for number in 0..<9 {
                let related = "collegate: {simile_a: [s\((number + 1) % 9)]}\npubblicazione: pubblicata"
                try base.write(Self.sheet("s\(number)", related), to: "schede/s\(number).md")
            }
            func write(isSecond: Bool) throws {
                for (path, (first, second)) in change.files {
                    if let text = isSecond ? second : first {
                        try base.write(text, to: path)
                    } else {
                        base.remove(path)
                    }
                }
            }
            let stores = ArchiveScope.allCases.map { IndexStore(base.folder, environment: [:], scope: $0) }
            for isSecond in [isTurned, !isTurned, isTurned] {
                try write(isSecond: isSecond)
                for store in stores { _ = try store.refresh(today: testDay) }
                try compare(stores, Corpus.load(base.folder, today: testDay))
            }
        }
    }

    private func compare(_ stores: [IndexStore], _ corpus: Corpus) throws {
        let told = corpus.diagnostics.map { $0.text(in: .italian) }
        for (scope, store) in zip(ArchiveScope.allCases, stores) {
            let report = try store.refresh(today: testDay)
            #expect(report.outcome == .current)
            let index = try store.openAsItStands(today: testDay)
            #expect(try index.diagnostics().map { $0.text(in: .italian) } == told, "\(scope)")
            let entries = corpus.entries.filter { scope == .everything || $0.publication == .published }
            #expect(try index.ids() == entries.map(\.id).sorted(), "\(scope)")
            #expect(report.sheets == entries.count, "\(scope)")
            #expect(report.errors == corpus.diagnostics.count { $0.severity == .error }, "\(scope)")
            #expect(report.warnings == told.count - report.errors, "\(scope)")
            guard scope == .everything else { continue }
            for entry in entries { #expect(try index.entry(id: entry.id) == entry) }
            for kind in [KnowledgeDocument.Kind.community, .meeting] {
                #expect(try index.documents(of: kind) == corpus.documents.filter { $0.kind == kind }, "\(kind)")
            }
        }
    }
}
