import ItalianText
import PraticarioSystem

/// Which column of a form is what, and what its rows say.
struct SurveyColumns {
    let map: SurveyMap
    let rows: [CSVRow]
    private(set) var dropped: [SurveyImport.Dropped] = []
    private let headings: [String]
    private let who: Int
    /// `nil` where all rows are of one time.
    private let when: Int?
    private let wave: Survey.Wave?
    /// Of a form with a row for each answer.
    private let long: (question: Int, score: Int)?
    private var questions: [(column: Int, name: String)] = []
    private let maximum: Double

    struct Answers {
        let respondent: String
        /// As it is written, and what it means.
        let time: String
        let wave: Survey.Wave
        let scores: [(String, String)]
        /// Cells that hold no score of the scale.
        let lost: Int
    }

    init(_ text: CSVText, _ options: SurveyImport.Options, _ present: SurveyMap?) throws(SurveyProblem) {
        headings = (text.rows.first?.cells ?? []).map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        rows = Array(text.rows.dropFirst())
        let names = headings
        func column(_ heading: String?) throws(SurveyProblem) -> Int? {
            guard let heading else { return nil }
            guard let index = names.firstIndex(where: { TextKey.folded($0) == TextKey.folded(heading) }) else {
                throw SurveyProblem.noColumn(heading)
            }
            return index
        }
        func guess(_ words: Set<String>) -> Int? {
            names.firstIndex { name in
                !HeadingGuess.isPersonal(name)
                    && !words.isDisjoint(with: TextKey.folded(name).split { !$0.isLetter }.map(String.init))
            }
        }
        let known = present.flatMap { present in
            names.firstIndex { TextKey.folded($0) == TextKey.folded(present.respondent) }
        }
        guard let who = try column(options.respondent) ?? known ?? guess(["codice", "code", "pseudonimo", "sigla"])
        else { throw SurveyProblem.noRespondent(names) }
        self.who = who
        wave = options.wave
        let knownWave = present.flatMap { present in
            names.firstIndex { TextKey.folded($0) == TextKey.folded(present.wave) }
        }
        when =
            options.wave != nil
            ? nil
            : try column(options.waveColumn) ?? knownWave
                ?? guess(["momento", "quando", "rilevazione", "fase", "wave"])
        guard when != nil || wave != nil else { throw SurveyProblem.noTime(names) }
        if let question = try column(options.question), let score = try column(options.score) {
            long = (question, score)
        } else {
            long = nil
        }
        guard let maximum = options.maximum ?? present?.maximum else { throw SurveyProblem.noMaximum }
        self.maximum = maximum
        let codes = rows.map { Self.cell($0, who) }
        guard !HeadingGuess.isPersonal(names[who]), !codes.contains(where: Self.isOfPerson) else {
            throw SurveyProblem.personalCodes(names[who])
        }
        var map = SurveyMap(
            respondent: present?.respondent ?? names[who],
            wave: present?.wave ?? when.map { names[$0] } ?? "momento",
            before: Self.words(present?.before ?? [], options.before, Self.usual.before),
            after: Self.words(present?.after ?? [], options.after, Self.usual.after), maximum: maximum)
        map.ignored = Self.words(present?.ignored ?? [], options.ignored, [])
        self.map = map
        if long == nil { findQuestions() }
    }

    private static let usual = (
        before: ["prima", "pre", "inizio", "all'inizio", "before"],
        after: ["dopo", "post", "fine", "alla fine", "after"]
    )

    private static func words(_ lists: [String]...) -> [String] {
        var seen: Set<String> = []
        return lists.flatMap { $0 }.filter { !$0.isEmpty && seen.insert(TextKey.folded($0)).inserted }
    }

    private static func cell(_ row: CSVRow, _ column: Int) -> String {
        row.cells.indices.contains(column) ? row.cells[column].trimmingSpaces() : ""
    }

    private static func isOfPerson(_ text: String) -> Bool {
        text.contains("@") || PersonName.isLikely(text) || !PersonalData.find(in: text).isEmpty
    }

    private mutating func findQuestions() {
        let ignored = Set(map.ignored.map(TextKey.folded))
        var names: Set<String> = []
        for (index, heading) in headings.enumerated()
        where index != who && index != when && !heading.isEmpty && !ignored.contains(TextKey.folded(heading)) {
            let cells = rows.map { Self.cell($0, index) }.filter { !$0.isEmpty }
            if HeadingGuess.isPersonal(heading) || cells.contains(where: Self.isOfPerson) {
                drop(heading, it: "dati di persone", en: "data of persons")
            } else if cells.count(where: { score($0) != nil }) * 2 <= cells.count {
                drop(heading, it: "non ha punteggi della scala", en: "it has no scores of the scale")
            } else {
                var name = heading
                var number = 1
                while !names.insert(TextKey.folded(name)).inserted {
                    number += 1
                    name = "\(heading) (\(number))"
                }
                questions.append((index, name))
            }
        }
    }

    private mutating func drop(_ heading: String, it: String, en: String) {
        dropped.append(SurveyImport.Dropped(heading: heading, reason: LocalizedText(it: it, en: en)))
    }

    private func score(_ text: String) -> Double? { Survey.score(text).flatMap { $0 <= maximum ? $0 : nil } }

    /// `nil` for a row that does not say who answered, or when.
    func answers(of row: CSVRow) -> Answers? {
        let respondent = Self.cell(row, who)
        let time = when.map { Self.cell(row, $0) } ?? (wave == .after ? map.after : map.before)[0]
        guard !respondent.isEmpty, let wave = wave ?? map.wave(of: time) else { return nil }
        let cells =
            long.map { [(Self.cell(row, $0.question), Self.cell(row, $0.score))] }
            ?? questions.map { ($0.name, Self.cell(row, $0.column)) }
        let said = cells.filter { !$0.0.isEmpty && !$0.1.isEmpty && !Self.isOfPerson($0.0) }
        let scores = said.compactMap { question, text in score(text).map { (question, $0.formattedPlainly) } }
        return Answers(
            respondent: respondent, time: time, wave: wave, scores: scores, lost: said.count - scores.count)
    }
}

extension SurveyMap {
    /// What stands in the column of times, as it was meant.
    func wave(of text: String) -> Survey.Wave? {
        let key = TextKey.folded(text)
        if before.contains(where: { TextKey.folded($0) == key }) { return .before }
        return after.contains { TextKey.folded($0) == key } ? .after : nil
    }
}
