import PraticarioCorpus
import PraticarioSystem

/// What one text has more or less than another, line by line; of what both have the lines beside it.
struct LineDifference: Sendable {
    struct Line: Sendable, Equatable {
        let text: String
        var isRemoved = false
        var isAdded = false
        /// Lines that both have are left out here.
        var isGap = false
    }

    let lines: [Line]

    /// Of what both have, as many lines are shown before and after what differs.
    private static let around = 1
    /// Longer texts are shown as a whole, the old one and the new one: comparing them would take long.
    private static let limit = 2_000

    init(from old: [String], to new: [String]) {
        guard old.count + new.count <= Self.limit else {
            lines = old.map { Line(text: $0, isRemoved: true) } + new.map { Line(text: $0, isAdded: true) }
            return
        }
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var all: [Line] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if removed.contains(before) {
                all.append(Line(text: old[before], isRemoved: true))
                before += 1
            } else if added.contains(after) {
                all.append(Line(text: new[after], isAdded: true))
                after += 1
            } else {
                all.append(Line(text: new[after]))
                (before, after) = (before + 1, after + 1)
            }
        }
        lines = Self.shortened(all)
    }

    private static func shortened(_ all: [Line]) -> [Line] {
        let changed = all.indices.filter { all[$0].isRemoved || all[$0].isAdded }
        let shown = Set(changed.flatMap { ($0 - around...$0 + around) })
        var lines: [Line] = []
        for index in all.indices {
            if shown.contains(index) {
                lines.append(all[index])
            } else if lines.last?.isGap != true {
                lines.append(Line(text: "", isGap: true))
            }
        }
        return lines
    }
}

/// The parts of a sheet that say something else than before, each with its lines.
struct SheetDifference: Sendable {
    struct Part: Sendable {
        let label: String
        let lines: [LineDifference.Line]
    }

    let parts: [Part]

    init(from old: SheetContent, to new: SheetContent, _ language: Language) {
        parts = new.parts(otherThanIn: old).map { part in
            Part(
                label: Self.label(of: part, language),
                lines: LineDifference(
                    from: Self.lines(of: old[part], language), to: Self.lines(of: new[part], language)
                ).lines)
        }
    }

    private static func label(of part: SheetContent.Part, _ language: Language) -> String {
        switch part {
        case .field(let field): field.row.label[language]
        case .section("", _): language.say("Testo", "Text")
        case .section(let title, _): title
        }
    }

    private static func lines(of value: FieldValue, _ language: Language) -> [String] {
        switch value {
        case .text(let text): SourceText(text).lines.map { String($0) }.filter { !$0.isEmpty }
        case .list(let items): items.flatMap { item in lines(of: item, language) }
        case .parts(let parts):
            parts.flatMap { part in
                lines(of: part.value, language).map { "\(part.part.keys[language]): \($0)" }
            }
        default: []
        }
    }
}
