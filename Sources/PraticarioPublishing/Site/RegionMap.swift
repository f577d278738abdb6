import PraticarioCorpus
import PraticarioSystem

/// Italy by region as inline SVG, with how many sheets each region has. The number says what the shade says.
struct RegionMap: Sendable {
    private let counts: [String: Int]
    private let link: @Sendable (_ code: String) -> String?
    private let language: Language

    /// - Parameters:
    ///   - counts: by the codes of the regions.
    ///   - link: the page of a region, where it has one.
    init(_ counts: [String: Int], language: Language, link: @escaping @Sendable (_ code: String) -> String?) {
        self.counts = counts
        self.language = language
        self.link = link
    }

    private struct Shape {
        let code: String
        let name: String
        let x: Substring
        let y: Substring
        let path: Substring

        /// The smallest box around it, with a little space. Each ring is its first point and steps from there.
        var box: String {
            var (xs, ys): ([Double], [Double]) = ([], [])
            for ring in path.split(separator: "M") {
                let numbers = ring.matches(of: #/-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)/#).compactMap {
                    Double(
                        $0.output.hasPrefix(".") || $0.output.hasPrefix("-.")
                            ? $0.output.replacing(".", with: "0.") : $0.output)
                }
                var (x, y) = (0.0, 0.0)
                for place in stride(from: 0, to: numbers.count - 1, by: 2) {
                    (x, y) = (x + numbers[place], y + numbers[place + 1])
                    xs.append(x)
                    ys.append(y)
                }
            }
            guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
                return ""
            }
            let numbers = [left - 2, top - 2, right - left + 4, bottom - top + 4]
            return numbers.map { String(Int(($0 * 10).rounded())) }.map { digits in
                "\((Double(digits) ?? 0) / 10)"
            }.joined(separator: " ")
        }
    }

    /// From `regioni.tsv`, which `Scripts/territories/make_map.py` makes.
    private static let (shapes, viewBox, credit): ([Shape], String, String) = {
        var shapes: [Shape] = []
        var viewBox = ""
        var credit = ""
        for line in Templates.text("regioni.tsv").split(separator: "\n") {
            if let box = line.split(separator: "viewBox: ").dropFirst().first {
                viewBox = String(box)
            } else if line.hasPrefix("#") {
                if credit.isEmpty { credit = String(line.dropFirst(2)) }
            } else {
                let cells = line.split(separator: "\t")
                precondition(cells.count == 5, "regioni.tsv has a line of \(cells.count) cells")
                shapes.append(
                    Shape(code: String(cells[0]), name: String(cells[1]), x: cells[2], y: cells[3], path: cells[4]))
            }
        }
        return (shapes, viewBox, credit)
    }()

    var svg: String {
        let label = language.say(
            "Mappa d'Italia: quante schede per regione", "Map of Italy: how many sheets in each region")
        return "<svg role=\"group\" aria-label=\"\(HTMLText.escaped(label))\" viewBox=\"\(Self.viewBox)\">\n"
            + Self.shapes.map(region).joined() + "</svg>\n"
    }

    /// One region alone, as large as the map is, without a link: what is within it stands beside it. `nil` for what is no
    /// region.
    func svg(of code: String) -> String? {
        guard let shape = Self.shapes.first(where: { $0.code == code }) else { return nil }
        let count = counts[code] ?? 0
        let sheets = language.say(
            count == 1 ? "1 scheda" : "\(count) schede", count == 1 ? "1 sheet" : "\(count) sheets")
        return
            "<svg role=\"img\" aria-label=\"\(HTMLText.escaped(shape.name + ": " + sheets))\" viewBox=\"\(shape.box)\">\n"
            + "<path class=\"region some\" fill-rule=\"evenodd\" vector-effect=\"non-scaling-stroke\" d=\"\(shape.path)\"/></svg>\n"
    }

    var caption: String {
        language.say(
            "Quante schede per regione; una scheda può stare in più regioni, e quelle che valgono per tutta l'Italia non sono sulla mappa.",
            "How many sheets in each region; a sheet may be in several, and those for the whole of Italy are not on the map."
        )
    }

    /// Whose boundaries these are.
    var credit: String { Self.credit }

    /// What the map says, where no picture can be shown.
    var table: DocumentBlock.Table {
        let rows = Self.shapes.compactMap { shape in
            counts[shape.code].map { count in
                [
                    DocumentBlock.Table.Cell(shape.name, target: link(shape.code).map { .page($0) }),
                    .init(String(count)),
                ]
            }
        }
        return DocumentBlock.Table(
            caption: caption, header: [language.say("Regione", "Region"), language.say("Schede", "Sheets")], rows: rows,
            isCounts: true)
    }

    private func region(_ shape: Shape) -> String {
        let count = counts[shape.code] ?? 0
        let path = "<path class=\"region \(step(count))\" fill-rule=\"evenodd\" d=\"\(shape.path)\"/>"
        guard count > 0 else { return path + "\n" }
        let text = "<text x=\"\(shape.x)\" y=\"\(shape.y)\" dy=\"0.35em\" text-anchor=\"middle\">\(count)</text>"
        let name = HTMLText.escaped(
            shape.name + ": "
                + language.say(count == 1 ? "1 scheda" : "\(count) schede", count == 1 ? "1 sheet" : "\(count) sheets"))
        guard let address = link(shape.code) else { return "<g><title>\(name)</title>\(path)\(text)</g>\n" }
        return "<a href=\"\(address)\" aria-label=\"\(name)\"><title>\(name)</title>\(path)\(text)</a>\n"
    }

    /// A picture of the shapes alone, in greys: it stands on paper, too.
    var picture: DocumentBlock.Figure.Picture {
        let content = Self.shapes.map { shape -> String in
            let count = counts[shape.code] ?? 0
            let (fill, ink) = Self.greys(step(count))
            let path =
                "<path fill=\"\(fill)\" stroke=\"#444\" stroke-width=\"0.75\" fill-rule=\"evenodd\" d=\"\(shape.path)\"/>\n"
            guard count > 0 else { return path }
            return path
                + "<text x=\"\(shape.x)\" y=\"\(shape.y)\" dy=\"0.35em\" text-anchor=\"middle\" font-size=\"20\" "
                + "font-weight=\"bold\" fill=\"\(ink)\">\(count)</text>\n"
        }
        let size = Self.viewBox.split(separator: " ").compactMap { Int($0) }
        precondition(size.count == 4, "regioni.tsv has no viewBox of four integers")
        return .init(width: size[2], height: size[3], shownWidth: 380, content: content.joined())
    }

    private static func greys(_ step: String) -> (fill: String, ink: String) {
        switch step {
        case "none": ("#fff", "#000")
        case "few": ("#ddd", "#000")
        case "some": ("#aaa", "#000")
        default: ("#444", "#fff")
        }
    }

    private func step(_ count: Int) -> String {
        let most = counts.values.max() ?? 0
        switch count {
        case 0: return "none"
        case _ where count * 3 <= most: return "few"
        case _ where count * 3 <= most * 2: return "some"
        default: return "many"
        }
    }
}
