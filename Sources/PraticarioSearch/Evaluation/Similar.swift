import ItalianText
public import PraticarioCorpus
import PraticarioSystem

extension Searcher {
    /// The sheets most like one: those that share the words of its title, its summary, its needs and its themes, the
    /// rarer the better; best first, itself left out.
    public func similar(to entry: Entry, limit: Int = 5) throws -> [SearchHit] {
        let labels = entry.themes.compactMap { values.vocabularies.themes[$0]?.prefLabel.it }
        let text = ([entry.title, entry.summary, entry.needs].compactMap { $0 } + labels).joined(separator: " ")
        var query = ResolvedQuery()
        for word in ItalianText.words(in: text) where query.terms.count < Query.wordLimit {
            guard let stem = word.stem, !query.terms.contains(where: { $0.pattern.terms == [stem] }) else { continue }
            query.terms.append(QueryTerm(text: word.form, pattern: TermPattern([stem])))
        }
        guard !query.terms.isEmpty else { return [] }
        let hits = try search(query, SearchOptions(limit: limit + 1)).hits
        return Array(hits.filter { $0.id != entry.id }.prefix(limit))
    }
}
