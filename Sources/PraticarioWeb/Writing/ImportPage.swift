import Foundation
import PraticarioCorpus
import PraticarioIntake
import Praticario
import PraticarioSystem

/// Where a spreadsheet is sent.
struct ImportStartPage: Page {
    static let template = "importstart"

    let title: String
    let problem: String?
    let kinds: [FormControl.Option]

    init(problem: LocalizedText? = nil, _ language: Language) {
        title = language.say("Importa", "Take in")
        self.problem = problem?[language]
        kinds = EntryKind.allCases.map {
            FormControl.Option(value: $0.rawValue, label: $0.label[language], isChosen: $0 == .experience)
        }
    }
}

/// What a spreadsheet would bring: which column is what, which words mean what, what is wrong with which row.
struct ImportPage: Page {
    static let template = "import"

    let title: String
    let address: String
    let problem: String?
    let done: String?
    /// Rows that cannot become a sheet as they are.
    let unfit: [PageLink]
    let moreUnfit: Int?
    let columns: [Column]
    /// The headings that ask who answered.
    let personal: [String]
    /// The same, to say that they are something else.
    let claims: [Column]
    /// Whether no column says what the sheets are called.
    let isUntitled: Bool
    let words: [Word]
    let lists: [FormLists.List]
    let counts: [String]
    let changes: [String]
    let groups: [Group]
    let table: String
    let takesNewOnly: Bool
    /// Whether there is anything to take in.
    let mayTake: Bool

    struct Column: Sendable {
        let name: String
        let heading: String
        let options: [FormControl.Option]
    }

    /// A word of those who answered that nobody here knows.
    struct Word: Sendable {
        let name: String
        let field: String
        let label: String
        let theirs: String
        let ours: String
        let list: String?
    }

    struct Group: Sendable {
        let label: String
        /// What the words above put right need not be read row by row.
        let isOpen: Bool
        let isError: Bool
        let rows: [Row]
        /// How many more there are.
        let more: Int?
    }

    struct RowLink: Sendable {
        let label: String
        let address: String
        let isFirst: Bool
    }

    /// What is said of one row, or of several.
    struct Row: Sendable {
        /// Where no row is named.
        let place: String?
        let rows: [RowLink]
        let isMany: Bool
        let hasMore: Bool
        let text: String
    }

    private static let shownRows = 100
    private static let shownChanges = 50

    static func address(of token: String) -> String { "/importa/\(token)" }

    init(
        _ token: String, _ choices: ImportStore.Choices, _ report: KnowledgeBase.ImportReport, _ snapshot: Snapshot,
        problem: LocalizedText? = nil, done: String? = nil, _ language: Language
    ) {
        let plan = report.plan
        title = choices.name
        address = Self.address(of: token)
        self.problem = problem?[language]
        self.done = DoneWords.sentence(done, language)
        unfit = plan.unfitRows.prefix(Self.shownRows).map { Self.link(toUnfit: $0, token, plan, language) }
        moreUnfit = plan.unfitRows.count > unfit.count ? plan.unfitRows.count - unfit.count : nil
        table = report.table
        takesNewOnly = choices.takesNewOnly
        let read = plan.map.columns.filter { $0.target != .field(.id) }
        columns = read.enumerated().map { index, column in
            Column(
                name: "c.\(index)", heading: column.heading,
                options: ImportTargets.options(chosen: column.target, language))
        }
        personal = plan.personalColumns
        claims = plan.personalColumns.enumerated().map { index, heading in
            Column(
                name: "c.\(read.count + index)", heading: heading,
                options: ImportTargets.options(chosen: .ignored, language))
        }
        isUntitled = !read.contains { $0.target == .field(.title) }
        words = plan.map.words.enumerated().map { index, word in
            Word(
                name: "w.\(index)", field: word.target.text(in: .italian),
                label: ImportTargets.label(word.target, language), theirs: word.theirs, ours: word.ours,
                list: ImportTargets.list(word.target))
        }
        lists = FormLists(snapshot).lists
        let numbers: [(Int, String, String)] = [
            (plan.counts.added, "nuove", "new"), (plan.counts.updated, "cambiate", "changed"),
            (plan.counts.unchanged, "come prima", "as before"), (plan.counts.leftOut, "restano fuori", "stay out"),
            (plan.counts.deleted, "tolte in precedenza", "taken out before"),
        ]
        counts = numbers.filter { $0.0 > 0 }.map { language.say("\($0.1): \($0.0)", "\($0.2): \($0.0)") }
        changes = plan.changes.prefix(Self.shownChanges).map { change in
            language.say("riga", "row")
                + " \(change.row), \(change.heading): «\(change.before)» → «\(change.after)»"
        }
        groups = ProblemGroup.groups(of: plan.diagnostics).map { group in
            let all = Self.rows(group.problems, token, plan, language)
            let rows = all.prefix(Self.shownRows)
            let isError = group.example.severity == .error
            return Group(
                label: Self.label(group, language), isOpen: isError && !ProblemGroup.hasForeignWord(group.example),
                isError: isError, rows: Array(rows),
                more: all.count > rows.count ? all.count - rows.count : nil)
        }
        mayTake = plan.hasRows && plan.counts.added + plan.counts.updated > 0
    }

