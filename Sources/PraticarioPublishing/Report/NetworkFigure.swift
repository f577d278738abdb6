import Foundation
import PraticarioReport
import PraticarioStatistics
import PraticarioSystem

/// Who worked together before and who does now: bodies on a circle, earlier edges thin, new ones thick.
struct NetworkFigure {
    private let partnerships: CommunityIndicators.Partnerships
    private let words: ReportWords

    init(_ partnerships: CommunityIndicators.Partnerships, _ words: ReportWords) {
        self.partnerships = partnerships
        self.words = words
    }

    var block: DocumentBlock {
        let (before, after) = (partnerships.before, partnerships.after)
        let description = words.say(
            "\(after.bodies.count) enti; coppie che lavorano insieme: \(before.edges.count) all'inizio, \(after.edges.count) ora, \(partnerships.newEdges) nuove.",
            "\(after.bodies.count) bodies; pairs that work together: \(before.edges.count) at the start, \(after.edges.count) now, \(partnerships.newEdges) new."
        )
        let rows = [
            [
                words.say("Coppie che lavorano insieme", "Pairs that work together"), String(before.edges.count),
                String(after.edges.count),
            ],
            [
                words.say("Densità della rete", "Density of the network"), words.decimal(before.density),
                words.decimal(after.density),
            ],
        ]
        return .figure(
            .init(
                title: words.say("La rete, prima e dopo", "The network, before and after"), description: description,
                data: .init(
                    header: [words.say("Misura", "Measure"), words.say("Prima", "Before"), words.say("Dopo", "After")],
                    rows: rows.map { $0.map { .init($0) } }, isCounts: true),
                picture: .init(svg: svg)))
    }

    private var svg: String {
        let after = partnerships.after
        let earlier = Set(partnerships.before.edges)
        let places = Dictionary(
            uniqueKeysWithValues: after.bodies.enumerated().map { index, body in
                let angle = 2 * Double.pi * Double(index) / Double(max(1, after.bodies.count))
                return (body, (x: Int(160 + 120 * cos(angle)), y: Int(150 + 120 * sin(angle))))
            })
        var svg = "<svg viewBox=\"0 0 320 300\" width=\"320\" font-size=\"11\" font-family=\"sans-serif\">\n"
        for edge in after.edges {
            guard let a = places[edge.a], let b = places[edge.b] else { continue }
            let style =
                earlier.contains(edge) ? "stroke=\"#888\" stroke-width=\"1\"" : "stroke=\"#222\" stroke-width=\"3\""
            svg += "<line x1=\"\(a.x)\" y1=\"\(a.y)\" x2=\"\(b.x)\" y2=\"\(b.y)\" \(style)/>\n"
        }
        for (index, body) in after.bodies.enumerated() {
            guard let place = places[body] else { continue }
            svg +=
                "<circle cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"9\" fill=\"#fff\" stroke=\"#222\"/>"
                + "<text x=\"\(place.x)\" y=\"\(place.y + 4)\" text-anchor=\"middle\">\(index + 1)</text>\n"
        }
        return svg + "</svg>\n"
    }
}
