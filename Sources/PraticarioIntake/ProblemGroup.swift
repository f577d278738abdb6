package import PraticarioCorpus
import PraticarioSystem

/// Problems of one kind: how often, of which values, and one of them as an example.
package struct ProblemGroup: Sendable {
    /// In reading order, at least one.
    package private(set) var problems: [Diagnostic]
    /// What is wrong, the most frequent first, each with how often; empty where the problem is of no value.
    package private(set) var values: [(text: String, count: Int)] = []

    package var example: Diagnostic { problems[0] }

    /// Errors first, then in the order in which the kinds come up.
    package static func groups(of problems: [Diagnostic]) -> [ProblemGroup] {
        var positions: [DiagnosticCode: Int] = [:]
        var groups: [ProblemGroup] = []
        for problem in problems {
            if let position = positions[problem.code] {
                groups[position].problems.append(problem)
            } else {
                positions[problem.code] = groups.count
                groups.append(ProblemGroup(problems: [problem]))
            }
        }
        for index in groups.indices { groups[index].count() }
        return groups.filter { $0.example.severity == .error } + groups.filter { $0.example.severity == .warning }
    }

    private mutating func count() {
        var counts: [String: Int] = [:]
        var order: [String] = []
        for problem in problems {
            guard let value = Self.value(of: problem) else { continue }
            if counts[value] == nil { order.append(value) }
            counts[value, default: 0] += 1
        }
        let sorted = order.enumerated().sorted {
            let (a, b) = (counts[$0.element] ?? 0, counts[$1.element] ?? 0)
            return a == b ? $0.offset < $1.offset : a > b
        }
        values = sorted.map { ($0.element, counts[$0.element] ?? 0) }
    }

    /// The value that a problem is about, which its message shows between quotes.
    static func value(of problem: Diagnostic) -> String? {
        guard let start = problem.message.it.firstIndex(of: "«") else { return nil }
        let rest = problem.message.it[start...].dropFirst()
        return rest.firstIndex(of: "»").map { String(rest[..<$0]) }
    }

    /// Whether a value is a word that could be given a meaning.
    package static func hasForeignWord(_ problem: Diagnostic) -> Bool {
        switch problem.code {
        case .unknownTheme, .unknownTargetGroup, .unknownTerritory, .ambiguousTerritory, .unknownValue, .invalidDate:
            true
        default: false
        }
    }
}
