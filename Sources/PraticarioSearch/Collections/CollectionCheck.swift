package import PraticarioCorpus
import PraticarioSystem

/// Whether what a collection names exists, and what its searches mean.
package struct CollectionCheck {
    private let known: Set<String>
    private let sorted: [String]
    private let suggestions = SuggestionBudget(50)
    private let archive: (any Archive)?

    /// What is wrong with the collections of a folder, their files included.
    ///
    /// - Parameters:
    ///   - known: the ids of all sheets.
    ///   - archive: made only where some collection has a search.
    package static func diagnostics(
        of files: CollectionFiles, known: Set<String>, archive: () throws -> any Archive
    ) throws -> [Diagnostic] {
        let needsSearcher = files.collections.contains { !$0.searches.isEmpty }
        let check = CollectionCheck(known: known, archive: needsSearcher ? try archive() : nil)
        return try files.diagnostics + files.collections.flatMap(check.diagnostics)
    }

    /// - Parameters:
    ///   - known: the ids of all sheets.
    ///   - archive: asked the collections' searches, which are not checked without one.
    package init(known: Set<String>, archive: (any Archive)?) {
        self.known = known
        sorted = known.sorted()
        self.archive = archive
    }

    /// What is wrong with it, in the order of the file.
    package func diagnostics(of collection: CuratedCollection) throws -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        for part in collection.parts {
            switch part {
            case .text: continue
            case .entry(let entry):
                if !known.contains(entry.id) {
                    diagnostics.append(dangling(entry.id, at: entry.place, in: collection))
                } else if !seen.insert(entry.id).inserted {
                    diagnostics.append(
                        Diagnostic(
                            .repeatedEntry, path: collection.path, at: entry.place,
                            message: LocalizedText(
                                it: "la scheda `\(entry.id)` c'è già più sopra: vale la prima voce",
                                en: "the sheet `\(entry.id)` is already there above: the first entry counts")))
                }
            case .search(let search): diagnostics += try self.diagnostics(of: search, in: collection)
            }
        }
        diagnostics += collection.links.filter { !known.contains($0.id) }.map {
            dangling($0.id, at: $0.place, in: collection)
        }
        return diagnostics
    }

    private func dangling(_ id: String, at place: TextPlace, in collection: CuratedCollection) -> Diagnostic {
        let nearest = suggestions.suggestion(for: id) { Suggestion.nearest(to: id, among: sorted) }
        return Diagnostic(
            .danglingReference, path: collection.path, at: place,
            message: LocalizedText(
                it: "nessuna scheda ha l'id `\(id)`" + (nearest.map { "; forse volevi «\($0)»?" } ?? ""),
                en: "no sheet has the id `\(id)`" + (nearest.map { "; did you mean “\($0)”?" } ?? "")))
    }

    /// The problems of the question stand in the file, at its line.
    private func diagnostics(
        of search: CuratedCollection.Search, in collection: CuratedCollection
    ) throws -> [Diagnostic] {
        guard let archive else { return [] }
        let results = try archive.answer(search.question, .counts(of: []))
        var diagnostics = results.query.diagnostics.map { problem in
            var problem = problem
            problem.path = collection.path
            problem.place = TextPlace(line: search.place.line, column: problem.place?.column ?? search.place.column)
            return problem
        }
        if results.total == 0 {
            diagnostics.append(
                Diagnostic(
                    .emptySearch, path: collection.path, at: search.place,
                    message: LocalizedText(
                        it: "la ricerca non trova nessuna scheda", en: "the search finds no sheet"),
                    excerpt: search.question))
        }
        return diagnostics
    }
}
