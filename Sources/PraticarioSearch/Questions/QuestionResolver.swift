import ItalianText
import PraticarioCorpus
import PraticarioSystem

extension QuestionReading {
    /// Looks up what the parts mean: filter values in the vocabularies, words as terms.
    ///
    /// A filter value that is not known is searched as words, and reported.
    /// - Parameter collections: looks up what `raccolta:` names.
    package func resolve(
        _ values: FacetValues, collections: @escaping CollectionLookup = { _ in nil }
    ) -> ResolvedQuery {
        var resolver = QuestionResolver(values, collections)
        var index = 0
        while index < question.parts.count { index += resolver.take(question.parts, columns, at: index) }
        return resolver.finish(diagnostics: diagnostics, text: text)
    }
}

/// The ids of the sheets in a collection, by its id or title; `nil` where there is none.
package typealias CollectionLookup = (_ name: String) -> Set<String>?

private struct QuestionResolver {
    private let collections: CollectionLookup
    private let values: FacetValues
    private let filterReader: FilterReader
    private let places: PlaceRecognizer
    private var resolved = ResolvedQuery()
    private var understood: [String] = []
    /// Words that are nothing but stop words: they count only when there is nothing else to search for.
    private var stopWords: [(text: String, exact: [String])] = []
    private var unknownValues: [Diagnostic] = []
    /// Whether somebody tells something of their own: `mio figlio non`.
    private var isOfOneself = false
    /// Where the part that is being taken begins.
    private var column = 1

    init(_ values: FacetValues, _ collections: @escaping CollectionLookup) {
        self.values = values
        self.collections = collections
        filterReader = FilterReader(values)
        places = PlaceRecognizer(values.vocabularies)
    }

    /// Takes the part at `index`, or the name of a territory that begins there; returns how many parts that was.
    mutating func take(_ parts: [Question.Part], _ columns: [Int], at index: Int) -> Int {
        let part = parts[index]
        column = columns[index]
        switch part.content {
        case .words(let text, let style, let inTitle):
            let chunks = Self.chunks(parts[index...])
            recognizeTheme(chunks)
            if !chunks.isEmpty, let place = places.place(in: chunks, after: Self.word(before: index, parts)) {
                take(place)
                return place.count
            }
            take(words: text, style, inTitle: inTitle, isExcluded: part.isExcluded)
        case .filter(let name, let value):
            let (whole, count) = wholeValue(value, name, Self.chunks(parts[(index + 1)...]))
            take(name, whole, part)
            return 1 + count
        case .collection(let name): take(collection: name, part)
        }
        return 1
    }

    private mutating func take(collection name: String, _ part: Question.Part) {
        guard let ids = collections(name) else {
            unknownValues.append(
                Diagnostic(
                    .unknownFilterValue, at: TextPlace(line: 1, column: column),
                    message: LocalizedText(
                        it:
                            "`raccolta:` non conosce «\(name)»: è cercato come parole (elenco: praticario collection list)",
                        en:
                            "`collection:` does not know “\(name)”: it is searched as words (list: praticario collection list)"
                    )))
            take(words: name, .plain, inTitle: false, isExcluded: part.isExcluded)
            return
        }
        if part.isExcluded {
            resolved.without.formUnion(ids)
        } else {
            resolved.only = (resolved.only ?? []).union(ids)
        }
        let quoted = name.contains(where: \.isWhitespace) ? "\"\(name)\"" : name
        understood.append((part.isExcluded ? "-" : "") + "raccolta:\(quoted)")
    }

    /// People leave out the quotes: `territorio:reggio calabria`, `territorio:roma, napoli`. A value that is not known
    /// takes in as many of the words after it as make one that is.
    private func wholeValue(_ value: String, _ name: FilterName, _ following: [String]) -> (value: String, count: Int) {
        var value = value
        var count = 0
        while let last = value.last, last == "," || last == ";", count < following.count {
            value += following[count]
            count += 1
        }
        guard count == 0, [.territory, .theme, .targetGroup].contains(name.facet),
            filterReader.read(value, name) == nil, !value.contains(",")
        else { return (value, count) }
        for more in stride(from: min(5, following.count), to: 0, by: -1) {
            let longer = ([value] + following[..<more]).joined(separator: " ")
            if filterReader.read(longer, name) != nil { return (longer, more) }
        }
        return (value, 0)
    }

    /// The plain words from the first part on, up to whatever is no plain word.
    private static func chunks(_ parts: ArraySlice<Question.Part>) -> [String] {
        var chunks: [String] = []
        for part in parts {
            guard case .words(let text, .plain, inTitle: false) = part.content, !part.isExcluded else { break }
            chunks.append(text)
        }
        return chunks
    }

    /// What stands before a part; empty for what is no plain word, `nil` for the first.
    private static func word(before index: Int, _ parts: [Question.Part]) -> String? {
        index == 0 ? nil : chunks(parts[(index - 1)...]).first ?? ""
    }

