import Foundation
import PraticarioSystem

extension DocumentBlock.Figure {
    /// The picture with its title and what it shows, as SVG 1.1 that stands alone or within a page; `nil` without one.
    var svg: String? {
        guard let picture else { return nil }
        let (title, description) = ("\(id)-titolo", "\(id)-descrizione")
        return
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"\(title) \(description)\" "
            + "viewBox=\"0 0 \(picture.width) \(picture.height)\" width=\"\(picture.shownSize.width)\" "
            + "height=\"\(picture.shownSize.height)\" "
            + "font-size=\"12\" font-family=\"Carlito, Calibri, Liberation Sans, sans-serif\">\n"
            + "<title id=\"\(title)\">\(HTMLText.escaped(self.title))</title>\n"
            + "<desc id=\"\(description)\">\(HTMLText.escaped(self.description))</desc>\n\(picture.content)</svg>\n"
    }

    /// As an image of a document that pandoc converts, on a line of its own; empty without a picture.
    var image: String {
        guard let picture, let svg else { return "" }
        return
            "\(Self.imageStart)\(Self.svgAddress)\(Data(svg.utf8).base64EncodedString())\" width=\"\(picture.shownSize.width)\" "
            + "alt=\"\(HTMLText.escaped(description))\"></p>\n"
    }

    private static let imageStart = "<p><img src=\""
    private static let svgAddress = "data:image/svg+xml;base64,"

    /// A page in which each image of a figure is another one; gone where `convert` gives none.
    ///
    /// - Parameter convert: from SVG to PNG.
    static func withImages(
        _ html: String, convert: (_ svg: [UInt8], _ number: Int) async throws -> [UInt8]?
    ) async throws -> String {
        var lines = html.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = imageStart + svgAddress
        for (number, line) in lines.enumerated() where line.hasPrefix(start) {
            let data = line.dropFirst(start.count).prefix { $0 != "\"" }
            let svg = Data(base64Encoded: String(data)).map { Array($0) } ?? []
            let png = try await convert(svg, number)
            lines[number] =
                png.map {
                    imageStart + "data:image/png;base64," + Data($0).base64EncodedString()
                        + line.dropFirst(start.count + data.count)
                } ?? ""
        }
        return lines.joined(separator: "\n")
    }
}

extension DocumentBlock.Figure.Picture {
    fileprivate var shownSize: (width: Int, height: Int) {
        guard let shownWidth else { return (width, height) }
        return (shownWidth, height * shownWidth / width)
    }
}
