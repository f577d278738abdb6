import ItalianText
import PraticarioSystem
import Synchronization

/// The words of all labels of a scheme, made when they are first wanted: most questions name a concept as it is called.
final class LabelTerms: Sendable {
    private let made = Mutex<[[Set<String>]]?>(nil)
    private let byFirst = Mutex<[String: [Words]]?>(nil)
    private let analyzer: TextAnalyzer
    /// See `sequences`; `nil` where nobody kept them.
    private let kept: [[[String]]]?

    /// The words of a label that has several, stop words left out.
    private struct Words {
        let concept: Int
        let stems: [String]
    }

    init(_ analyzer: TextAnalyzer, kept: [[[String]]]? = nil) {
        self.analyzer = analyzer
        self.kept = kept
    }

    /// For each concept the words of its preferred label, then those of each alternative one.
    func all(of concepts: [Concept]) -> [[Set<String>]] {
        made.withLock { made in
            if let made { return made }
            let terms = concepts.map { $0.ownLabels.map(self.terms) }
            made = terms
            return terms
        }
    }

    /// Stems, and stop words as they are: `sport per tutti` is not `sport`.
    func terms(_ label: String) -> Set<String> {
        let words = analyzer.words(in: label)
        guard words.contains(where: { !$0.isStopWord }) else { return [] }
        return Set(words.map { $0.stem ?? $0.exact })
    }

    /// The positions of the concepts with a label of several words that stand side by side among others, in their order.
    func positions(of concepts: [Concept], withLabelIn stems: [String]) -> [Int] {
        let byFirst = byFirstStem(concepts)
        var found: Set<Int> = []
        for start in stems.indices {
            for words in byFirst[stems[start]] ?? [] where stems[start...].starts(with: words.stems) {
                found.insert(words.concept)
            }
        }
        return found.sorted()
    }

    private func byFirstStem(_ concepts: [Concept]) -> [String: [Words]] {
        byFirst.withLock { byFirst in
            if let byFirst { return byFirst }
            var made: [String: [Words]] = [:]
            for (position, labels) in sequences(of: concepts).enumerated() {
                for stems in labels {
                    guard let first = stems.first else { continue }
                    made[first, default: []].append(Words(concept: position, stems: stems))
                }
            }
            byFirst = made
            return made
        }
    }

    /// For each concept the stems of those of its labels that have several words, stop words left out.
    func sequences(of concepts: [Concept]) -> [[[String]]] {
        kept
            ?? concepts.map { concept in
                concept.ownLabels.compactMap { label in
                    let words = analyzer.words(in: label).filter { !$0.isStopWord }
                    let stems = words.compactMap(\.stem)
                    // `come si fa` tells nothing, however many words it has.
                    return stems.count > 1 && words.contains { !analyzer.isAsking($0.form) } ? stems : nil
                }
            }
    }
}

extension Concept {
    /// In the language of the sheets.
    fileprivate var ownLabels: [String] { [prefLabel.it] + synonyms }
}
