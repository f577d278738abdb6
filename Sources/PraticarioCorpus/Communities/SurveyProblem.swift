import Foundation
public import PraticarioSystem

/// Why the answers to a form were not taken. Nothing was written.
public enum SurveyProblem: ExplainedError, Codable, Hashable {
    /// No column has this heading.
    case noColumn(String)
    /// Which column holds the codes of the respondents is not clear; the headings that there are.
    case noRespondent([String])
    /// Nothing says when people answered; the headings that there are.
    case noTime([String])
    /// The best answer there is has not been said.
    case noMaximum
    /// The column with this heading names persons.
    case personalCodes(String)
    /// No row holds a score.
    case noScores

    /// Says what to do.
    public var message: LocalizedText {
        switch self {
        case .noColumn(let heading):
            LocalizedText(
                it: "nessuna colonna si chiama «\(heading)»; copia il titolo com'è, fra virgolette",
                en: "no column is called “\(heading)”; copy the heading as it is, between quotes")
        case .noRespondent(let headings):
            LocalizedText(
                it:
                    "quale colonna ha i codici di chi risponde? --respondent \"TITOLO\"; ci sono: \(Self.list(headings))",
                en:
                    "which column has the respondents' codes? --respondent \"HEADING\"; there are: \(Self.list(headings))"
            )
        case .noTime(let headings):
            LocalizedText(
                it:
                    "prima o dopo? --wave prima, --wave dopo, o la colonna che lo dice: --wave-column \"TITOLO\"; ci sono: \(Self.list(headings))",
                en:
                    "before or after? --wave before, --wave after, or the column that says so: --wave-column \"HEADING\"; there are: \(Self.list(headings))"
            )
        case .noMaximum:
            LocalizedText(
                it: "qual è il punteggio più alto possibile? Per una scala da 1 a 5: --max 5",
                en: "which is the best score there is? For a scale from 1 to 5: --max 5")
        case .personalCodes(let heading):
            LocalizedText(
                it:
                    "la colonna «\(heading)» ha nomi o indirizzi di persone, e non si legge: chi risponde scelga un codice suo, come le prime lettere di una via e un numero",
                en:
                    "the column “\(heading)” holds names or addresses of persons, and is not read: let respondents choose a code of their own"
            )
        case .noScores:
            LocalizedText(
                it: "nessuna riga ha insieme un codice, un momento e un punteggio: controlla le colonne e la scala",
                en: "no row has a code, a time and a score together: check the columns and the scale")
        }
    }

    package static func list(_ headings: [String]) -> String {
        headings.filter { !$0.isEmpty }.prefix(12).map { "«\($0.prefix(60))»" }.joined(separator: ", ")
    }
}
