import ItalianText
import PraticarioCorpus

extension Query {
    /// Looks up what the parts mean: filter values in the vocabularies, words as terms.
    ///
    /// A filter value that is not known is searched as words, and reported.
    public func resolve(_ values: FacetValues) -> ResolvedQuery {
        var resolver = QueryResolver(values)
        for part in parts { resolver.take(part) }
        return resolver.finish(diagnostics: diagnostics, text: text)
    }
}

private struct QueryResolver {
    private let filterReader: FilterReader
    private var resolved = ResolvedQuery()
    private var understood: [String] = []
    /// Words that are nothing but stop words: they count only when there is nothing else to search for.
    private var stopWords: [(text: String, exact: [String])] = []
    private var unknownValues: [Diagnostic] = []

    init(_ values: FacetValues) {
        filterReader = FilterReader(values)
    }

    mutating func take(_ part: Query.Part) {
        switch part.content {
        case .words(let text, let isPrefix, let inTitle):
            take(words: text, isPrefix: isPrefix, inTitle: inTitle, isExcluded: part.isExcluded)
        case .filter(let name, let value):
            take(name, value, part)
        }
    }

    private mutating func take(words text: String, isPrefix: Bool, inTitle: Bool, isExcluded: Bool) {
        let words = ItalianText.words(in: text)
        guard !words.isEmpty else { return }
        let exact = words.map(\.exact)
        let term: QueryTerm
        if isPrefix {
            term = QueryTerm(text: text + "*", pattern: TermPattern(exact, isPrefix: true), inTitle: inTitle)
        } else if words.allSatisfy(\.isStopWord) {
            guard isExcluded || inTitle else {
                stopWords.append((text, exact))
                return
            }
            term = QueryTerm(text: text, pattern: TermPattern(exact), inTitle: inTitle)
        } else {
            term = QueryTerm(
                text: text, pattern: TermPattern(words.map { $0.stem ?? $0.exact }),
                exactPattern: TermPattern(exact), inTitle: inTitle)
        }
        add(term, isExcluded: isExcluded)
    }

    private mutating func add(_ term: QueryTerm, isExcluded: Bool) {
        let known = isExcluded ? resolved.excluded : resolved.terms
        guard !known.contains(where: { $0.pattern == term.pattern && $0.inTitle == term.inTitle }) else { return }
        if isExcluded { resolved.excluded.append(term) } else { resolved.terms.append(term) }
        let quoted = term.pattern.terms.count > 1 && !term.pattern.isPrefix ? "\"\(term.text)\"" : term.text
        understood.append((isExcluded ? "-" : "") + (term.inTitle ? "titolo:" : "") + quoted)
    }

    private mutating func take(_ name: FilterName, _ value: String, _ part: Query.Part) {
        var tests: [FacetTest] = []
        for text in filterReader.alternatives(in: value, name) {
            guard let meaning = filterReader.read(text, name) else {
                unknownValues.append(filterReader.unknown(text, name, column: part.column))
                take(words: text, isPrefix: false, inTitle: false, isExcluded: part.isExcluded)
                continue
            }
            tests.append(meaning.test)
            if let note = meaning.note, !resolved.notes.contains(note) { resolved.notes.append(note) }
            let quoted = text.contains(where: \.isWhitespace) ? "\"\(text)\"" : text
            understood.append((part.isExcluded ? "-" : "") + "\(name.name(in: .italian)):\(quoted)")
        }
        guard !tests.isEmpty else { return }
        if let index = resolved.filters.firstIndex(where: { $0.name == name && $0.isExcluded == part.isExcluded }) {
            resolved.filters[index].tests += tests
        } else {
            resolved.filters.append(ResolvedQuery.Filter(name: name, tests: tests, isExcluded: part.isExcluded))
        }
    }

    mutating func finish(diagnostics: [Diagnostic], text: String) -> ResolvedQuery {
        if resolved.terms.isEmpty, !stopWords.isEmpty {
            let phrase = stopWords.map(\.text).joined(separator: " ")
            add(QueryTerm(text: phrase, pattern: TermPattern(stopWords.flatMap(\.exact))), isExcluded: false)
        }
        resolved.understood = understood.joined(separator: " ")
        resolved.diagnostics =
            diagnostics
            + unknownValues.map { problem in
                var problem = problem
                problem.excerpt = text
                return problem
            }
        return resolved
    }
}
