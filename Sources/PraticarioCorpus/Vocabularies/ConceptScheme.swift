package import ItalianText
import PraticarioSystem

/// A SKOS concept scheme with what is derived from it: who stands below whom, and which label means what.
///
/// Immutable; positions are indexes into `concepts`, in the order of the file.
public struct ConceptScheme: Sendable {
    /// In the order of the file, no id twice.
    public let concepts: [Concept]

    private let positions: [String: Int]
    private let labels: [String: Int]
    private let children: [Int: [Int]]
    let labelTerms: LabelTerms
    /// Of all concepts, folded.
    let sensitiveWords: [String]

    /// Of a repeated id or label the first stays; a `broader` that does not exist or leads back
    /// does not count.
    public init(_ concepts: [Concept]) {
        self.init(concepts, .italian)
    }

    /// - Parameters:
    ///   - analyzer: of the language of its labels.
    ///   - labelStems: as the same concepts and the same analyzer gave them before, where somebody kept them.
    package init(_ concepts: [Concept], _ analyzer: TextAnalyzer, labelStems: [[[String]]]? = nil) {
        labelTerms = LabelTerms(analyzer, kept: labelStems)
        var positions: [String: Int] = [:]
        var unique: [Concept] = []
        for concept in concepts where positions[concept.id] == nil {
            positions[concept.id] = unique.count
            unique.append(concept)
        }
        let cyclic = BroaderConcepts.cyclic(in: unique, positions)
        for index in unique.indices {
            unique[index].broader = BroaderConcepts.ids(unique[index].broader).filter { id in
                guard let above = positions[id] else { return false }
                return !cyclic.contains(index) || !cyclic.contains(above)
            }
        }
        var labels: [String: Int] = [:]
        labels.reserveCapacity(unique.count * 8)
        func add(_ label: String, _ index: Int) {
            let key = TextKey.folded(label)
            if labels[key] == nil { labels[key] = index }
        }
        var children: [Int: [Int]] = [:]
        for (index, concept) in unique.enumerated() {
            for label in [concept.id, concept.prefLabel.it, concept.prefLabel.en] { add(label, index) }
            for parent in concept.broader.compactMap({ positions[$0] }) { children[parent, default: []].append(index) }
        }
        for (index, concept) in unique.enumerated() {
            for label in concept.synonyms { add(label, index) }
        }
        self.concepts = unique
        sensitiveWords = unique.flatMap(\.sensitiveWords).map(TextKey.folded).filter { !$0.isEmpty }
        self.positions = positions
        self.labels = labels
        self.children = children
    }

    /// The concept with this id; `nil` where there is none.
    public subscript(id: String) -> Concept? {
        positions[id].map { concepts[$0] }
    }

    /// The position of the concept with this id; `nil` where there is none.
    public func position(of id: String) -> Int? {
        positions[id]
    }

    /// The concept that an id, a preferred or an alternative label names, whatever its case and accents.
    ///
    /// `themes.concept(named: "Senzatetto")?.id  // "senza-dimora"`
    public func concept(named name: String) -> Concept? {
        labels[TextKey.folded(name)].map { concepts[$0] }
    }

    /// What a person means who does not know the labels: the concept named; else those with the same words in another
    /// form or order; else those whose preferred label has all the words, without what stands below one of them, and
    /// the one top concept among them where there is one.
    ///
    /// `themes.positions(matching: "carceri")` are the positions of Giustizia e carcere and of nothing below it.
    public func positions(matching name: String) -> [Int] {
        if let concept = concept(named: name), let position = positions[concept.id] { return [position] }
        let wanted = labelTerms.terms(name)
        guard !wanted.isEmpty else { return [] }
        let terms = labelTerms.all(of: concepts)
        let same = concepts.indices.filter { terms[$0].contains(wanted) }
        if !same.isEmpty { return same }
        let having = concepts.indices.filter { terms[$0][0].isSuperset(of: wanted) }
        let tops = having.filter { concepts[$0].broader.isEmpty }
        if tops.count == 1 { return tops }
        return having.filter { index in Set(pathToTop(from: index).dropFirst()).isDisjoint(with: having) }
    }

    /// The positions of the concepts that have a label whose words stand side by side among others, stop words left out:
    /// `lasciare l'appartamento` in what somebody tells who is evicted. A single word is no such label, it may say anything.
    ///
    /// - Parameter stems: in the order in which they were typed.
    package func positions(withLabelIn stems: [String]) -> [Int] {
        labelTerms.positions(of: concepts, withLabelIn: stems)
    }

    /// For each concept the stems of those of its labels that have several words, stop words left out.
    package var labelStems: [[[String]]] { labelTerms.sequences(of: concepts) }

    /// The positions of the concept and of all above it on whatever way, none twice, nearest first.
    public func pathToTop(from position: Int) -> [Int] {
        var path = [position]
        var known: Set<Int> = [position]
        var next = 0
        while next < path.count {
            for id in concepts[path[next]].broader {
                if let above = positions[id], known.insert(above).inserted { path.append(above) }
            }
            next += 1
        }
        return path
    }

    /// The positions of the concepts directly below, in the order of the file.
    public func narrower(of position: Int) -> [Int] {
        children[position] ?? []
    }

    /// The positions of the concepts with nothing above them, in the order of the file.
    public var topConcepts: [Int] {
        concepts.indices.filter { concepts[$0].broader.isEmpty }
    }
}
