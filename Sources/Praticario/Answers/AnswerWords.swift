import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// What is said of an answer before its sheets, in both languages: the terminal, pages and whatever else shows answers say
/// the same.
public struct AnswerWords: Sendable {
    /// What was not understood, and how what was ambiguous was taken.
    public let remarks: [LocalizedText]
    /// Of each word that was searched in another spelling.
    public let corrections: [LocalizedText]
    /// What no sheet has; `nil` where everything was found.
    public let absent: LocalizedText?
    /// How many sheets there are, and with how many of the words.
    public let count: LocalizedText

    /// - Parameter results: the answer.
    public init(_ results: SearchResults) {
        let query = results.query
        remarks = query.diagnostics.map(\.message) + query.notes
        corrections = query.corrections.map { correction in
            LocalizedText(
                it: "«\(correction.typed)» non c'è in nessuna scheda: cercato «\(correction.replacement)»",
                en: "no sheet has “\(correction.typed)”: “\(correction.replacement)” was searched")
        }
        absent = Self.absent(query.absent, isAnswered: results.total > 0)
        count = Self.count(results)
    }

    private static func absent(_ words: [String], isAnswered: Bool) -> LocalizedText? {
        guard !words.isEmpty else { return nil }
        let named = words.map { "«\($0)»" }.joined(separator: ", ")
        return isAnswered
            ? LocalizedText(
                it: "nessuna scheda parla di \(named): ecco le più vicine",
                en: "no sheet is about \(named): these are the nearest")
            : LocalizedText(it: "nessuna scheda parla di \(named)", en: "no sheet is about \(named)")
    }

    private static func count(_ results: SearchResults) -> LocalizedText {
        func counted(_ count: Int) -> LocalizedText {
            count == 1
                ? LocalizedText(it: "1 scheda", en: "1 sheet")
                : LocalizedText(it: "\(count) schede", en: "\(count) sheets")
        }
        let (total, all) = (counted(results.total), results.totalWithAllWords)
        guard results.total > 0 else { return LocalizedText(it: "Nessuna scheda", en: "No sheet") }
        guard results.query.wordCount > 1, all < results.total else { return total }
        guard all > 0 else {
            return LocalizedText(
                it: "\(total.it) con alcune delle parole, nessuna con tutte",
                en: "\(total.en) with some of the words, none with all")
        }
        let rest = results.total - all
        return LocalizedText(
            it: "\(counted(all).it) con tutte le parole, \(rest) con alcune",
            en: "\(counted(all).en) with all the words, \(rest) with some")
    }
}
