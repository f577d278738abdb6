import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What the columns of a table that comes in are: as its table has them, as the person says, or as their headings propose.
struct ImportColumns: Sendable {
    private(set) var map: TableMap
    /// Columns that ask who answered: they are not taken along.
    private(set) var personal: [String] = []
    /// Columns that the person named and that are not there.
    private(set) var missing: [String] = []
    /// Columns that say the same as another, or seem to.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ table: ImportedTable, present: TableMap?, _ options: KnowledgeBase.ImportOptions) {
        map = present ?? TableMap()
        map.columns.removeAll { TableHeading.isProblem($0.heading) }
        let asked = Dictionary(options.columns.map { (FieldName.normalized($0), $1) }) { first, _ in first }
        var rest = Set(asked.keys)
        var index = Dictionary(
            map.columns.enumerated().map { (FieldName.normalized($1.heading), $0) }
        ) { first, _ in first }
        var owners: [TableTarget: String] = [:]
        // A question that is asked in other words from now on is another column of the same field.
        let incoming = Set(table.headings.map { FieldName.normalized($0) })
        for column in map.columns
        where owners[column.target] == nil && incoming.contains(FieldName.normalized(column.heading)) {
            owners[column.target] = column.heading
        }
        // What the person says comes before what headings propose.
        for heading in table.headings where !heading.isEmpty {
            let key = FieldName.normalized(heading)
            guard let target = asked[key] else { continue }
            rest.remove(key)
            if !target.takesSeveral, target != .ignored, let other = owners[target],
                let position = index[FieldName.normalized(other)], asked[FieldName.normalized(other)] == nil
            {
                map.columns[position].target = .ignored
            }
            owners[target] = heading
            set(heading, target, &index)
        }
        for (position, heading) in table.headings.enumerated()
        where !heading.isEmpty && !TableHeading.isProblem(heading) {
            let key = FieldName.normalized(heading)
            if let known = index[key] {
                if map.columns[known].target == .ignored, asked[key] == nil, HeadingGuess.isPersonal(heading) {
                    personal.append(heading)
                }
                continue
            }
            if HeadingGuess.isPersonal(heading) {
                personal.append(heading)
                continue
            }
            var target = HeadingGuess.target(of: heading) ?? .ignored
            if let other = owners[target], target != .ignored, Self.isSuspect(heading, other, target) {
                report(heading, other, target, TextPlace(row: table.header?.number ?? 1, column: position + 1), table)
            }
            if !target.takesSeveral, owners[target] != nil { target = .ignored }
            if owners[target] == nil { owners[target] = heading }
            set(heading, target, &index)
        }
        let own = Set(personal.map { FieldName.normalized($0) })
        map.columns.removeAll { own.contains(FieldName.normalized($0.heading)) }
        if !map.columns.contains(where: { $0.target == .field(.id) }) {
            map.columns.insert(TableMap.Column(heading: "id", target: .field(.id)), at: 0)
        }
        missing = options.columns.keys.filter { rest.contains(FieldName.normalized($0)) }.sorted()
        setDefault(.field(.kind), options.kind.label.it)
        setDefault(.field(.publication), Publication.draft.label.it)
        for word in options.words {
            map.words.removeAll { $0.target == word.target && $0.theirs == word.theirs }
            map.words.append(word)
        }
    }

    private mutating func set(_ heading: String, _ target: TableTarget, _ index: inout [String: Int]) {
        let key = FieldName.normalized(heading)
        if let position = index[key] {
            map.columns[position].target = target
        } else {
            index[key] = map.columns.count
            map.columns.append(TableMap.Column(heading: heading, target: target))
        }
    }

    private mutating func setDefault(_ target: TableTarget, _ text: String) {
        if !map.values.contains(where: { $0.target == target }) { map.values.append((target, text)) }
    }

    /// `Tema 1` and `Tema 2` are two columns of one list; prose may stand in several columns.
    private static func isSuspect(_ heading: String, _ other: String, _ target: TableTarget) -> Bool {
        switch target {
        case .section, .consent, .ignored: return false
        case .field, .part, .territory: break
        }
        func name(_ heading: String) -> String {
            FieldName.normalized(String(heading.filter { !$0.isNumber && !"() ".contains($0) }))
        }
        return !target.takesSeveral || name(heading) != name(other)
    }

    private mutating func report(
        _ heading: String, _ other: String, _ target: TableTarget, _ place: TextPlace, _ table: ImportedTable
    ) {
        let (it, en) = (target.text(in: .italian), target.text(in: .english))
        let isRead = target.takesSeveral
        diagnostics.append(
            Diagnostic(
                .suspectColumn, path: table.path, at: place,
                message: LocalizedText(
                    it: "«\(heading)» e «\(other)» sembrano tutte e due `\(it)`: "
                        + (isRead ? "si leggono insieme" : "si legge solo la seconda")
                        + "; se non va bene, di' che cosa sono",
                    en: "“\(heading)” and “\(other)” both seem to be `\(en)`: "
                        + (isRead ? "they are read together" : "only the latter is read")
                        + "; if that is wrong, say what they are")))
    }
}