    /// By what it says first.
    private static func link(
        toUnfit row: Int, _ token: String, _ plan: TableImport, _ language: Language
    ) -> PageLink {
        let said = (plan.cells(ofRow: row) ?? []).map(\.text).filter { !CSVRow.isEmpty($0) }.prefix(3)
        let words = said.map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: ", ")
        return PageLink(
            label: language.say("Riga \(row)", "Row \(row)") + (words.isEmpty ? "" : ": \(words)"),
            address: ImportRowPage.address(of: token, row: row))
    }

    /// What is said of several rows in the same words is said once.
    private static func rows(
        _ problems: [Diagnostic], _ token: String, _ plan: TableImport, _ language: Language
    ) -> [Row] {
        var places: [String: [TextPlace]] = [:]
        var order: [String] = []
        for problem in problems {
            let text = PageSentence.of(problem.message)[language]
            if places[text] == nil { order.append(text) }
            places[text, default: []] += problem.place.map { [$0] } ?? []
        }
        return order.map { text in
            let own = places[text] ?? []
            let links = own.prefix(Self.shownRows).enumerated().map { index, place in
                RowLink(
                    label: own.count > 1 ? String(place.line) : place.text(in: language),
                    address: ImportRowPage.address(of: token, row: place.line), isFirst: index == 0)
            }
            // What is wrong with the headings is no row's.
            guard own.allSatisfy({ plan.hasRow($0.line) }) else {
                return Row(
                    place: own.map { $0.text(in: language) }.joined(separator: ", "), rows: [], isMany: false,
                    hasMore: false, text: text)
            }
            return Row(
                place: nil, rows: Array(links), isMany: own.count > 1, hasMore: own.count > links.count, text: text)
        }
    }

    private static func label(_ group: ProblemGroup, _ language: Language) -> String {
        let values = group.values.prefix(5).map { $0.count > 1 ? "\($0.text) (\($0.count))" : $0.text }
        let count = language.say("righe: \(group.problems.count)", "rows: \(group.problems.count)")
        let what = PageSentence.of(group.example.message)[language].prefix { !"«“".contains($0) }
        let kind = what.trimmingCharacters(in: CharacterSet(charactersIn: " :,;("))
        return ((kind.isEmpty ? [] : [kind]) + [count] + values).joined(separator: " · ")
    }
}

/// What was taken in.
struct ImportDonePage: Page {
    static let template = "importdone"

    let title: String
    let summary: String
    let corrections: String?

    init(_ token: String, _ choices: ImportStore.Choices, _ result: ImportStore.Result, _ language: Language) {
        title = choices.name
        summary = language.say(
            "In \(result.table): \(result.added) schede nuove, \(result.updated) cambiate, \(result.unchanged) come prima, \(result.leftOut) rimaste fuori.",
            "In \(result.table): \(result.added) new sheets, \(result.updated) changed, \(result.unchanged) as before, \(result.leftOut) left out."
        )
        corrections = result.toCorrect == nil ? nil : ImportPage.address(of: token) + "/da-correggere"
    }

    init(_ name: String, _ taken: ImportStore.TakenArchive, _ language: Language) {
        title = name
        summary = language.say(
            "Schede nuove: \(taken.sheets), raccolte nuove: \(taken.collections), c'erano già: \(taken.present).",
            "New sheets: \(taken.sheets), new collections: \(taken.collections), here already: \(taken.present).")
        corrections = nil
    }
}

/// What a column may be.
enum ImportTargets {
    static let all: [TableTarget] = {
        var targets: [TableTarget] = [.ignored]
        for field in FieldName.allCases where field != .id {
            targets.append(.field(field))
            if field == .territories {
                targets += [.territory(.municipality), .territory(.province), .territory(.region)]
            }
            targets += field.row.shape.parts.map { .part(field, $0.english) }
        }
        return targets + StandardSection.allCases.map { .section($0.label.it) } + [.consent]
    }()

    static func options(chosen: TableTarget, _ language: Language) -> [FormControl.Option] {
        (all.contains(chosen) ? all : all + [chosen]).map { target in
            FormControl.Option(
                value: target.text(in: .italian), label: label(target, language), isChosen: target == chosen)
        }
    }

    static func label(_ target: TableTarget, _ language: Language) -> String {
        switch target {
        case .ignored: return language.say("– non leggere –", "– do not read –")
        case .consent: return language.say("Consenso alla pubblicazione", "Consent to publication")
        case .field(let field): return field.row.label[language]
        case .section(let title):
            return language.say("Testo: ", "Text: ") + (StandardSection(named: title)?.label[language] ?? title)
        case .part, .territory:
            let text = target.text(in: language)
            let parts = text.split(separator: ".", maxSplits: 1)
            let field = target.text(in: .italian).split(separator: ".").first.flatMap { FieldName(key: String($0)) }
            let own = parts.last.map { $0.replacing("_", with: " ") } ?? ""
            return (field?.row.label[language] ?? "") + " · " + own
        }
    }

    /// Names that a word may mean.
    static func list(_ target: TableTarget) -> String? {
        switch target {
        case .field(.themes): FormLists.themes
        case .field(.targetGroups): FormLists.targetGroups
        case .field(.territories), .territory: FormLists.territories
        default: nil
        }
    }
}
