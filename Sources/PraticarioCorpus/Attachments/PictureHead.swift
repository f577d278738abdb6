package import PraticarioSystem

/// What a picture says of itself before its points: how large it is, and whether it tells more than it shows.
package struct PictureHead: Hashable, Sendable {
    /// In points.
    package let width: Int
    package let height: Int
    /// Whether it holds what a camera or a program wrote along: place, time, owner (EXIF, XMP, IPTC).
    package let tellsMore: Bool

    /// So many points a picture has at most: to show one, a program holds all of them.
    package static let limit = 50_000_000

    package var isTooLarge: Bool { width * height > Self.limit }

    /// `nil` for what is broken, and for what is no picture.
    package init?(_ kind: AttachedKind, _ source: ByteSource) {
        let head: (width: Int, height: Int, tellsMore: Bool)?
        switch kind {
        case .jpeg: head = Self.jpeg(source)
        case .png: head = Self.png(source)
        case .webp: head = Self.webp(source)
        case .pdf, .odt, .docx: head = nil
        }
        guard let head, (1...0xFFF_FFFF).contains(head.width), (1...0xFFF_FFFF).contains(head.height) else {
            return nil
        }
        (width, height, tellsMore) = head
    }

    /// Segments up to where the points begin (ITU-T T.81, annex B).
    private static func jpeg(_ source: ByteSource) -> (Int, Int, Bool)? {
        var (offset, size, tellsMore) = (2, (0, 0), false)
        for _ in 0..<10_000 {
            guard source.bytes(at: offset, 1) == [0xFF], let marker = source.bytes(at: offset + 1, 1).first else {
                return nil
            }
            // A byte to fill up.
            if marker == 0xFF {
                offset += 1
                continue
            }
            guard let length = source.big(at: offset + 2, bytes: 2), length >= 2 else { return nil }
            switch marker {
            case 0xE1:
                tellsMore =
                    tellsMore || source.has("Exif\0", at: offset + 4)
                    || source.has("http://ns.adobe.com/", at: offset + 4)
            case 0xED: tellsMore = true
            case 0xDA: return size.0 > 0 ? (size.0, size.1, tellsMore) : nil
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                guard let height = source.big(at: offset + 5, bytes: 2),
                    let width = source.big(at: offset + 7, bytes: 2)
                else { return nil }
                size = (width, height)
            default: break
            }
            offset += 2 + length
        }
        return nil
    }

    /// Chunks up to the end (PNG, third edition, 5).
    private static func png(_ source: ByteSource) -> (Int, Int, Bool)? {
        guard source.has("IHDR", at: 12), let width = source.big(at: 16, bytes: 4),
            let height = source.big(at: 20, bytes: 4)
        else { return nil }
        var (offset, tellsMore) = (8, false)
        for _ in 0..<1_000_000 {
            guard let length = source.big(at: offset, bytes: 4) else { return nil }
            let (type, content) = (offset + 4, offset + 8)
            if source.has("IEND", at: type) { return (width, height, tellsMore) }
            if source.has("eXIf", at: type) { tellsMore = true }
            if source.has("iTXt", at: type) || source.has("zTXt", at: type) || source.has("tEXt", at: type) {
                tellsMore =
                    tellsMore || source.has("XML:com.adobe.xmp", at: content)
                    || source.has("Raw profile type ", at: content)
            }
            offset += 12 + length
        }
        return nil
    }

    /// RFC 9649, 2.
    private static func webp(_ source: ByteSource) -> (Int, Int, Bool)? {
        if source.has("VP8X", at: 12) {
            guard let flags = source.bytes(at: 20, 1).first, let width = source.little(at: 24, bytes: 3),
                let height = source.little(at: 27, bytes: 3)
            else { return nil }
            return (width + 1, height + 1, flags & 0x0C != 0)
        }
        if source.has("VP8L", at: 12), let bits = source.little(at: 21, bytes: 4) {
            return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1, false)
        }
        guard source.has("VP8 ", at: 12), let width = source.little(at: 26, bytes: 2),
            let height = source.little(at: 28, bytes: 2)
        else { return nil }
        return (width & 0x3FFF, height & 0x3FFF, false)
    }
}
