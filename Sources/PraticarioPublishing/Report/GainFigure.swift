import PraticarioReport
import PraticarioStatistics
import PraticarioSystem

/// What a group knew before and after, as two bars on the scale of the answers; light and dark, so that grey is enough.
struct GainFigure {
    private let id: String
    private let gain: NormalizedGain
    private let assessed: SelfAssessedGain
    private let words: ReportWords

    init(_ gain: NormalizedGain, _ assessed: SelfAssessedGain, of community: String, _ words: ReportWords) {
        id = "guadagno-" + community
        self.gain = gain
        self.assessed = assessed
        self.words = words
    }

    var block: DocumentBlock {
        .figure(
            .init(
                id: id,
                title: words.say("Prima e dopo, secondo chi c'era", "Before and after, as people judge themselves"),
                description: description,
                data: .init(
                    header: [words.say("Misura", "Measure"), words.say("Valore", "Value")],
                    rows: rows),
                picture: picture))
    }

    private var description: String {
        words.say(
            "Media prima \(words.decimal(gain.meanBefore)), dopo \(words.decimal(gain.meanAfter)), su un massimo di \(words.decimal(gain.maximum)); guadagno autovalutato \(words.cell(gain).text)\(band.map { " (\($0))" } ?? "").",
            "Mean before \(words.decimal(gain.meanBefore)), after \(words.decimal(gain.meanAfter)), of at most \(words.decimal(gain.maximum)); self-assessed gain \(words.cell(gain).text)\(band.map { " (\($0))" } ?? "")."
        )
    }

    private var band: String? {
        switch gain.band {
        case .negative: words.say("negativo", "negative")
        case .low: words.say("basso", "low")
        case .medium: words.say("medio", "medium")
        case .high: words.say("alto", "high")
        case nil: nil
        }
    }

    /// A number that would tell of single people.
    private var hidden: String {
        words.say("non si mostra: sono troppo pochi", "not shown: they are too few")
    }

    private func shown(_ count: Int?) -> DocumentBlock.Table.Cell { count.map { .init($0) } ?? .init(hidden) }

    private var rows: [[DocumentBlock.Table.Cell]] {
        func row(_ it: String, _ en: String, _ cell: DocumentBlock.Table.Cell) -> [DocumentBlock.Table.Cell] {
            [.init(words.say(it, en)), cell]
        }
        var rows = [
            row("Hanno risposto due volte", "Answered twice", words.cell(assessed.paired)),
            row("Solo prima", "Only before", shown(assessed.attrition?.onlyBefore)),
            row("Solo dopo", "Only after", shown(assessed.attrition?.onlyAfter)),
            row("Media prima", "Mean before", words.cell(decimal: gain.meanBefore)),
            row("Media dopo", "Mean after", words.cell(decimal: gain.meanAfter)),
            row("Massimo", "Maximum", words.cell(decimal: gain.maximum)),
            row("Guadagno g", "Gain g", words.cell(gain)),
        ]
        if let band { rows.append(row("Fascia", "Band", .init(band))) }
        if let interval = gain.interval {
            rows.append(row("Intervallo al 95 %, da", "95 % interval, from", words.cell(decimal: interval.lower)))
            rows.append(row("Intervallo al 95 %, a", "95 % interval, to", words.cell(decimal: interval.upper)))
        }
        return rows
            + assessed.questions.map { question in
                let name = words.say("Guadagno g: ", "Gain g: ") + question.question
                return [.init(name), question.gain.map(words.cell) ?? .init(hidden)]
            }
    }

    private var picture: DocumentBlock.Figure.Picture {
        func bar(_ y: Int, _ label: String, _ value: Double, _ fill: String) -> String {
            let width = Int((value / gain.maximum * 300).rounded())
            return "<text x=\"0\" y=\"\(y + 15)\">\(HTMLText.escaped(label))</text>"
                + "<rect x=\"60\" y=\"\(y)\" width=\"\(width)\" height=\"20\" fill=\"\(fill)\" stroke=\"#222\"/>"
                + "<text x=\"\(66 + width)\" y=\"\(y + 15)\">\(words.decimal(value))</text>\n"
        }
        // The whole of the scale, of which the bars are parts.
        let scale =
            "<line x1=\"60\" y1=\"60\" x2=\"360\" y2=\"60\" stroke=\"#444\"/><text x=\"60\" y=\"74\">0</text>"
            + "<text x=\"360\" y=\"74\" text-anchor=\"end\">\(words.decimal(gain.maximum))</text>\n"
        return .init(
            width: 440, height: 80,
            content: bar(4, words.say("prima", "before"), gain.meanBefore, "#ddd")
                + bar(34, words.say("dopo", "after"), gain.meanAfter, "#555") + scale)
    }
}
