import ItalianText
public import PraticarioCorpus
import PraticarioSystem

/// Questions with the sheets that answer them, as somebody judged who read the sheets: what `SearchEvaluation` measures a
/// search by.
public struct JudgedQuestions: Sendable {
    /// In the order of the file.
    public let questions: [JudgedQuestion]
    /// The lines that could not be read.
    public let diagnostics: [Diagnostic]

    /// Reads lines of a class, a question and its judgments, separated by tabs: `tema⇥orti di quartiere⇥orto-in-condotta=3`.
    ///
    /// A judgment is the id of a sheet and a grade: 3 what is asked for, 2 useful, 1 touches it; what is not named is 0. No
    /// judgment says that no sheet answers. Lines that begin with `#` are remarks.
    public init(_ bytes: [UInt8], path: String) {
        var questions: [JudgedQuestion] = []
        var diagnostics: [Diagnostic] = []
        // Excel writes a mark before the first line, and Windows two characters behind each.
        let text = String(decoding: bytes, as: UTF8.self).drop { $0 == "\u{FEFF}" }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() where !line.hasPrefix("#") && !line.allSatisfy(\.isWhitespace) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                String($0).trimmingSpaces()
            }
            let judged = cells.count == 3 ? Self.grades(cells[2]) : nil
            if let judged, !cells[1].isEmpty {
                questions.append(JudgedQuestion(group: cells[0], text: cells[1], grades: judged))
            } else {
                diagnostics.append(
                    Diagnostic(
                        .malformedTable, path: path, at: TextPlace(line: number + 1, column: 1),
                        message: LocalizedText(
                            it:
                                "una riga ha classe, domanda e giudizi, separati da tabulazioni: tema⇥orti⇥orto-vicini=3",
                            en:
                                "a line has a class, a question and judgments, separated by tabs: tema⇥orti⇥orto-vicini=3"
                        )))
            }
        }
        (self.questions, self.diagnostics) = (questions, diagnostics)
    }

    /// `orto-vicini=3 serra=1`; `nil` where something else stands there.
    private static func grades(_ text: String) -> [String: Int]? {
        var grades: [String: Int] = [:]
        for item in text.split(separator: " ") {
            let parts = item.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, let grade = Int(parts[1]), (1...3).contains(grade) else {
                return nil
            }
            grades[String(parts[0])] = grade
        }
        return grades
    }
}

/// A question and how well sheets answer it.
public struct JudgedQuestion: Codable, Hashable, Sendable {
    /// What kind of question it is, such as `refusi`.
    public let group: String
    /// In the query language.
    public let text: String
    /// From 1 to 3 by the ids of sheets; empty where none answers.
    public let grades: [String: Int]
}
