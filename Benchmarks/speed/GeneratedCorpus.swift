import Foundation
import ItalianText
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// Sheets of about 120 words, drawn by Zipf's law from Italian word forms: the same number gives the same sheet.
struct GeneratedCorpus {
    struct Sheet: Codable {
        let id: String
        let title: String
        let text: String
        let theme: String
        let territory: String
        let kind: String

        var markdown: String {
            """
            ---
            titolo: "\(title)"
            tipo: \(kind)
            pubblicazione: pubblicata
            licenza: CC0-1.0
            temi: [\(theme)]
            territori: ["\(territory)"]
            inizio: 2019
            ---

            ## Che cosa si fa

            \(text)

            """
        }
    }

    private let words: [String]
    private let themes: [String]
    private let territories: [String]

    /// - Throws: where the folder in which one is has no `corpus`.
    init() throws {
        // The words of the questions are common ones.
        let common = [
            "anziani", "quartiere", "comunità", "sociale", "scuola", "lavoro", "giovani", "orto", "vita", "soli",
            "partecipare",
            "aiutare",
        ]
        var shuffled = TextAnalyzer.italian.listedForms.map(\.form).filter { $0.count > 3 }
        var random = Random(1)
        for index in shuffled.indices.reversed() { shuffled.swapAt(index, random.below(index + 1)) }
        words = common + shuffled
        let read = Vocabularies.read { try? Files.read("corpus/" + $0.rawValue) }.vocabularies
        guard !read.themes.concepts.isEmpty else {
            throw FileProblem(
                path: "corpus", reason: "themes and territories are read from it: start from the repository")
        }
        themes = read.themes.concepts.map(\.id)
        territories = read.territories.territories.filter { $0.level == .municipality && !$0.isSuppressed }.map(\.code)
    }

    func sheet(_ number: Int) -> Sheet {
        var random = Random(number + 1)
        func text(_ count: Int) -> String { (0..<count).map { _ in word(&random) }.joined(separator: " ") }
        return Sheet(
            id: "s\(number)", title: text(4), text: (0..<8).map { _ in text(14) + "." }.joined(separator: " "),
            theme: themes[random.below(themes.count)], territory: territories[random.below(territories.count)],
            kind: ["pratica", "esperienza", "idea", "soluzione"][random.below(4)])
    }

    /// Zipf's law as Mandelbrot has it: ranks are shifted, so that the commonest word is in half of the sheets.
    private func word(_ random: inout Random) -> String {
        let shift = 20.0
        let rank = shift * pow((Double(words.count) + shift) / shift, random.unit()) - shift
        let word = words[min(Int(rank), words.count - 1)]
        return random.below(8) == 0 ? "il " + word : word
    }
}

/// SplitMix64 (Steele and others 2014).
struct Random {
    private var state: UInt64

    init(_ seed: Int) {
        state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }

    mutating func unit() -> Double {
        Double(next() >> 11) / Double(1 << 53)
    }
}
