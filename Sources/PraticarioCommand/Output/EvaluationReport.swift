import Foundation
import Praticario
import PraticarioSystem

/// Measures as a table on a terminal, a line for each class.
struct EvaluationReport {
    private let evaluation: SearchEvaluation
    private let language: Language

    init(_ evaluation: SearchEvaluation, language: Language) {
        self.evaluation = evaluation
        self.language = language
    }

    var text: String {
        let depth = SearchEvaluation.depth
        let heads = [
            language.say("classe", "class"), language.say("domande", "questions"), "recall@\(depth)", "MRR@\(depth)",
            "nDCG@\(depth)", language.say("vuote", "empty"), language.say("detto no", "said no"),
            language.say("no a torto", "wrong no"),
        ]
        let rows = evaluation.rows.map { row in
            [
                row.group ?? language.say("tutte", "all"), String(row.questions), Self.text(row.recall),
                Self.text(row.reciprocalRank), Self.text(row.gain), Self.text(row.withoutResult),
                Self.text(row.rightlyDenied), Self.text(row.wronglyDenied),
            ]
        }
        let widths = heads.indices.map { column in ([heads] + rows).map { $0[column].count }.max() ?? 0 }
        return ([heads] + rows).map { cells in
            cells.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    private static func text(_ value: Double?) -> String {
        value.map { String(format: "%.3f", $0) } ?? "-"
    }
}
