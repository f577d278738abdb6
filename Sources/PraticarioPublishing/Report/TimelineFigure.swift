import PraticarioCorpus
import PraticarioReport
import PraticarioSystem

/// Meetings and outcomes along the months, a row for each kind: full where it happened, hollow where it is planned, crossed
/// out where it was cancelled. The numbers are those of the table.
struct TimelineFigure {
    private let id: String
    private let timeline: Timeline
    private let words: ReportWords

    init(_ chapter: Report.Chapter, _ words: ReportWords) {
        id = "tempo-" + chapter.community.id
        timeline = chapter.timeline
        self.words = words
    }

    /// `nil` where nothing has a date and nothing is without one.
    var block: DocumentBlock? {
        let rows = (timeline.moments + timeline.undated).enumerated().map { index, moment in
            [
                DocumentBlock.Table.Cell(index + 1), .init(words.date(moment.date)),
                .init(name(of: moment)), .init(kind(of: moment)), .init(status(of: moment) ?? words.unknown),
            ]
        }
        guard !rows.isEmpty else { return nil }
        return .figure(
            .init(
                id: id, title: words.say("Incontri ed esiti nel tempo", "Meetings and outcomes over time"),
                description: description,
                data: .init(
                    header: [
                        words.say("N.", "No."), words.say("Data", "Date"), words.say("Che cosa", "What"),
                        words.say("Tipo", "Kind"), words.say("Stato", "Status"),
                    ], rows: rows),
                picture: timeline.moments.isEmpty ? nil : picture))
    }

    private var description: String {
        let meetings = timeline.moments.count { if case .meeting = $0 { true } else { false } }
        let outcomes = timeline.moments.count - meetings
        var text = words.say(
            "\(words.counted(meetings, "incontro", "incontri")) e \(words.counted(outcomes, "esito", "esiti")) con una data",
            "\(words.counted(meetings, "meeting", "meetings")) and \(words.counted(outcomes, "outcome", "outcomes")) with a date"
        )
        if let first = timeline.moments.first?.date, let last = timeline.moments.last?.date {
            text += " (\(words.date(first)) – \(words.date(last)))"
        }
        if !timeline.undated.isEmpty {
            text += words.say("; senza data: \(timeline.undated.count)", "; without a date: \(timeline.undated.count)")
        }
        return text
            + words.say(
                ". Pieno: svolto, avviato o concluso; vuoto: previsto; barrato: annullato; tratteggiato: non si sa.",
                ". Full: held, begun or concluded; hollow: planned; crossed out: cancelled; dashed: not known.")
    }

    private func name(of moment: Timeline.Moment) -> String {
        switch moment {
        case .meeting(let meeting):
            words.say("Incontro", "Meeting") + (meeting.number.map { " \($0)" } ?? "")
        case .outcome(let outcome): outcome.title
        }
    }

    private func kind(of moment: Timeline.Moment) -> String {
        switch moment {
        case .meeting(let meeting): meeting.mode?.label[words.edition.language] ?? words.say("incontro", "meeting")
        case .outcome(let outcome): outcome.kind.label[words.edition.language]
        }
    }

    private func status(of moment: Timeline.Moment) -> String? {
        switch moment {
        case .meeting(let meeting): meeting.status?.label[words.edition.language]
        case .outcome(let outcome): outcome.status?.label[words.edition.language]
        }
    }

    // MARK: Picture

    private enum Look {
        case full, hollow, crossed, dashed
    }

    private func look(of moment: Timeline.Moment) -> Look {
        switch moment {
        case .meeting(let meeting):
            switch meeting.status {
            case .held: .full
            case .planned: .hollow
            case .cancelled: .crossed
            case nil: .dashed
            }
        case .outcome(let outcome):
            switch outcome.status {
            case .started, .concluded: .full
            case .planned: .hollow
            case nil: .dashed
            }
        }
    }

    private func row(of moment: Timeline.Moment) -> Int {
        switch moment {
        case .meeting: 0
        case .outcome(let outcome): 1 + (OutcomeKind.allCases.firstIndex(of: outcome.kind) ?? 0)
        }
    }

