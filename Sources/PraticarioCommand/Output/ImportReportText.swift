import Praticario
import PraticarioIntake
import PraticarioSystem
import PraticarioCorpus

/// What an import did, as a person reads it on a terminal.
struct ImportReportText {
    private let report: KnowledgeBase.ImportReport
    private let file: String
    private let isDryRun: Bool
    /// Whether each problem is told, and not only each kind.
    private let hasDetails: Bool
    private let language: Language

    init(
        _ report: KnowledgeBase.ImportReport, file: String, isDryRun: Bool, hasDetails: Bool, language: Language
    ) {
        self.report = report
        self.file = file
        self.isDryRun = isDryRun
        self.hasDetails = hasDetails
        self.language = language
    }

    func text(width: Int, style: Style) -> String {
        let plan = report.plan
        var lines = headings(width, style)
        if !plan.diagnostics.isEmpty { lines.append("") }
        lines += problems(width)
        guard plan.hasRows else {
            return (lines + ["", style.title(summary)]).joined(separator: "\n")
        }
        if !plan.changes.isEmpty { lines += [""] + changes(width, style) }
        lines += ["", style.title(summary)]
        let map = ContentFiles.File.mapPath(ofTable: report.table)
        let verb = isDryRun ? language.say("Scriverebbe", "Would write") : language.say("Scritti", "Written")
        let written = [report.table, map] + [report.toCorrect].compactMap { $0 }
        lines += Paragraph.lines("\(verb): \(written.joined(separator: ", "))", width: width, indent: 0)
        if let path = report.toCorrect {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            lines += Paragraph.lines(
                language.say(
                    "Le righe con qualcosa da chiarire sono in \(name), con il problema nell'ultima colonna: fatele correggere a chi le ha scritte, poi `praticario import \(name)`.",
                    "The rows with something to clear up are in \(name), the problem in the last column: let their authors correct them, then `praticario import \(name)`."
                ), width: width, indent: 0)
        }
        if plan.map.words.contains(where: \.ours.isEmpty) {
            lines += Paragraph.lines(
                language.say(
                    "Le parole che qui non si conoscono sono in \(map), sotto `parole`: scritta accanto la nostra, vale per tutta la tabella.",
                    "Words that are not known here stand in \(map), below `words`: with ours written beside it, it holds for the whole table."
                ), width: width, indent: 0)
        }
        if !isDryRun {
            lines += Paragraph.lines(
                language.say("Per tornare indietro: praticario annulla", "To go back: praticario undo"), width: width,
                indent: 0)
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Columns

    private func headings(_ width: Int, _ style: Style) -> [String] {
        let plan = report.plan
        var lines: [String] = []
        if let row = plan.headerRow {
            lines += Paragraph.lines(
                language.say(
                    "I titoli delle colonne sono nella riga \(row); se non è così: --header-row",
                    "The headings are in row \(row); if not: --header-row"), width: width, indent: 0)
        }
        lines.append(style.title(language.say("Quale colonna è che cosa", "What each column is")))
        for column in plan.map.columns {
            let target = name(of: column.target)
            lines += Paragraph.lines("\(column.heading) → \(target)", width: width, indent: 2)
            if column.target == .ignored, !knownAsUnread(column.heading) {
                // On one line, to be copied.
                let option = Paragraph.harmless(Self.option(for: column.heading))
                lines.append(language.say("      per leggerla: ", "      to read it: ") + option)
            }
        }
        for column in plan.personalColumns {
            lines += Paragraph.lines(
                column
                    + language.say(
                        " → dati di chi ha risposto: non vengono presi", " → data on who answered: not taken"),
                width: width, indent: 2)
        }
        let values = plan.map.values.map { "\($0.target.text(in: language)): \($0.text)" }.joined(separator: ", ")
        return lines
            + Paragraph.lines(
                language.say("Dove la riga non lo dice: ", "Where a row says nothing: ") + values, width: width,
                indent: 2)
    }

    private func name(of target: TableTarget) -> String {
        switch target {
        case .ignored: language.say("(non si legge)", "(not read)")
        case .consent: language.say("consenso alla pubblicazione", "consent to publication")
        case .section(let title): StandardSection(named: title)?.label[language] ?? title
        case .field, .part, .territory: target.text(in: language)
        }
    }

    /// Of columns that are not read for a reason, nobody is asked to read them.
    private func knownAsUnread(_ heading: String) -> Bool {
        HeadingGuess.target(of: heading) == .ignored
    }

    /// A section of its own holds whatever a column says. The heading stands between quotes that no shell looks into.
    private static func option(for heading: String) -> String {
        let text = "\(heading)=\((HeadingGuess.target(of: heading) ?? .section(heading)).text(in: .italian))"
        let isPlain = !text.contains { "\"$`\\!".contains($0) }
        return "--map " + (isPlain ? "\"\(text)\"" : "'" + text.replacing("'", with: "'\\''") + "'")
    }

    // MARK: Problems

    private func problems(_ width: Int) -> [String] {
        let plan = report.plan
        guard !hasDetails else { return plan.diagnostics.map { Paragraph.harmless($0.text(in: language)) } }
        return ProblemGroup.groups(of: plan.diagnostics).flatMap { lines(of: $0, width) }
    }

    private static let shownValues = 8

    private func lines(of group: ProblemGroup, _ width: Int) -> [String] {
        let example = Paragraph.harmless(group.example.text(in: language))
        guard group.problems.count > 1 else { return [example] }
        let code = group.example.code.rawValue
        let count = group.problems.count
        var head =
            group.example.severity == .error
            ? language.say("\(count) errori", "\(count) errors") : language.say("\(count) avvisi", "\(count) warnings")
        head += " [\(code)]"
        if group.values.count > 1 {
            let shown = group.values.prefix(Self.shownValues).map { value in
                language.say("«\(value.text)»", "“\(value.text)”") + (value.count > 1 ? " (\(value.count))" : "")
            }
            let rest = group.values.count - shown.count
            head += ": " + shown.joined(separator: ", ")
            if rest > 0 { head += language.say(", e altri \(rest)", ", and \(rest) more") }
        }
        return Paragraph.lines(Paragraph.harmless(head), width: width, indent: 0)
            + [language.say("  per esempio ", "  for example ") + example]
    }

    // MARK: What changed

    private static let shownChanges = 20

    private func changes(_ width: Int, _ style: Style) -> [String] {
        let changes = report.plan.changes
        var lines = [style.title(language.say("Cambiate nel file", "Changed in the file"))]
        for change in changes.prefix(Self.shownChanges) {
            let row = language.say("riga \(change.row)", "row \(change.row)")
            lines += Paragraph.lines(
                Paragraph.harmless(
                    "\(row), \(change.heading): «\(Self.short(change.before))» → «\(Self.short(change.after))»"),
                width: width, indent: 2)
        }
        let rest = changes.count - Self.shownChanges
        if rest > 0 { lines.append(language.say("  e altre \(rest)", "  and \(rest) more")) }
        return lines
    }

    private static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 60 ? line.prefix(60) + "…" : line
    }

    private var summary: String {
        let counts = report.plan.counts
        var it = [
            counted(counts.added, "riga nuova", "righe nuove"), counted(counts.updated, "aggiornata", "aggiornate"),
        ]
        var en = [counted(counts.added, "new row", "new rows"), "\(counts.updated) updated"]
        if counts.unchanged > 0 {
            it.append("\(counts.unchanged) come prima")
            en.append("\(counts.unchanged) as before")
        }
        it.append(counted(counts.leftOut, "lasciata fuori", "lasciate fuori"))
        en.append("\(counts.leftOut) left out")
        if counts.deleted > 0 {
            it.append(counted(counts.deleted, "tolta qui, e resta fuori", "tolte qui, e restano fuori"))
            en.append("\(counts.deleted) taken out here, and stay out")
        }
        return language.say(it.joined(separator: ", "), en.joined(separator: ", "))
            + (isDryRun ? language.say(" (prova: non è stato scritto nulla)", " (dry run: nothing was written)") : "")
    }
}
