import Foundation
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// What a machine can see of the quality of the sheets in `corpus`. Each test names every sheet that fails, with what to mend.
@Suite struct CorpusQualityTests {
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static let corpus = Corpus.load(
        KnowledgeBaseFolder(root: repository.appending(path: "corpus").path()), today: .today)

    private var sheets: [Entry] { Self.corpus.entries }
    /// With a file of their own; a row of a table is shorter by its nature.
    private var files: [Entry] { sheets.filter { $0.origin.row == nil } }
    /// Of what there is outside this archive.
    private var real: [Entry] { sheets.filter { !$0.isExample } }

    // MARK: What there is

    @Test func `there are sheets enough to find something`() {
        #expect(sheets.count >= 180)
        #expect(sheets.count { $0.kind == .idea || $0.kind == .solution } >= 30)
    }

    @Test func `each region has at least five sheets of what is there`() {
        let register = Self.corpus.vocabularies.territories
        let places = real.map { entry in
            Set(entry.territories.compactMap(register.position).flatMap(register.pathToTop))
        }
        let regions = register.territories.filter { $0.level == .region && $0.validTo == nil }
        #expect(regions.count == 20)
        let poor = regions.filter { region in
            let position = register.position(of: region.code)
            return places.count { $0.contains { $0 == position } } < 5
        }
        #expect(poor.map(\.name) == [])
    }

    // MARK: What a sheet holds

    @Test func `what is told of others has a source that can be read`() {
        expectNone(of: real) { $0.sources.contains { $0.url != nil } ? nil : "no source with an address" }
    }

    @Test func `ideas and solutions are invented, and what is invented says so first`() {
        expectNone(of: sheets) { entry in
            let isProposal = entry.kind == .idea || entry.kind == .solution
            if isProposal && !entry.isExample { return "a proposal of somebody" }
            let saysSo = entry.summary?.hasPrefix("Esempio inventato.") ?? false
            return entry.isExample == saysSo ? nil : "summary"
        }
    }

    @Test func `a body is long enough to say something and short enough to be read`() {
        expectNone(of: files) { entry in
            let count = Prose(text(of: entry)).words.count
            return (entry.isExample ? 60...320 : 120...320).contains(count) ? nil : "\(count) words"
        }
    }

    @Test func `a body has the sections that readers look for, in their order, with something in each`() {
        let standard = StandardSection.allCases.filter { $0 != .internalNotes }.map(\.label.it)
        expectNone(of: files) { entry in
            let sections = entry.sections.drop { $0.title.isEmpty && entry.isExample }
            let titles = sections.map(\.title)
            guard titles == standard.filter(titles.contains) else { return "\(titles)" }
            guard titles.starts(with: standard.prefix(2)) else { return "without need and activity" }
            guard titles.count >= (entry.isExample ? 2 : 4) else { return "only \(titles)" }
            return sections.first { Prose($0.text).words.count < 5 }.map { "nothing in \($0.title)" }
        }
    }

    // MARK: How it is written

    @Test func `each sheet is easy to read, and the sheets together easier`() throws {
        expectNone(of: sheets) { entry in
            guard let index = Prose(text(of: entry)).gulpease else { return "no words" }
            return index >= 40 ? nil : "Gulpease \(index)"
        }
        let indices = sheets.compactMap { Prose(text(of: $0)).gulpease }
        #expect(indices.reduce(0, +) / Double(indices.count) >= 45)
    }

    @Test func `no two sheets are made of the same phrases`() {
        // On different subjects the most alike share 2 runs of words in 100.
        let shingles = sheets.map { Shingles(text(of: $0)) }
        var alike: [String] = []
        for (number, one) in shingles.enumerated() {
            for other in shingles.indices.dropFirst(number + 1) where one.similarity(to: shingles[other]) > 0.1 {
                alike.append("\(sheets[number].id) and \(sheets[other].id)")
            }
        }
        #expect(alike == [])
    }

    @Test func `no long sentence stands in three sheets`() {
        var holders: [[String]: Set<String>] = [:]
        for entry in sheets {
            for sentence in Prose(text(of: entry)).sentences {
                let words = Prose.words(sentence).map { $0.lowercased() }
                if words.count >= 8 { holders[words, default: []].insert(entry.id) }
            }
        }
        #expect(holders.filter { $0.value.count >= 3 } == [:])
    }

    @Test(.enabled(if: Hunspell.isInstalled, "hunspell or its Italian dictionary is not installed"))
    func `every word is in the dictionary or in the list of words that may stand`() throws {
        let allowed = try SpelledWords.allowed()
        let words = Dictionary(
            grouping: sheets.flatMap { entry in
                Set(prose(of: entry).flatMap(SpelledWords.words(in:))).map { (word: $0, id: entry.id) }
            }, by: \.word)
        let asked = words.keys.filter { !allowed.allows($0) }
        let wrong = try Hunspell.unknown(asked)
        #expect(wrong.sorted().map { "\($0): \(words[$0]?.first?.id ?? "")" } == [])
    }

    @Test func `the list of words that may stand is sorted, and each stands in a sheet`() throws {
        let lines = try SpelledWords.lines()
        #expect(lines == Set(lines).sorted())
        let words = Set(
            sheets.flatMap { prose(of: $0).flatMap(SpelledWords.words(in:)) }.flatMap(SpelledWords.forms(of:)))
        #expect(lines.filter { !words.contains($0) } == [])
    }

    // MARK: Texts

    /// The body as plain text; a block ends at the end of its line.
    private func text(of entry: Entry) -> String {
        entry.sections.map(\.text).joined(separator: "\n")
    }

    /// All that is told in sentences.
    private func prose(of entry: Entry) -> [String] {
        [entry.title, entry.summary ?? "", entry.needs ?? "", entry.results?.text ?? "", text(of: entry)]
    }

    private func expectNone(
        of entries: [Entry], that fail: (Entry) -> String?, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let failures = entries.compactMap { entry in fail(entry).map { "\(entry.id): \($0)" } }
        #expect(!entries.isEmpty, sourceLocation: sourceLocation)
        #expect(failures == [], sourceLocation: sourceLocation)
    }
}
