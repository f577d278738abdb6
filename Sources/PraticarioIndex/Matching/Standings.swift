import PraticarioSearch

/// What `Standing.Rule` says of all documents with the words of a question, 64 at a time.
struct Standings {
    private let rule: Standing.Rule
    /// Those that have all the words; `nil` where all do.
    let complete: DocumentBits?
    /// Those that come from a territory that the words name, and are on the subject; `nil` where they name none.
    let inPlace: DocumentBits?

    init(
        _ query: ResolvedQuery, _ words: QuestionWords, _ matching: DocumentBits, _ rule: Standing.Rule,
        _ numbering: FacetNumbering, _ columns: CountedColumns
    ) {
        self.rule = rule
        var complete = matching
        for term in query.terms.indices where rule.telling & 1 << UInt64(term) != 0 {
            complete.formIntersection(words.having[term])
        }
        var named: DocumentBits?
        for term in rule.places {
            var has = columns.documents(
                having: query.terms[term].territories.compactMap { numbering.number(of: $0, in: .territory) },
                in: .territory)
            named?.formUnion(has)
            named = named ?? has
            has.formUnion(words.having[term])
            complete.formIntersection(has)
        }
        self.complete = complete.words == matching.words ? nil : complete
        inPlace = named.map { named in
            var inPlace = DocumentBits(size: words.size)
            named.intersection(matching).forEach { rowid in
                if rule.isOnSubject(found: words.found(in: rowid)) { inPlace.insert(rowid) }
            }
            return inPlace
        }
    }

    /// Of one of them.
    ///
    /// - Parameter found: the terms that it has, a bit each.
    func standing(of rowid: Int32, found: UInt64) -> Standing {
        Standing(
            isInPlace: inPlace?.contains(rowid) ?? false, hasAllWords: complete?.contains(rowid) ?? true,
            isOnSubject: rule.isOnSubject(found: found))
    }
}
