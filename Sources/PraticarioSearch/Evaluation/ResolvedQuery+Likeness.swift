import ItalianText
import PraticarioCorpus
import PraticarioSystem

extension ResolvedQuery {
    /// A question for what resembles a sheet: the words of its title, its summary, its needs and its themes, in any form.
    init(likeness entry: Entry, _ vocabularies: Vocabularies) {
        let labels = entry.themes.compactMap { vocabularies.themes[$0]?.prefLabel.it }
        let text = ([entry.title, entry.summary, entry.needs].compactMap { $0 } + labels).joined(separator: " ")
        self.init()
        ranksNearness = false
        for word in vocabularies.analyzer.words(in: text) where terms.count < Question.wordLimit {
            guard let stem = word.stem, !terms.contains(where: { $0.pattern.terms == [stem] }) else { continue }
            terms.append(QueryTerm(text: word.form, pattern: TermPattern([stem])))
        }
    }
}
