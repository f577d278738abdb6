import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSearch
import TestSupport
import Testing

/// Questions without an answer are kept when somebody says so, and only those.
@Suite struct UnmetTests {
    private let base: TemporaryBase
    private let unmet: UnmetQuestions
    private let opened: KnowledgeBase

    init() throws {
        base = try TemporaryBase()
        try base.write("---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\n---\n", to: "schede/orto.md")
        unmet = UnmetQuestions(of: base.folder)
        opened = try KnowledgeBase.open(base.folder.root)
    }

    private func ask(_ question: String, on day: String = "2026-11-26") throws {
        try unmet.note(question, opened.search(question), on: try #require(PartialDate(day)))
    }

    @Test func `nothing is kept before it is asked for, and nothing is left afterwards`() throws {
        try ask("zappa")
        #expect(!unmet.areKept)
        #expect(try unmet.all() == [])
        try unmet.start()
        try ask("zappa")
        #expect(try unmet.all().map(\.text) == ["zappa"])
        unmet.stop()
        #expect(!unmet.areKept)
        try unmet.start()
        #expect(try unmet.all() == [])
    }

    @Test func `the most frequent come first, one question however it is typed, answered ones never`() throws {
        try unmet.start()
        for question in ["orto", "zappa", "orto gatto", "  Zàppa\t", "", "\"orto grande\""] { try ask(question) }
        try ask("gatto", on: "2026-11-27")
        let all = try unmet.all()
        #expect(all.map(\.text) == ["Zàppa", "gatto", "\"orto grande\"", "orto gatto"])
        #expect(all.map(\.count) == [2, 1, 1, 1])
        #expect(all.map(\.total) == [0, 0, 0, 1])
        #expect(all[3].absent == ["gatto"])
    }

    @Test func `a question cannot break the list`() throws {
        try unmet.start()
        try ask("zappa\n2026-01-01\t9\t\tfalsa")
        try ask("uno|due\u{0}tre")
        #expect(try unmet.all().count == 2)
        #expect(try unmet.all().allSatisfy { $0.count == 1 && !$0.text.contains("\n") })
    }
}
