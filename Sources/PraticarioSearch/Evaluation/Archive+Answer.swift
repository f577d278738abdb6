import ItalianText
package import PraticarioCorpus

extension Archive {
    /// Answers what a person typed, as the request wants it.
    ///
    /// - Parameter collections: looks up what `raccolta:` names.
    package func answer(
        _ text: String, _ request: SearchRequest = SearchRequest(),
        collections: @escaping CollectionLookup = { _ in nil }
    ) throws -> SearchResults {
        let reading = QuestionReading(text)
        let resolved = reading.resolve(values, collections: collections)
        let corrected = try Spelling.correct(resolved, in: self)
        let query = ThemeAbove.adding(to: ThemesInWords.adding(to: corrected, values.vocabularies), in: self)
        var request = request
        request.sort = request.sort ?? reading.question.sort
        var tasks = [SearchTask(query, request)]
        let others = request.documents > 0 ? kinds.subtracting([.sheet]) : []
        if !others.isEmpty { tasks.append(SearchTask(query, .best(Self.judgedDocuments), among: others)) }
        if request.wantsOffers { tasks += Offer.besides(query) }
        var answers = try search(tasks)
        var results = answers.removeFirst()
        results.query.absent = results.query.absent.map(withoutElision)
        if !others.isEmpty {
            let found = answers.removeFirst()
            // Nobody asked for them: what has but one of the words stays out.
            results.documents = Array(found.documents.filter(\.standing.hasAllWords).prefix(request.documents))
            results.totalDocuments = found.totalWithAllWords
        }
        if request.wantsOffers {
            results.offered = try Offer.beside(answers) + Offer.wider(than: results, query, in: self)
            if results.total == 0 { results.proposals = try Proposals.make(for: query, in: self) }
        }
        if request.wantsSnippets {
            results.hits = try highlighted(results.hits, query)
            results.documents = try highlighted(results.documents, query)
            for index in results.offered.indices {
                results.offered[index].hits = try highlighted(results.offered[index].hits, query)
            }
        }
        if request.wantsEntries { results.hits = try withEntries(results.hits) }
        return results
    }

    /// Among the best of them those with all the words are looked for.
    private static var judgedDocuments: Int { 50 }

    /// The sheets most like one: those that share the words of its title, its summary, its needs and its themes, the
    /// rarer the better; best first, itself left out.
    package func similar(to entry: Entry, limit: Int) throws -> [SearchHit] {
        let query = ResolvedQuery(likeness: entry, values.vocabularies)
        guard !query.terms.isEmpty else { return [] }
        var request = SearchRequest.allHeads
        request.limit = limit + 1
        let hits = try search(query, request).hits.filter { $0.id != entry.id }
        return try highlighted(Array(hits.prefix(limit)), query)
    }

    /// `l'alzheimer` as the word that was looked for.
    private func withoutElision(_ text: String) -> String {
        let words = values.vocabularies.analyzer.words(in: text)
        guard words.count == 1, text.last != "*" else { return text }
        return String(decoding: Array(text.utf8)[words[0].range], as: UTF8.self)
    }

    /// With titles highlighted and snippets cut.
    private func highlighted<Hit: HighlightedHit>(_ hits: [Hit], _ query: ResolvedQuery) throws -> [Hit] {
        guard !hits.isEmpty else { return [] }
        let highlighter = Highlighter(query, values.vocabularies.analyzer)
        return zip(hits, try passages(of: hits.map(\.id))).map { hit, passages in
            var hit = hit
            hit.title = highlighter.highlight(hit.plainTitle)
            hit.snippet = highlighter.snippet(of: passages)
            return hit
        }
    }

    private func withEntries(_ hits: [SearchHit]) throws -> [SearchHit] {
        let entries = Dictionary(try entries(hits.map(\.id)).map { ($0.id, $0) }) { first, _ in first }
        return hits.map { hit in
            var hit = hit
            hit.entry = entries[hit.id]
            return hit
        }
    }
}

/// What a list shows with the words that were found: sheets and documents beside them.
private protocol HighlightedHit: Identifiable<String> {
    var plainTitle: String { get }
    var title: [Fragment] { get set }
    var snippet: [Fragment] { get set }
}

extension SearchHit: HighlightedHit {
    fileprivate var plainTitle: String { head.title }
}

extension DocumentHit: HighlightedHit {
    fileprivate var plainTitle: String { head.title }
}
