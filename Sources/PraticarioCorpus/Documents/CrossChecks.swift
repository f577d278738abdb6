import PraticarioSystem

/// The checks between sheets. They always see the whole corpus, and look only at outlines.
package struct CrossChecks: Sendable {
    /// The documents that are in: of a repeated id, the first by path and row; of a file that is out, no part.
    package private(set) var accepted: Set<Origin> = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// `outlines` in the order of their origins.
    package init(_ outlines: [DocumentOutline], today: PartialDate) {
        var first: [String: Origin] = [:]
        for outline in outlines where outline.origin.whole.map(accepted.contains) ?? true {
            if let other = first[outline.id] {
                diagnostics.append(
                    Diagnostic(
                        .duplicateID, path: outline.origin.path, at: outline.idPlace,
                        message: LocalizedText(
                            it:
                                "l'id `\(outline.id)` è già di \(other.path), che resta; questa scheda resta fuori: dalle un altro id",
                            en:
                                "the id `\(outline.id)` already belongs to \(other.path), which stays; this sheet is left out: give it another id"
                        )))
            } else {
                first[outline.id] = outline.origin
                accepted.insert(outline.origin)
            }
        }
        let ids = first.keys.sorted()
        let suggestions = SuggestionBudget(50)
        for outline in outlines where accepted.contains(outline.origin) {
            var dangling = ProblemList()
            for reference in outline.references where first[reference.target] == nil {
                dangling.append(.danglingReference) {
                    let hint = Suggestion.hint(
                        suggestions.suggestion(for: reference.target) {
                            Suggestion.nearest(to: reference.target, among: ids)
                        })
                    return Diagnostic(
                        .danglingReference, path: outline.origin.path, at: reference.place,
                        message: LocalizedText(
                            it: "nessuna scheda ha l'id `\(reference.target)`\(hint.it)",
                            en: "no sheet has the id `\(reference.target)`\(hint.en)"),
                        excerpt: reference.excerpt)
                }
            }
            diagnostics += dangling.diagnostics(path: outline.origin.path)
            if let date = outline.reviewBy, date.isBefore(today) {
                diagnostics.append(
                    Diagnostic(
                        .reviewOverdue, path: outline.origin.path, at: outline.reviewPlace,
                        message: LocalizedText(
                            it:
                                "andava riletta entro il \(date.iso8601): verifica che sia ancora vera e sposta la data",
                            en:
                                "it was due for review by \(date.iso8601): check that it is still true and move the date"
                        )))
            }
        }
    }
}
