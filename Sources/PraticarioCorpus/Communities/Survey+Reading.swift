import ItalianText
import PraticarioSystem

extension Survey {
    /// Where the surveys lie: outside of all that is shared, and ignored by git.
    package static let folder = KnowledgeBaseFolder.privateFolder + "/questionari"

    /// The files of a community's survey, relative to the knowledge base.
    package static func paths(of community: String) -> (table: String, map: String) {
        ("\(folder)/\(community).csv", "\(folder)/\(community).yaml")
    }

    /// The survey of a community; `nil` where there is none, or none that can be read, which is told.
    package static func read(
        _ community: String, in folder: KnowledgeBaseFolder
    ) -> (survey: Survey?, diagnostics: [Diagnostic]) {
        let paths = paths(of: community)
        guard Files.type(of: folder.path(paths.table)) == .file else { return (nil, []) }
        do {
            let table = try Files.read(folder.path(paths.table))
            let (map, problems) = SurveyMap.read(try Files.read(folder.path(paths.map)), path: paths.map)
            guard let map else { return (nil, problems) }
            let (survey, diagnostics) = read(table, map, path: paths.table)
            return (survey, problems + diagnostics)
        } catch {
            return (nil, [.unreadable(paths.table, error)])
        }
    }

    /// A row for each respondent and time, a column for each question. Cells that hold no number, and rows without a code
    /// or a time, are told and left out; no message repeats a code. Whoever types a code in other letters, capital or small,
    /// is the same.
    package static func read(
        _ table: [UInt8], _ map: SurveyMap, path: String
    ) -> (survey: Survey?, diagnostics: [Diagnostic]) {
        let (text, csvProblems) = CSVText.read(table, path: path)
        var diagnostics = csvProblems
        let headings = (text.rows.first?.cells ?? []).map { $0.trimmingSpaces() }
        func column(_ heading: String) -> Int? {
            headings.firstIndex { TextKey.folded($0) == TextKey.folded(heading) }
        }
        func report(_ row: Int, _ column: Int, _ it: String, _ en: String) {
            diagnostics.append(
                Diagnostic(
                    .malformedTable, path: path, at: TextPlace(row: row, column: column),
                    message: LocalizedText(it: it, en: en)))
        }
        guard let who = column(map.respondent), let when = column(map.wave) else {
            report(
                1, 1, "nessuna colonna si chiama «\(map.respondent)» o «\(map.wave)»",
                "no column is called “\(map.respondent)” or “\(map.wave)”")
            return (nil, diagnostics)
        }
        let ignored = Set(([map.respondent, map.wave] + map.ignored).map(TextKey.folded))
        let waves = Dictionary(
            map.before.map { (TextKey.folded($0), Wave.before) } + map.after.map { (TextKey.folded($0), Wave.after) }
        ) { first, _ in first }
        var answers: [Answer] = []
        for row in text.rows.dropFirst() {
            func cell(_ column: Int) -> String {
                row.cells.indices.contains(column) ? row.cells[column].trimmingSpaces() : ""
            }
            guard !cell(who).isEmpty, let wave = waves[TextKey.folded(cell(when))] else {
                report(
                    row.number, when + 1, "la riga non dice chi ha risposto, o quando: non si conta",
                    "the row does not say who answered, or when: it does not count")
                continue
            }
            for (column, heading) in headings.enumerated()
            where !heading.isEmpty && !ignored.contains(TextKey.folded(heading)) && !cell(column).isEmpty {
                guard let score = score(cell(column)), score <= map.maximum ?? .infinity else {
                    report(
                        row.number, column + 1, "non è un punteggio della scala: non si conta",
                        "it is no score of the scale: it does not count")
                    continue
                }
                answers.append(
                    Answer(respondent: TextKey.folded(cell(who)), question: heading, wave: wave, score: score))
            }
        }
        guard let maximum = map.maximum ?? answers.map(\.score).max() else { return (nil, diagnostics) }
        return (Survey(maximum: maximum, answers: answers), diagnostics)
    }

    /// `4`, `3,5`, or what begins so: `4 - d'accordo`.
    static func score(_ text: String) -> Double? {
        let number = text.prefix { $0.isNumber || $0 == "," || $0 == "." }
        return Double(number.replacing(",", with: "."))
    }
}
