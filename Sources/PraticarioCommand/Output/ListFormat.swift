import ArgumentParser
import Foundation
import Praticario

/// How an answer is written: for people, or for programs.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, jsonl, ids

    /// For the formats that are lists of sheets.
    func text(of selection: Selection) -> String {
        switch self {
        case .csv: selection.csv()
        case .jsonl: selection.jsonLines()
        case .ids: selection.entries.map { $0.id + "\n" }.joined()
        case .text, .json: preconditionFailure("an answer is more than a list of sheets")
        }
    }
}
