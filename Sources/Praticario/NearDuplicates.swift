package import ItalianText
package import PraticarioCorpus
import PraticarioSearch
package import PraticarioSystem

/// Sheets that may be the same practice told twice.
package struct NearDuplicates {
    /// Share of title words in common from which two sheets are reported (Jaccard index of the stems).
    private static let threshold = 0.6
    /// How many sheets with words in common are compared with one: as many share them only where titles say nothing.
    private static let limit = 1_000

    fileprivate struct Known {
        let id: String
        let title: String
        let stems: Set<String>
        let territories: Set<String>
    }

    private var known: [Known] = []
    /// By how many stems a title has, then by stem: positions in `known`.
    private var bySize: [Int: [String: [Int]]] = [:]

    /// How many sheets were compared with one another.
    package private(set) var comparisons = 0
    private let analyzer: TextAnalyzer

    package init(_ analyzer: TextAnalyzer) {
        self.analyzer = analyzer
    }

    /// A sheet seen earlier that has nearly the same title, and a territory in common where both name one; `nil` when
    /// there is none. A sheet with the same id is the same sheet and no duplicate.
    package mutating func takes(id: String, title: String, territories: [String]) -> (id: String, title: String)? {
        let new = Known(
            id: id, title: title, stems: Set(analyzer.words(in: title).compactMap(\.stem)),
            territories: Set(territories))
        let found = new.stems.count >= 2 ? first(like: new) : nil
        for stem in new.stems { bySize[new.stems.count, default: [:]][stem, default: []].append(known.count) }
        known.append(new)
        return found.map { ($0.id, $0.title) }
    }

    /// Titles of two sizes that are alike have so many stems in common that, of the stems of the one, any few hold one of
    /// the other: the rarest are looked up, so that time does not grow with the words that all titles have.
    private mutating func first(like new: Known) -> Known? {
        let count = new.stems.count
        var candidates: Set<Int> = []
        for (size, positions) in bySize {
            let (small, large) = (min(size, count), max(size, count))
            guard Double(small) / Double(large) >= Self.threshold else { continue }
            let needed = (1...small).first { Double($0) / Double(size + count - $0) >= Self.threshold } ?? small
            let rarest = new.stems.sorted {
                let (a, b) = (positions[$0]?.count ?? 0, positions[$1]?.count ?? 0)
                return a == b ? $0 < $1 : a < b
            }
            for stem in rarest.prefix(count - needed + 1) {
                for position in positions[stem] ?? [] where candidates.count < Self.limit {
                    candidates.insert(position)
                }
            }
        }
        comparisons += candidates.count
        return candidates.sorted().first { known[$0].isLike(new, Self.threshold) }.map { known[$0] }
    }
}

extension NearDuplicates.Known {
    fileprivate func isLike(_ other: NearDuplicates.Known, _ threshold: Double) -> Bool {
        guard id != other.id, !stems.isEmpty,
            territories.isEmpty || other.territories.isEmpty || !territories.isDisjoint(with: other.territories)
        else { return false }
        let common = Double(stems.intersection(other.stems).count)
        return common / Double(stems.union(other.stems).count) >= threshold
    }
}

extension NearDuplicates {
    /// What is compared of a sheet.
    package struct Sheet: Sendable {
        let id: String
        let title: String
        let territories: [String]
        let origin: Origin

        package init(_ entry: Entry) {
            (id, title, territories, origin) = (entry.id, entry.title, entry.territories, entry.origin)
        }

        init(_ head: EntryHead) {
            (id, title, territories, origin) = (head.id, head.title, head.territories, head.origin)
        }
    }

    /// What `check` and `review` say of sheets that are alike, until one goes or one says what it has to do with the other.
    ///
    /// - Parameters:
    ///   - sheets: in the order of their origins.
    ///   - analyzer: of the language of their titles.
    ///   - entries: the whole sheets with these ids; asked for those that are alike.
    package static func diagnostics(
        of sheets: [Sheet], _ analyzer: TextAnalyzer, entries: (Set<String>) throws -> [Entry]
    ) rethrows -> [Diagnostic] {
        var duplicates = NearDuplicates(analyzer)
        let alike = sheets.compactMap { sheet in
            duplicates.takes(id: sheet.id, title: sheet.title, territories: sheet.territories).map { (sheet, $0) }
        }
        let related = try Set(
            entries(Set(alike.flatMap { [$0.id, $1.id] })).flatMap { entry in
                entry.relations.map { [entry.id, $0.target] }
            })
        return alike.filter { !related.contains([$0.id, $1.id]) && !related.contains([$1.id, $0.id]) }.map {
            Diagnostic(.nearDuplicate, path: $0.origin.path, at: $0.origin.place, message: message($1))
        }
    }

    /// Of a sheet that resembles another one.
    package static func message(_ other: (id: String, title: String)) -> LocalizedText {
        LocalizedText(
            it:
                "somiglia a «\(other.title)» (\(other.id)): se è la stessa, tienine una; se no, scrivi `collegate: simile_a`",
            en:
                "it resembles “\(other.title)” (\(other.id)): if it is the same, keep one; if not, write `related: similar_to`"
        )
    }
}
