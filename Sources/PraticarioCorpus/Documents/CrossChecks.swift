import PraticarioSystem

/// The checks between sheets. They look only at outlines: of the whole corpus, or of what changed in it with all that depends on
/// that, beside what is known of the others (`OtherDocuments`).
package struct CrossChecks: Sendable {
    /// The documents that are in: of a repeated id, the first by path and row; of a file that is out, no part.
    package let accepted: Set<Origin>
    package private(set) var diagnostics: [Diagnostic] = []
    /// Those that are in.
    package private(set) var communities = CommunityNames()
    /// The documents that must be looked at again whatever changes: those that are out, and those that name what is not there.
    package private(set) var unsettled: Set<Origin> = []
    /// For each id that is not there and was asked about, the nearest of those that are.
    package private(set) var suggestions: [String: String?] = [:]

    /// - Parameters:
    ///   - outlines: in the order of their origins.
    ///   - others: what is known of the documents that are not among them.
    ///   - attached: the files beside the sheets; `nil` where there is no folder to look into.
    package init(
        _ outlines: [DocumentOutline], beside others: OtherDocuments = .none, attached: AttachedFiles? = nil,
        today: PartialDate
    ) {
        var admission = Admission()
        for outline in outlines {
            guard case .repeats(let other) = admission.verdict(outline) else { continue }
            diagnostics.append(
                Diagnostic(
                    .duplicateID, path: outline.origin.path, at: outline.idPlace,
                    message: LocalizedText(
                        it:
                            "l'id `\(outline.id)` è già di \(other.path), che resta; questa scheda resta fuori: dalle un altro id",
                        en:
                            "the id `\(outline.id)` already belongs to \(other.path), which stays; this sheet is left out: give it another id"
                    )))
        }
        let (accepted, first) = (admission.accepted, admission.origins)
        self.accepted = accepted
        unsettled = Set(outlines.lazy.map(\.origin).filter { !accepted.contains($0) })
        let titled = outlines.filter { $0.title != nil && accepted.contains($0.origin) }.compactMap { outline in
            outline.title.map { (origin: outline.origin, id: outline.id, title: $0) }
        }
        communities = CommunityNames(
            (titled + others.communities).sorted { $0.origin < $1.origin }.map { ($0.id, $0.title) })
        // Also of sheets that are out: what they name is no stray file.
        diagnostics += attached?.diagnostics(outlines) ?? []
        // Most knowledge bases have no wrong names, and nobody needs to know of others.
        let own = Array(first.keys)
        lazy var ids = (own + others.ids()).sorted()
        func isPresent(_ id: String) -> Bool { first[id] != nil || others.has(id) }
        let budget = SuggestionBudget(50)
        for outline in outlines
        where (outline.reviewBy != nil || !outline.references.isEmpty) && accepted.contains(outline.origin) {
            var dangling = ProblemList()
            for reference in outline.references {
                guard let (code, names) = missing(reference, isPresent: isPresent) else { continue }
                unsettled.insert(outline.origin)
                dangling.append(code) {
                    let target = reference.target
                    let hint = Suggestion.hint(
                        budget.suggestion(for: target) {
                            if let names { return Suggestion.nearest(to: target, among: names) }
                            let nearest: String?
                            switch others.suggestion(target) {
                            case .some(nil): nearest = Suggestion.nearest(to: target, among: own.sorted())
                            case .some(let known?) where isPresent(known):
                                nearest = Suggestion.nearest(to: target, among: (own + [known]).sorted())
                            default: nearest = Suggestion.nearest(to: target, among: ids)
                            }
                            suggestions.updateValue(nearest, forKey: target)
                            return nearest
                        })
                    return Diagnostic(
                        code, path: outline.origin.path, at: reference.place,
                        message: Self.message(reference, hint), excerpt: reference.excerpt)
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

    /// A sheet that another one names is not there.
    ///
    /// - Parameter ids: of those that are.
    package static func dangling(
        _ reference: DocumentOutline.Reference, path: String, among ids: [String]
    ) -> Diagnostic {
        let hint = Suggestion.hint(Suggestion.nearest(to: reference.target, among: ids))
        return Diagnostic(
            .danglingReference, path: path, at: reference.place, message: message(reference, hint),
            excerpt: reference.excerpt)
    }

    /// `nil` for what is there, and for what nobody can tell: a knowledge base without communities may name those of others.
    ///
    /// - Returns: what is wrong, and the names that may have been meant; `nil` for those of all documents.
    private func missing(
        _ reference: DocumentOutline.Reference, isPresent: (String) -> Bool
    ) -> (code: DiagnosticCode, names: [String]?)? {
        switch reference.kind {
        case .sheet, .outcome: return !isPresent(reference.target) ? (.danglingReference, nil) : nil
        case .community:
            guard !communities.isEmpty, communities.id(of: reference.target) == nil else { return nil }
            return (.unknownCommunity, communities.all)
        case .meeting:
            let parts = reference.target.split(separator: "/")
            guard let name = parts.last, let id = communities.id(of: parts.dropLast().joined(separator: "/")),
                !isPresent(id + "/" + name)
            else { return nil }
            return (.unknownCommunity, [])
        }
    }

    private static func message(_ reference: DocumentOutline.Reference, _ hint: LocalizedText) -> LocalizedText {
        let target = reference.target
        switch reference.kind {
        case .sheet, .outcome:
            return LocalizedText(
                it: "nessuna scheda ha l'id `\(target)`\(hint.it)", en: "no sheet has the id `\(target)`\(hint.en)")
        case .community:
            return LocalizedText(
                it: "nessuna comunità si chiama «\(target)»\(hint.it)",
                en: "no community is called “\(target)”\(hint.en)")
        case .meeting:
            let number = target.split(separator: "-").last ?? ""
            return LocalizedText(
                it: "la comunità non ha un incontro \(number)", en: "the community has no meeting \(number)")
        }
    }
}