    /// A territory counts as found in every sheet from there; elsewhere its name is searched like any word.
    private mutating func take(_ place: PlaceRecognizer.Place) {
        let words = values.vocabularies.analyzer.words(in: place.name)
        guard !words.isEmpty else { return }
        let said = values.vocabularies.analyzer.words(in: place.said)
        var term = QueryTerm(
            text: place.text, pattern: TermPattern(words.map { $0.stem ?? $0.exact }),
            exactPattern: TermPattern(said.map(\.exact)))
        let codes = place.positions.map(values.vocabularies.territories.code)
        term.territories = Set(codes)
        add(term, isExcluded: false)
        for name in place.parts { addPart(name, of: term) }
        recognize(.territory, place.text, keys: codes, value: place.value)
    }

    /// One of the provinces that a name stands for, which nobody typed.
    private mutating func addPart(_ name: String, of whole: QueryTerm) {
        let words = values.vocabularies.analyzer.words(in: name)
        var term = QueryTerm(
            text: whole.text, pattern: TermPattern(words.map { $0.stem ?? $0.exact }),
            exactPattern: TermPattern(words.map(\.exact)))
        term.territories = whole.territories
        term.role = .broader
        guard resolved.terms.count < Question.wordLimit, !resolved.terms.contains(where: { $0.pattern == term.pattern })
        else { return }
        resolved.terms.append(term)
    }

    /// The longest label of a theme that begins here.
    private mutating func recognizeTheme(_ chunks: [String]) {
        for count in stride(from: min(5, chunks.count), through: 1, by: -1) {
            let text = chunks[..<count].joined(separator: " ")
            guard let theme = values.vocabularies.themes.concept(named: text) else { continue }
            let isPartOfLonger = resolved.understood.recognized.contains { known in
                known.facet == .theme && TextKey.folded(known.text).contains(TextKey.folded(text))
            }
            // What is not to be shown stays what it was typed as; the filter says how the theme is called.
            let isHidden = theme.hiddenLabels.contains { TextKey.folded($0) == TextKey.folded(text) }
            if !isPartOfLonger {
                recognize(.theme, text, keys: [theme.id], value: isHidden ? theme.prefLabel.it : nil)
            }
            return
        }
    }

    private mutating func recognize(_ facet: Facet, _ text: String, keys: [String], value: String? = nil) {
        var value = value ?? text
        if value.contains(where: \.isWhitespace) { value = "\"\(value)\"" }
        let recognized = RecognizedValue(
            facet: facet, text: text, keys: keys, filter: "\(facet.filters[0].name(in: .italian)):\(value)")
        if !resolved.understood.recognized.contains(where: { $0.keys == keys }) {
            resolved.understood.recognized.append(recognized)
        }
    }

    private mutating func take(words text: String, _ style: Question.WordStyle, inTitle: Bool, isExcluded: Bool) {
        let whole = style == .plain ? values.vocabularies.analyzer.expansion(of: text) : nil
        let words = values.vocabularies.analyzer.words(in: whole ?? text)
        guard !words.isEmpty else { return }
        if words.contains(where: { values.vocabularies.analyzer.isOfOneself($0.form) }) { isOfOneself = true }
        let exact = words.map(\.exact)
        var term: QueryTerm
        if style == .prefix {
            term = QueryTerm(text: text + "*", pattern: TermPattern(exact, isPrefix: true), inTitle: inTitle)
        } else if words.allSatisfy(\.isStopWord) {
            guard isExcluded || inTitle else {
                stopWords.append((text, exact))
                return
            }
            term = QueryTerm(text: text, pattern: TermPattern(exact), inTitle: inTitle)
        } else {
            // What hyphens join is one word, too: texts write `micro-aree` and `microaree`.
            let closed = style == .plain ? values.vocabularies.analyzer.closedStem(of: text) : nil
            term = QueryTerm(
                text: text, pattern: TermPattern(closed.map { [$0] } ?? words.map { $0.stem ?? $0.exact }),
                exactPattern: TermPattern(exact), inTitle: inTitle)
            term.mayBeCorrected = style == .plain && whole == nil && words.count == 1
            if term.mayBeCorrected, !isExcluded, !inTitle, values.vocabularies.analyzer.isAsking(words[0].form) {
                term.role = .asking
            }
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

    private mutating func take(_ name: FilterName, _ value: String, _ part: Question.Part) {
        var tests: [FacetTest] = []
        for (text, meaning) in filterReader.alternatives(in: value, name) {
            guard let meaning else {
                unknownValues.append(filterReader.unknown(text, name, column: column))
                take(words: text, .plain, inTitle: false, isExcluded: part.isExcluded)
                continue
            }
            tests.append(meaning.test)
            if let note = meaning.note, !resolved.understood.notes.contains(note) {
                resolved.understood.notes.append(note)
            }
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
        // Where nothing else tells what is asked for, the words that ask do.
        if resolved.deciding == 0 {
            for index in resolved.terms.indices { resolved.terms[index].role = .telling }
        }
        if isOfOneself {
            for (index, term) in resolved.terms.enumerated() where term.mayBeCorrected {
                let words = values.vocabularies.analyzer.words(in: term.text)
                resolved.terms[index].isOwn = words.allSatisfy { values.vocabularies.analyzer.isCommon($0.form) }
            }
        }
        resolved.understood.text = understood.joined(separator: " ")
        resolved.understood.diagnostics =
            diagnostics
            + unknownValues.map { problem in
                var problem = problem
                problem.excerpt = text
                return problem
            }
        return resolved
    }
}
