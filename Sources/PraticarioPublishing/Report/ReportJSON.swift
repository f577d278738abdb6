import Foundation
import PraticarioReport

/// A report for programs.
enum ReportJSON {
    static func text(of report: Report) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        guard let data = try? encoder.encode(Answer(report: report, totals: report.totals)) else {
            preconditionFailure("a report has no JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }

    private struct Answer: Encodable {
        let version = 1
        let report: Report
        let totals: Totals
    }
}
