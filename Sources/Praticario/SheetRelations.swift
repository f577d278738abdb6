import ItalianText
public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// What a sheet has to do with others, from both sides: what it says itself, and what others say of it.
public struct SheetRelations: Sendable {
    /// The other sheet, and how the two belong together.
    public struct Related: Sendable {
        /// How the sheet that says so refers to the other.
        public let kind: RelationKind
        /// Whether the other sheet says so.
        public let isReverse: Bool
        /// The other sheet.
        public let head: EntryHead

        /// What the other sheet is to this one: `deriva da`, `ne deriva`.
        public var label: LocalizedText { isReverse ? kind.reverseLabel : kind.label }
    }

    /// A sheet that says that the organization of this one took it up.
    public struct TakenUp: Sendable {
        /// As that sheet writes it.
        public let by: String
        /// What was taken up.
        public let head: EntryHead
    }

    /// Those that the sheet names, in its order, then those that name it, by kind and the bytes of their ids. A pair that both
    /// name alike comes once.
    public let related: [Related]
    /// What the organization of the sheet and its partners took up elsewhere, by the bytes of the ids.
    public let takenUp: [TakenUp]
    /// Of the bodies that took this sheet up those with sheets here, as these write their names.
    public let adopters: [String]
}

extension Snapshot {
    /// What a sheet has to do with others; nothing for a sheet that is not there.
    public func relations(of id: String) throws -> SheetRelations {
        guard let entry = try entry(id) else { return SheetRelations(related: [], takenUp: [], adopters: []) }
        let names = Set(values.names(in: .organization))
        return SheetRelations(
            related: try related(entry), takenUp: try takenUp(by: entry),
            adopters: entry.adoptions.map(\.by).filter(names.contains))
    }

    private func related(_ entry: Entry) throws -> [SheetRelations.Related] {
        let heads = Dictionary(try heads(entry.relations.map(\.target)).map { ($0.id, $0) }) { first, _ in first }
        var related = entry.relations.compactMap { relation in
            heads[relation.target].map { SheetRelations.Related(kind: relation.kind, isReverse: false, head: $0) }
        }
        let others = try archive.referring(to: entry.id)
        for kind in RelationKind.allCases {
            for other in others where other.relations.contains(Relation(kind: kind, target: entry.id)) {
                let isSaid = kind == .similarTo && related.contains { $0.kind == kind && $0.head.id == other.id }
                if !isSaid { related.append(.init(kind: kind, isReverse: true, head: EntryHead(other))) }
            }
        }
        return related
    }

    /// Sheets whose adoptions name a body that runs this one, or helps.
    private func takenUp(by entry: Entry) throws -> [SheetRelations.TakenUp] {
        let names = ([entry.organization].compactMap { $0 } + entry.partners).map(\.name)
        let keys = Set(names.map { TextKey.folded($0) })
        var found: [String: SheetRelations.TakenUp] = [:]
        for name in names {
            var question = Question.parse("")
            question.add(.phrase(name))
            let heads = try archive.answer(question.text, .allHeads).hits.map(\.head.id).filter { $0 != entry.id }
            for other in try entries(heads) {
                guard let adoption = other.adoptions.first(where: { keys.contains(TextKey.folded($0.by)) }) else {
                    continue
                }
                found[other.id] = SheetRelations.TakenUp(by: adoption.by, head: EntryHead(other))
            }
        }
        return found.values.sorted { $0.head.id.utf8.lexicographicallyPrecedes($1.head.id.utf8) }
    }
}
