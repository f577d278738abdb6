import GRDB
import ItalianText
import PraticarioSearch
import TestSupport
import Testing

@testable import PraticarioIndex

/// The lists of terms that words are ranked by.
@Suite struct PostingTests {
    /// By field; the words of a document are what it is made of.
    private func document(_ title: String, _ body: String) -> DocumentTerms {
        DocumentTerms([title, "", "", "", "", body], .italian)
    }

    private func makeStore() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.write { db in
            try db.execute(sql: PostingStore.schema)
        }
        return queue
    }

    private func frequencies(_ term: String, _ db: Database) throws -> [Int32: Int32] {
        let list = try PostingStore(db, .base).list(of: term, below: 100_000)
        #expect(list.rowids == list.rowids.sorted())
        return Dictionary(zip(list.rowids, list.frequencies)) { first, _ in first }
    }

    private func places(_ term: String, in rowid: Int32, _ db: Database) throws -> [[Int]] {
        let list = try PostingStore(db, .base).list(of: term, below: 100_000)
        return try PlaceReader([list], db).places(of: 0, in: rowid).map {
            [Place(packed: $0).field, Place(packed: $0).word]
        }
    }

    @Test func `a list tells how often a term occurs, by field, and where`() throws {
        try makeStore().write { db in
            let builder = PostingBuilder()
            builder.add(document("Orto", "Un orto e altri orti"), rowid: 0)
            builder.add(document("Altro", "niente"), rowid: 1)
            builder.add(document("", "orto"), rowid: 300)
            try PostingStore(db, .base).take(builder, isEmpty: true)
            let stem = TextAnalyzer.italian.words(in: "orto")[0].stem ?? ""
            // 30 for the title, 10 each for the two in the body.
            #expect(try frequencies(stem, db) == [0: 50, 300: 10])
            #expect(try frequencies("\u{E000}orti", db) == [0: 10])
            #expect(try places(stem, in: 0, db) == [[0, 0], [5, 1], [5, 4]])
            #expect(try places(stem, in: 300, db) == [[5, 0]])
            #expect(try places(stem, in: 1, db) == [])
            #expect(try PostingStore(db, .base).count(of: stem) == 2)
        }
    }

    @Test func `documents come and go, and the lists are those of what is left`() throws {
        try makeStore().write { db in
            let store = PostingStore(db, .base)
            let all = (0..<400).map { document("Scuola", "parola \($0 % 7) scuola comune") }
            let first = PostingBuilder()
            for rowid in 0..<200 { first.add(all[rowid], rowid: rowid) }
            try store.take(first, isEmpty: true)
            let second = PostingBuilder()
            for rowid in stride(from: 0, to: 200, by: 3) { second.remove(all[rowid], rowid: rowid) }
            for rowid in 200..<400 { second.add(all[rowid], rowid: rowid) }
            try store.take(second, isEmpty: false)
            let third = PostingBuilder()
            for rowid in 0..<400 where rowid >= 200 || !rowid.isMultiple(of: 3) {
                third.remove(all[rowid], rowid: rowid)
                if rowid == 399 { third.add(document("", "scuola"), rowid: rowid) }
            }
            let stem = TextAnalyzer.italian.words(in: "scuola")[0].stem ?? ""
            #expect(
                try frequencies(stem, db).keys.sorted()
                    == (0..<400).filter { $0 >= 200 || !$0.isMultiple(of: 3) }.map(Int32.init))
            for rowid in [Int32(1), 199, 200, 399] {
                #expect(try places(stem, in: rowid, db) == [[0, 0], [5, 2]])
            }
            try store.take(third, isEmpty: false)
            #expect(try frequencies(stem, db) == [399: 10])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM posting") == 2)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM place") == 2)
        }
    }

    /// What a hundred and more documents look like, each in its own way.
    private func various(_ count: Int) -> [DocumentTerms] {
        (0..<count).map { number in
            let words = (0..<(number % 11)).map { ["orto", "sociale", "scuola", "di"][(number * 7 + $0 * $0) % 4] }
            return document(number.isMultiple(of: 5) ? "orto sociale" : "scuola", words.joined(separator: " "))
        }
    }

    @Test func `places are the same looked up one by one, by the dozen and backwards`() throws {
        try makeStore().write { db in
            let documents = various(4_000)
            let builder = PostingBuilder()
            for (rowid, terms) in documents.enumerated() { builder.add(terms, rowid: rowid * 3) }
            try PostingStore(db, .base).take(builder, isEmpty: true)
            let lists = try ["orto", "sociale"].map {
                try PostingStore(db, .base).list(of: "\u{E000}" + $0, below: 100_000)
            }
            // Chunks in number, of which the first lookups read single ones.
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM place WHERE term = 1") ?? 0 > 5)
            let (forwards, backwards) = (PlaceReader(lists, db), PlaceReader(lists, db))
            for rowid in lists[0].rowids {
                #expect(try !forwards.places(of: 0, in: rowid).isEmpty)
            }
            for rowid in lists[0].rowids.reversed() {
                let alone = PlaceReader(lists, db)
                for pattern in [0, 1] {
                    let expected = try alone.places(of: pattern, in: rowid)
                    #expect(try forwards.places(of: pattern, in: rowid) == expected)
                    #expect(try backwards.places(of: pattern, in: rowid) == expected)
                }
            }
            #expect(try forwards.places(of: 0, in: 1).isEmpty)
        }
    }

    @Test(arguments: [
        ["orto", "sociale"], ["sociale", "orto"], ["orto", "orto", "di"], ["di", "scuola"], ["orto", "mare"],
    ])
    func `a phrase is found where its words stand one behind the other`(phrase: [String]) throws {
        try makeStore().write { db in
            let texts = (0..<3_000).map { number in
                (0..<(number % 13)).map { ["orto", "sociale", "scuola", "di"][(number * 5 + $0 * $0 * 3) % 4] }
            }
            let builder = PostingBuilder()
            for (rowid, words) in texts.enumerated() {
                builder.add(document("", words.joined(separator: " ")), rowid: rowid * 2)
            }
            let store = PostingStore(db, .base)
            try store.take(builder, isEmpty: true)
            let found = try PhraseFinder(db).list(
                of: phrase.map { try store.list(of: "\u{E000}" + $0, below: 100_000) })
            let begins = texts.map { words in
                words.indices.filter { Array(words[$0...].prefix(phrase.count)) == phrase }
            }
            let expected = texts.indices.filter { !begins[$0].isEmpty }
            #expect(found.rowids == expected.map { Int32($0 * 2) })
            #expect(found.frequencies == expected.map { Int32(begins[$0].count * 10) })
            let reader = PlaceReader([found], db)
            for number in expected {
                #expect(
                    try reader.places(of: 0, in: Int32(number * 2))
                        == begins[number].map { Place(field: 5, word: $0).packed })
            }
        }
    }

    @Test func `steps and frequencies of any size come back, below the limit alone`() throws {
        var random = SystemRandomNumberGenerator()
        for size in [0, 1, 7, 8, 9, 64, 1_000] {
            var (bytes, last): ([UInt8], Int) = ([], -1)
            var expected: [(rowid: Int32, frequency: Int32)] = []
            for _ in 0..<size {
                let isSmall = Int.random(in: 0..<20, using: &random) > 0
                let rowid = last + Int.random(in: isSmall ? 1...127 : 1...400, using: &random)
                let frequency = Int.random(in: isSmall ? 1...127 : 1...70_000, using: &random)
                PostingList.append(rowid, frequency, behind: last, to: &bytes)
                expected.append((Int32(rowid), Int32(frequency)))
                last = rowid
            }
            func read(below limit: Int) throws -> PostingList {
                try bytes.withUnsafeBufferPointer {
                    try PostingList($0, count: size, below: limit, places: .gathered(offsets: [0], []))
                }
            }
            let list = try read(below: last + 1)
            #expect(list.rowids == expected.map(\.rowid) && list.frequencies == expected.map(\.frequency))
            if size > 0 { #expect(throws: ArchiveProblem.self) { try read(below: last) } }
        }
    }

    @Test(
        arguments: [
            [], [0x80], [0x01], [0x00, 0x0A], [0x01, 0x00], [0x01, 0x0A, 0x00, 0x0A],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
            [0x01, 0x0A, 0x01], [0x7F, 0x0A, 0x7F, 0x0A],
        ] as [[UInt8]])
    func `bytes that are no list are damage`(bytes: [UInt8]) {
        #expect(throws: (any Error).self) {
            try bytes.withUnsafeBufferPointer {
                try PostingList($0, count: 2, below: 200, places: .gathered(offsets: [0], []))
            }
        }
    }

    /// Two patterns' places, each its field and its word, and how far apart they are.
    struct Neighbours: Sendable {
        let first: [[Int]]
        let second: [[Int]]
        let distance: Int32
    }

    private static let neighbours: [Neighbours] = [
        Neighbours(first: [[0, 3]], second: [[0, 4]], distance: 1),
        Neighbours(first: [[0, 3]], second: [[1, 3]], distance: 0),
        Neighbours(first: [[0, 1], [5, 9]], second: [[5, 2], [5, 30]], distance: 7),
        Neighbours(first: [[2, 2]], second: [[2, 2]], distance: 1),
        Neighbours(first: [], second: [[0, 0]], distance: 0),
        Neighbours(first: [[0, 0], [0, 10]], second: [[0, 5], [0, 11]], distance: 1),
    ]

    @Test(arguments: neighbours)
    func `neighbours are as far apart as where they are nearest in one field`(pair: Neighbours) {
        func places(_ all: [[Int]]) -> [UInt32] { all.map { Place(field: $0[0], word: $0[1]).packed } }
        #expect(Place.distance(places(pair.first), places(pair.second)) == pair.distance)
        #expect(Place.distance(places(pair.second), places(pair.first)) == pair.distance)
    }
}
