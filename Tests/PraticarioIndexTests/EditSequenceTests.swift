import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import TestSupport
import Testing

@testable import PraticarioIndex

/// Any sequence of edits leads to the index that the files alone would give.
@Suite struct EditSequenceTests {
    @Test(arguments: 1...3)
    func `an index that followed edits equals one made from nothing`(seed: Int) throws {
        let base = try TemporaryBase()
        var random = SeededGenerator(seed)
        var sheets = GeneratedSheets(seed: seed * 100)
        let store = IndexStore(base.folder, environment: [:])
        for number in 0..<25 { try base.write(sheets.sheet(), to: "schede/s\(number).md") }
        let files = IndexLocation(base.folder, environment: [:], .everything).files
        var (bases, recents): (Set<UInt64>, Int) = ([], 0)
        for _ in 0..<16 {
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let path = "schede/\(random.chance(0.2) ? "altre/" : "")s\(Int.random(in: 0..<30, using: &random)).md"
                switch Int.random(in: 0..<10, using: &random) {
                case 0..<3: base.remove(path)
                case 3: try base.write("senza intestazione", to: path)
                case 4: try base.write("non una scheda", to: path.replacing(".md", with: ".txt"))
                case 5 where random.chance(0.3):
                    try base.write(
                        SmallWorld.themes.replacing("terza età", with: "età \(Int.random(in: 0..<9, using: &random))"),
                        to: "vocabolari/temi.yaml")
                case 6: try base.write(sheets.table(), to: "tabelle/t\(Int.random(in: 0..<3, using: &random)).csv")
                case 7 where random.chance(0.5):
                    let map = random.chance(0.5) ? GeneratedSheets.columnMap : "colonne: {Titolo: titolo, Boh: boh}\n"
                    try base.write(map, to: "tabelle/t\(Int.random(in: 0..<3, using: &random)).yaml")
                case 8 where random.chance(0.3):
                    base.remove("tabelle/t\(Int.random(in: 0..<3, using: &random)).csv")
                default: try base.write(sheets.sheet(), to: path)
                }
            }
            _ = try store.refresh(today: testDay)
            if let inode = Files.stamp(files.base)?.inode { bases.insert(inode) }
            recents += Files.type(of: files.recent ?? "") == .file ? 1 : 0
            try compare(store, with: base, questions: (0..<12).map { _ in sheets.question() })
        }
        #expect(bases.count > 1 && recents > 3, "\(bases.count) bases, \(recents) recent segments")
    }

    private func compare(_ store: IndexStore, with base: TemporaryBase, questions: [String]) throws {
        let corpus = Corpus.load(base.folder, today: testDay)
        let index = try store.openAsItStands(today: testDay)
        let linear = LinearSearcher(corpus)
        #expect(
            try index.diagnostics().map { $0.text(in: .italian) } == corpus.diagnostics.map { $0.text(in: .italian) })
        #expect(try index.ids() == corpus.entries.map(\.id).sorted())
        #expect(try index.heads(index.ids()) == linear.heads(linear.ids()))
        for entry in corpus.entries { #expect(try index.entry(id: entry.id) == entry) }
        for question in questions {
            let (actual, expected) = (try index.answer(question), try linear.answer(question))
            if actual != expected { #expect(try describe(actual) == describe(expected), "\(question)") }
        }
        let again = try store.refresh(today: testDay)
        #expect(again.outcome == .current)
        #expect(again.errors == corpus.diagnostics.count { $0.severity == .error })
    }
}
