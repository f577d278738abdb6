import Foundation
import PraticarioStatistics
import Testing

/// Figures against values that were computed by hand, and by another program.
@Suite struct NormalizedGainTests {
    @Test(arguments: [
        ([(2.0, 4.0), (3, 4)], 5.0, 0.6), ([(1, 1)], 5, 0), ([(4, 3)], 5, -1), ([(1, 5), (2, 5)], 5, 1),
        ([(0, 30), (50, 70)], 100, 1.0 / 3),
    ] as [([(Double, Double)], Double, Double)])
    func `the gain is that of the means`(pairs: [(Double, Double)], maximum: Double, gain: Double) throws {
        let found = try #require(NormalizedGain(pairs: pairs.map { (before: $0.0, after: $0.1) }, maximum: maximum))
        #expect(abs(try #require(found.gain) - gain) < 1e-12)
        #expect(found.paired == pairs.count)
    }

    @Test func `a group that could not answer better has no gain`() throws {
        let found = try #require(NormalizedGain(pairs: [(5, 5), (5, 4)], maximum: 5))
        #expect(found.gain == nil && found.band == nil && found.interval == nil)
    }

    @Test func `nobody who answered twice is no group`() {
        #expect(NormalizedGain(pairs: [], maximum: 5) == nil)
    }

    @Test(arguments: [
        (-0.01, NormalizedGain.Band.negative), (0, .low), (0.29, .low), (0.3, .medium), (0.69, .medium), (0.7, .high),
        (1, .high),
    ])
    func `bands are Hake's`(gain: Double, band: NormalizedGain.Band) throws {
        let found = try #require(NormalizedGain(pairs: [(0, gain * 100)], maximum: 100))
        #expect(found.band == band)
    }

    @Test func `fewer than five pairs have no interval`() throws {
        let pairs = [(1.0, 3.0), (2, 4), (2, 5), (3, 3)].map { (before: $0.0, after: $0.1) }
        #expect(try #require(NormalizedGain(pairs: pairs, maximum: 5)).interval == nil)
        #expect(try #require(NormalizedGain(pairs: pairs + [(1, 2)], maximum: 5)).interval != nil)
    }

    private static let group: [(before: Double, after: Double)] = [
        (1, 3), (2, 4), (2, 5), (3, 3), (1, 2), (4, 5), (2, 2), (3, 5), (2, 1), (1, 4), (3, 4), (2, 3),
    ]

    @Test func `the order of respondents never matters`() throws {
        let one = NormalizedGain(pairs: Self.group, maximum: 5)
        for shift in 1..<Self.group.count {
            let other = Array(Self.group[shift...] + Self.group[..<shift])
            #expect(NormalizedGain(pairs: other, maximum: 5) == one)
        }
    }

    @Test func `the interval is the one that another program finds`() throws {
        let python = ProcessInfo.processInfo.environment["PRATICARIO_PYTHON"] ?? "python3"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "bootstrap.py")
        let pairs = Self.group.map { "\($0.before),\($0.after)" }.joined(separator: ";")
        process.arguments = [python, script.path(percentEncoded: false), pairs, "5"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let numbers = text.split(separator: " ").compactMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        #expect(numbers.count == 3, "\(text)")
        let found = try #require(NormalizedGain(pairs: Self.group, maximum: 5))
        let own = [try #require(found.gain), try #require(found.interval).lower, try #require(found.interval).upper]
        for (one, other) in zip(own, numbers) { #expect(abs(one - other) < 1e-9, "\(own) \(numbers)") }
    }
}
