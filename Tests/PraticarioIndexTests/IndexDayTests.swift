import PraticarioCorpus
import PraticarioIndex
import PraticarioSearch
import TestSupport
import Testing

/// An index knows the day on which it was made: what is overdue depends on it.
@Suite struct IndexDayTests {
    @Test func `an index made yesterday is not current, and tells what is overdue today`() throws {
        let base = try TemporaryBase()
        try base.write(
            "---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\nda_rivedere_entro: 2026-11-24\n---\n",
            to: "schede/orto.md")
        let store = IndexStore(base.folder, environment: [:])
        let tomorrow = try #require(PartialDate("2026-11-25"))
        #expect(try store.refresh(today: testDay).warnings == 0)
        #expect(try store.refresh(today: testDay).outcome == .current)
        let report = try store.refresh(today: tomorrow)
        #expect(report.outcome == .updated && report.warnings == 1 && report.filesRead == 0)
    }
}
