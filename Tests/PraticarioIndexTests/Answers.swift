import Foundation
import PraticarioCorpus
import PraticarioSearch

/// Everything that an answer holds, as text, so that two that differ show where. Scores and their parts are compared to the
/// last bit.
func describe(_ results: SearchResults) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(results), as: UTF8.self)
}

let testDay = PartialDate(year: 2026, month: 11, day: 24)!
