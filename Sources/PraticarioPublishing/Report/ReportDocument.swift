import PraticarioCorpus
import PraticarioReport
import PraticarioSearch
import PraticarioStatistics
import PraticarioSystem

extension Document {
    /// A report: a page that sums it up, the programme, a chapter for each community, the communities beside each other,
    /// what the figures do not say, and every record with the place where it stands.
    ///
    /// - Parameter sheets: those that the communities refer to, by their ids: they are named by their titles.
    init(_ report: Report, _ edition: Edition, sheets: [String: Entry]) {
        let words = ReportWords(report, edition, sheets: sheets)
        let cover = Cover(
            title: words.title, publisher: edition.settings.publisher,
            summary: (words.isExample ? words.exampleMark + " " : "")
                + edition.say(
                    "Che cosa le comunità di pratica hanno imparato, adottato e avviato.",
                    "What the communities of practice learned, took up and began."),
            facts: words.coverFacts,
            logo: edition.logo.map {
                Cover.Picture(name: edition.settings.publisher ?? edition.settings.title, address: $0.dataURL)
            },
            acknowledgement: words.acknowledgement)
        self.init(
            title: words.title, language: edition.language, author: edition.settings.publisher, summary: cover.summary,
            footer: Imprint(edition).sentences(),
            opening: [.cover(cover)]
        ) { take in
            for block in ReportOpening(words).blocks { try take(block) }
            for chapter in report.chapters {
                for block in ReportChapter(chapter, words).blocks { try take(block) }
            }
            for block in ReportClosing(words).blocks { try take(block) }
        }
    }
}

/// What the parts of a report share: its words, its dates, the names of things.
struct ReportWords {
    let report: Report
    let edition: Edition
    private let sheets: [String: Entry]

    init(_ report: Report, _ edition: Edition, sheets: [String: Entry]) {
        self.report = report
        self.edition = edition
        self.sheets = sheets
    }

    func say(_ it: String, _ en: String) -> String { edition.say(it, en) }

    /// Whether anything in it is invented, which is said first.
    var isExample: Bool {
        report.programme?.isExample == true || report.chapters.contains { $0.community.isExample == true }
    }

    var exampleMark: String {
        say(
            "Esempio inventato, per mostrare come è fatto un rapporto: enti e fatti non esistono.",
            "Invented example, to show what a report is like: bodies and facts do not exist.")
    }

    var acknowledgement: String? { report.programme?.acknowledgement ?? edition.settings.acknowledgement }

    var title: String {
        let name = report.programme?.title ?? edition.settings.title
        return say("Rapporto delle comunità di pratica", "Report of the communities of practice")
            + (name.isEmpty ? "" : ": " + name)
    }

    var coverFacts: [(label: String, value: String)] {
        let programme = report.programme
        let period = [programme?.from, programme?.to].compactMap { $0?.text(in: edition.language) }
        let facts: [(String, String?)] = [
            (say("Edizione", "Edition"), report.readers.label[edition.language]),
            (say("Finanziatore", "Funder"), programme?.funder), (say("Avviso", "Notice"), programme?.notice),
            ("CUP", programme?.cup),
            (say("Periodo", "Period"), period.isEmpty ? nil : period.joined(separator: " – ")),
            (say("Fino al", "Until"), report.until?.text(in: edition.language)),
            (say("Fatto il", "Made on"), edition.date.text(in: edition.language)),
        ]
        return facts.compactMap { label, value in value.map { (label, $0) } }
    }

    // MARK: Figures in words

    /// What is not known is never 0.
    var unknown: String { say("dato non disponibile", "not available") }

    func number(_ value: Int?) -> String { value.map { String($0) } ?? unknown }

    /// With two decimals.
    func decimal(_ value: Double?) -> String {
        guard let value else { return unknown }
        let hundredths = Int((abs(value) * 100).rounded())
        let fraction = hundredths % 100
        let text = "\(hundredths / 100)\(say(",", "."))\(fraction < 10 ? "0" : "")\(fraction)"
        return (value < 0 && hundredths > 0 ? "−" : "") + text
    }

    /// A count, as a cell.
    func cell(_ value: Int?) -> DocumentBlock.Table.Cell { value.map { .init($0) } ?? .init(unknown) }

    /// With two decimals, as a cell.
    func cell(decimal value: Double?) -> DocumentBlock.Table.Cell {
        var cell = DocumentBlock.Table.Cell(decimal(value))
        cell.number = value
        return cell
    }

    /// A gain, as a cell: who could not answer better than before has none.
    func cell(_ gain: NormalizedGain) -> DocumentBlock.Table.Cell {
        gain.gain == nil
            ? .init(say("non è definito: prima era già il massimo", "not defined: before it was the maximum already"))
            : cell(decimal: gain.gain)
    }

    /// `3 su 6`.
    func share(_ part: Int, of whole: Int?) -> String {
        whole.map { say("\(part) su \($0)", "\(part) of \($0)") } ?? String(part)
    }

    /// `1 incontro`, `3 incontri`.
    func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

    func date(_ date: PartialDate?) -> String { date?.text(in: edition.language) ?? unknown }

    func names(_ keys: [String], _ facet: Facet) -> String { edition.labels(keys, facet).joined(separator: ", ") }

    /// Counts by keys, the largest first, then by name.
    func counted(_ counts: [String: Int], _ facet: Facet) -> [(name: String, count: Int)] {
        counts.map { (name: names([$0.key], facet), count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    /// A sheet by its title, as a cell; one that is not here by its id.
    func sheetTitle(_ id: String) -> String { sheets[id]?.title ?? id }

    func sheet(_ id: String) -> Entry? { sheets[id] }

    // MARK: Blocks

    func heading(_ level: Int, _ it: String, _ en: String) -> DocumentBlock {
        .heading(.init(level: level, text: say(it, en)))
    }

    /// Of a part of the report that begins a page.
    func chapter(_ text: String) -> DocumentBlock { .heading(.init(level: 2, text: text, isChapter: true)) }

    func prose(_ it: String, _ en: String) -> DocumentBlock {
        .prose(.init(markdown: say(it, en), level: 3, language: edition.language.rawValue, isBody: true))
    }

    func table(_ header: [String], _ rows: [[String]], isCounts: Bool = false) -> DocumentBlock {
        .table(.init(header: header, rows: rows.map { $0.map { .init($0) } }, isCounts: isCounts))
    }

    func table(
        _ header: [String], cells rows: [[DocumentBlock.Table.Cell]], isCounts: Bool = false
    ) -> DocumentBlock {
        .table(.init(header: header, rows: rows, isCounts: isCounts))
    }

    /// What was counted by several things: by what, which, how many.
    func countTable(_ caption: String, _ counted: String, _ rows: [(by: String, name: String, count: Int)])
        -> DocumentBlock
    {
        .table(
            .init(
                caption: caption, header: [say("Per", "By"), say("Quale", "Which"), counted],
                rows: rows.map { [.init($0.by), .init($0.name), .init($0.count)] }))
    }

    func list(_ items: [String]) -> DocumentBlock {
        .list(.init(style: .plain, items: items.map { .init(text: $0) }))
    }
}
