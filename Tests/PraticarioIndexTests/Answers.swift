import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// An answer as text, so that two that differ show where.
func describe(_ results: SearchResults) -> String {
    var lines = ["total \(results.total), with all words \(results.totalWithAllWords)"]
    for hit in results.hits {
        lines.append(
            "\(hit.id) \(hit.score) \(hit.hasAllWords) \(hit.entry.relations.map(\.target)) \(hit.snippet.map(\.text).joined())"
        )
    }
    for facet in Facet.allCases {
        let counts = (results.facets[facet] ?? []).map { "\($0.key)=\($0.count)/\($0.countWithAllWords)" }
        lines.append("\(facet): \(counts.joined(separator: " "))")
    }
    lines += results.query.notes.map(\.it) + results.query.diagnostics.map { $0.text(in: .italian) }
    return lines.joined(separator: "\n")
}

let testDay = PartialDate(year: 2026, month: 11, day: 24)!
