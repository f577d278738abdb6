import Foundation

/// The smallest pictures and papers of each kind.
public enum SampleFiles {
    /// One point.
    public static func jpeg(exif: Bool = false) -> [UInt8] {
        func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
            [0xFF, marker] + big(content.count + 2, 2) + content
        }
        let more = exif ? segment(0xE1, Array("Exif\0\0MM\0*\0\0\0\u{8}\0\0\0\0\0\0".utf8)) : []
        return [0xFF, 0xD8] + more + segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
            + segment(0xDA, [1, 1, 0, 0, 0x3F, 0])
            + [0, 0xFF, 0xD9]
    }

    /// Without points: what says how many there would be.
    public static func png(width: Int, height: Int) -> [UInt8] {
        func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
            big(content.count, 4) + Array(type.utf8) + content + [0, 0, 0, 0]
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0]) + chunk("IEND", [])
    }

    public static let webp: [UInt8] =
        Array("RIFF".utf8) + [18, 0, 0, 0] + Array("WEBPVP8L".utf8) + [5, 0, 0, 0, 0x2F, 1, 0x40, 0, 0, 0]

    public static let pdf = Array("%PDF-1.4\n%%EOF\n".utf8)

    public static let odt: [UInt8] =
        Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 14) + [39, 0, 0, 0, 39, 0, 0, 0, 8, 0, 0, 0]
        + Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)

    public static func docx(macros: Bool = false) -> [UInt8] {
        let head = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26)
        let names = Array(("[Content_Types].xml word/document.xml" + (macros ? " word/vbaProject.bin" : "")).utf8)
        return head + names + Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 8)
            + big(names.count, 4).reversed() + big(head.count, 4).reversed() + [0, 0]
    }

    /// A photograph as a telephone takes it: 40 points by 20 that are to be shown upright, with the camera and the place.
    public static let photograph = [UInt8](
        Data(
            base64Encoded: """
                /9j/4AAQSkZJRgABAQAAAQABAAD/4QB8RXhpZgAATU0AKgAAAAgAAwEPAAIAAAALAAAAMgESAAMAAAABAAYAAIglAAQAAAABAAAAPgAAAABGb3
                RvY2FtZXJhAAAAAgABAAIAAAACTgAAAAACAAUAAAADAAAAXAAAAAAAAAAtAAAAAQAAABwAAAABAAAAAQAAAAH/2wBDABQODxIPDRQSEBIXFRQY
                HjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fH
                x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAUACgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQF
                BgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3OD
                k6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW
                19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAx
                EEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3
                eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAA
                IRAxEAPwDMooorkPoAooooAKKKKACiiigAooooAKKKKAP/2Q==
                """, options: .ignoreUnknownCharacters) ?? Data())

    /// The same without what the camera wrote.
    public static var photographWithoutData: [UInt8] {
        // Behind the beginning and the segment of JFIF stands that of EXIF, whose length it tells itself.
        let start = 20
        let length = Int(photograph[start + 2]) << 8 | Int(photograph[start + 3])
        return Array(photograph[..<start] + photograph[(start + 2 + length)...])
    }

    private static func big(_ number: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).reversed().map { UInt8(number >> ($0 * 8) & 0xFF) }
    }
}
