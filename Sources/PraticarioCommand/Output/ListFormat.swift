import ArgumentParser
import Foundation
import Praticario
import PraticarioPublishing

/// How an answer is written: for people, or for programs.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, jsonl, ids

    /// For the formats that are lists of sheets.
    func text(of selection: Selection) throws -> String {
        var text = ""
        switch self {
        case .csv: try selection.write(as: .csv, to: &text)
        case .jsonl: try selection.write(as: .jsonl, to: &text)
        case .ids: text = selection.items.map { $0.id + "\n" }.joined()
        case .text, .json: preconditionFailure("an answer is more than a list of sheets")
        }
        return text
    }
}
