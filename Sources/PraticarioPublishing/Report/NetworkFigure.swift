import Foundation
import PraticarioReport
import PraticarioStatistics
import PraticarioSystem

/// Who worked together before and who does now: bodies on a circle, earlier edges thin, new ones thick.
struct NetworkFigure {
    private let id: String
    private let partnerships: CommunityIndicators.Partnerships
    private let names: [String: String]
    private let words: ReportWords

    /// - Parameter names: of bodies as people write them, by their keys.
    init(
        _ partnerships: CommunityIndicators.Partnerships, names: [String: String], of community: String,
        _ words: ReportWords
    ) {
        id = "rete-" + community
        self.partnerships = partnerships
        self.names = names
        self.words = words
    }

    var block: DocumentBlock {
        let (before, after) = (partnerships.before, partnerships.after)
        let description = words.say(
            "\(words.counted(after.bodies.count, "ente", "enti")); coppie che lavorano insieme: \(before.edges.count) all'inizio, \(after.edges.count) ora, \(partnerships.newEdges) nuove; densità \(words.decimal(before.density)) all'inizio, \(words.decimal(after.density)) ora. Linee sottili: dall'inizio; grosse: nuove. I numeri sono quelli della tabella.",
            "\(words.counted(after.bodies.count, "body", "bodies")); pairs that work together: \(before.edges.count) at the start, \(after.edges.count) now, \(partnerships.newEdges) new; density \(words.decimal(before.density)) at the start, \(words.decimal(after.density)) now. Thin lines: from the start; thick: new. The numbers are those of the table."
        )
        return .figure(
            .init(
                id: id, title: words.say("La rete, prima e dopo", "The network, before and after"),
                description: description,
                data: .init(
                    header: [
                        words.say("Ente", "Body"), words.say("Lavora con", "Works with"),
                        words.say("Da quando", "Since"),
                    ], rows: rows.map { $0.map { .init($0) } }),
                picture: picture))
    }

    /// Every pair, and every body that works with none.
    private var rows: [[String]] {
        let after = partnerships.after
        let numbered = Dictionary(
            after.bodies.enumerated().map { ($1, "\($0 + 1). \(names[$1] ?? $1)") }
        ) { first, _ in first }
        let earlier = Set(partnerships.before.edges)
        let pairs = after.edges.map { edge in
            [
                numbered[edge.a] ?? edge.a, numbered[edge.b] ?? edge.b,
                earlier.contains(edge) ? words.say("dall'inizio", "the start") : words.say("nuova", "new"),
            ]
        }
        let paired = Set(after.edges.flatMap { [$0.a, $0.b] })
        let alone = after.bodies.filter { !paired.contains($0) }.map { body in
            [numbered[body] ?? body, words.say("nessuno", "nobody"), ""]
        }
        return pairs + alone
    }

    private var picture: DocumentBlock.Figure.Picture {
        let after = partnerships.after
        let earlier = Set(partnerships.before.edges)
        // Many bodies stand on a larger circle: no number covers another.
        let radius = max(120, Double(after.bodies.count) * 22 / (2 * Double.pi))
        let middle = radius + 30
        let places = Dictionary(
            uniqueKeysWithValues: after.bodies.enumerated().map { index, body in
                let angle = 2 * Double.pi * Double(index) / Double(max(1, after.bodies.count))
                return (body, (x: Int(middle + radius * cos(angle)), y: Int(middle + radius * sin(angle))))
            })
        var content = ""
        for edge in after.edges {
            guard let a = places[edge.a], let b = places[edge.b] else { continue }
            let style =
                earlier.contains(edge) ? "stroke=\"#888\" stroke-width=\"1\"" : "stroke=\"#222\" stroke-width=\"3\""
            content += "<line x1=\"\(a.x)\" y1=\"\(a.y)\" x2=\"\(b.x)\" y2=\"\(b.y)\" \(style)/>\n"
        }
        for (index, body) in after.bodies.enumerated() {
            guard let place = places[body] else { continue }
            content +=
                "<circle cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"9\" fill=\"#fff\" stroke=\"#222\"/>"
                + "<text x=\"\(place.x)\" y=\"\(place.y + 4)\" text-anchor=\"middle\">\(index + 1)</text>\n"
        }
        let side = Int(2 * middle)
        return .init(width: side, height: side, shownWidth: min(side, 600), content: content)
    }
}