    private static let (left, right, width, radius) = (96.0, 588.0, 600, 9.0)

    private var picture: DocumentBlock.Figure.Picture {
        let months = timeline.moments.compactMap { $0.date?.months }
        let first = (months.first ?? 0).rounded(.down)
        let last = max((months.last ?? 0).rounded(.down) + 1, first + 1)
        func x(_ month: Double) -> Double {
            Self.left + Self.radius + (month - first) / (last - first) * (Self.right - Self.left - 2 * Self.radius)
        }
        // Marks that would cover one another stand one below the other.
        var lanes: [[Double]] = Array(repeating: [], count: 1 + OutcomeKind.allCases.count)
        let places = timeline.moments.map { moment -> (row: Int, lane: Int, x: Double) in
            let (row, x) = (row(of: moment), x(moment.date?.months ?? 0))
            let lane = lanes[row].firstIndex { $0 + 2 * Self.radius < x } ?? lanes[row].count
            if lane < lanes[row].count { lanes[row][lane] = x } else { lanes[row].append(x) }
            return (row, lane, x)
        }
        let heights = lanes.map { Double(max(1, $0.count)) * 2 * (Self.radius + 1) + 10 }
        let tops = heights.indices.map { heights[..<$0].reduce(0, +) + 4 }
        let bottom = heights.reduce(0, +) + 4
        var content = ""
        let labels =
            [words.say("Incontri", "Meetings")]
            + [
                words.say("Adozioni", "Adoptions"), words.say("Partenariati", "Partnerships"),
                words.say("Interventi", "Interventions"),
            ]
        for (row, label) in labels.enumerated() {
            content +=
                "<text x=\"0\" y=\"\(Self.number(tops[row] + heights[row] / 2 + 4))\">\(HTMLText.escaped(label))</text>\n"
            content += line(Self.left, tops[row] + heights[row], Self.right, tops[row] + heights[row], "#ccc")
        }
        content += axis(from: first, to: last, bottom, x)
        for (index, (moment, place)) in zip(timeline.moments, places).enumerated() {
            let y = tops[place.row] + 5 + Self.radius + Double(place.lane) * 2 * (Self.radius + 1)
            content += mark(index + 1, look(of: moment), place.x, y)
        }
        return .init(width: Self.width, height: Int(bottom) + 26, content: content)
    }

    /// A stroke for each month, and as many names of months as have room.
    private func axis(from first: Double, to last: Double, _ y: Double, _ x: (Double) -> Double) -> String {
        let count = Int(last - first)
        let step = max(1, (count + 9) / 10)
        return (0...count).map { index in
            let month = Int(first) + index
            let isNamed = index % step == 0
            let stroke = line(x(Double(month)), y, x(Double(month)), y + (isNamed ? 7 : 4), "#444")
            guard isNamed else { return stroke }
            let (year, number) = (month / 12 % 100, month % 12 + 1)
            let text = (number < 10 ? "0" : "") + "\(number)/" + (year < 10 ? "0" : "") + "\(year)"
            return stroke
                + "<text x=\"\(Self.number(x(Double(month))))\" y=\"\(Self.number(y + 20))\" text-anchor=\"middle\">\(text)</text>\n"
        }.joined()
    }

    private func mark(_ number: Int, _ look: Look, _ x: Double, _ y: Double) -> String {
        let fill = look == .full ? "#333" : "#fff"
        let dashes = look == .dashed ? " stroke-dasharray=\"3 2\"" : ""
        let circle =
            "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(Self.radius))\" fill=\"\(fill)\" stroke=\"#333\" "
            + "stroke-width=\"1.5\"\(dashes)/>\n"
        let cross = look == .crossed ? line(x - 9, y + 9, x + 9, y - 9, "#333") : ""
        return circle + cross
            + "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y + 3.5))\" text-anchor=\"middle\" font-size=\"10\" "
            + "fill=\"\(look == .full ? "#fff" : "#000")\">\(number)</text>\n"
    }

    private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String) -> String {
        "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\" "
            + "stroke=\"\(colour)\"/>\n"
    }

    /// With one decimal at most.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
    }
}
