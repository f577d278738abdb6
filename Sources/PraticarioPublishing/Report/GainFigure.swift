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
                    rows: rows.map { $0.map { .init($0) } }),
                picture: picture))
    }

    private var description: String {
        words.say(
            "Media prima \(words.decimal(gain.meanBefore)), dopo \(words.decimal(gain.meanAfter)), su un massimo di \(words.decimal(gain.maximum)); guadagno autovalutato \(words.decimal(gain.gain))\(bandText).",
            "Mean before \(words.decimal(gain.meanBefore)), after \(words.decimal(gain.meanAfter)), of at most \(words.decimal(gain.maximum)); self-assessed gain \(words.decimal(gain.gain))\(bandText)."
        )
    }

    private var bandText: String {
        guard let band = gain.band else { return "" }
        let name =
            switch band {
            case .negative: words.say("negativo", "negative")
            case .low: words.say("basso", "low")
            case .medium: words.say("medio", "medium")
            case .high: words.say("alto", "high")
            }
        return " (\(name))"
    }

    /// A number that would tell of single people.
    private var hidden: String {
        words.say("non si mostra: sono troppo pochi", "not shown: they are too few")
    }

    private func shown(_ count: Int?) -> String { count.map { String($0) } ?? hidden }

    private var rows: [[String]] {
        var rows = [
            [words.say("Hanno risposto due volte", "Answered twice"), words.number(assessed.paired)],
            [words.say("Solo prima", "Only before"), shown(assessed.attrition?.onlyBefore)],
            [words.say("Solo dopo", "Only after"), shown(assessed.attrition?.onlyAfter)],
            [words.say("Media prima", "Mean before"), words.decimal(gain.meanBefore)],
            [words.say("Media dopo", "Mean after"), words.decimal(gain.meanAfter)],
            [words.say("Guadagno g", "Gain g"), words.decimal(gain.gain) + bandText],
        ]
        if let interval = gain.interval {
            rows.append([
                words.say("Intervallo al 95 %", "95 % interval"),
                words.say(
                    "da \(words.decimal(interval.lower)) a \(words.decimal(interval.upper))",
                    "\(words.decimal(interval.lower)) to \(words.decimal(interval.upper))"),
            ])
        }
        for question in assessed.questions {
            rows.append([question.question, question.gain.map { words.decimal($0.gain) } ?? hidden])
        }
        return rows
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
