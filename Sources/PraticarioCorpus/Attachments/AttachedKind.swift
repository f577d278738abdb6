package import PraticarioSystem

/// What a picture or a paper is, by its content.
package enum AttachedKind: String, Codable, CaseIterable, Sendable {
    case jpeg, png, webp, pdf, odt, docx

    /// What sheets may have such files as.
    package var use: AttachedUse {
        switch self {
        case .jpeg, .png, .webp: .picture
        case .pdf, .odt, .docx: .paper
        }
    }

    /// How names of such files end, the usual way first.
    package var endings: [String] { self == .jpeg ? ["jpg", "jpeg"] : [rawValue] }

    /// RFC 2046.
    package var mediaType: String {
        switch self {
        case .jpeg, .png, .webp: "image/" + rawValue
        case .pdf: "application/pdf"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
    }

    /// What people call it.
    package var label: String {
        switch self {
        case .webp: "WebP"
        case .docx: "Word"
        default: rawValue.uppercased()
        }
    }

    /// `nil` for everything else, whatever it is called. A text with macros is something else.
    package init?(_ source: ByteSource) {
        if source.bytes(at: 0, 3) == [0xFF, 0xD8, 0xFF] {
            self = .jpeg
        } else if source.bytes(at: 0, 8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] {
            self = .png
        } else if source.has("RIFF", at: 0), source.has("WEBP", at: 8) {
            self = .webp
        } else if source.has("%PDF-", at: 0) {
            self = .pdf
        } else if source.has("PK\u{3}\u{4}", at: 0) {
            self.init(archive: source)
        } else {
            return nil
        }
    }

    /// An archive of ZIP: OpenDocument says first what it is (ODF 1.2, part 3, 3.3), of Word the names of what is in it tell.
    private init?(archive source: ByteSource) {
        let openDocument: StaticString = "mimetypeapplication/vnd.oasis.opendocument.text"
        if source.has(openDocument, at: 30), source.little(at: 22, bytes: 4) == 39 {
            self = .odt
            return
        }
        // The list of names stands at the end, and where it begins in the last 22 bytes and a comment.
        let tail = source.bytes(at: max(0, source.count - 0x1_0016), 0x1_0016)
        guard let end = tail.lastRange(of: [0x50, 0x4B, 0x05, 0x06])?.lowerBound, end + 20 <= tail.count else {
            return nil
        }
        let offset = source.count - tail.count + end
        guard let size = source.little(at: offset + 12, bytes: 4), let start = source.little(at: offset + 16, bytes: 4),
            size <= 1 << 20
        else { return nil }
        let names = source.bytes(at: start, size)
        guard names.firstRange(of: Array("word/document.xml".utf8)) != nil,
            names.firstRange(of: Array("vbaProject".utf8)) == nil
        else { return nil }
        self = .docx
    }
}

extension [UInt8] {
    fileprivate func lastRange(of bytes: [UInt8]) -> Range<Int>? {
        guard count >= bytes.count else { return nil }
        return stride(from: count - bytes.count, through: 0, by: -1)
            .first { self[$0..<$0 + bytes.count].elementsEqual(bytes) }.map { $0..<$0 + bytes.count }
    }
}

/// As what a sheet has a file.
public enum AttachedUse: String, Codable, CaseIterable, Sendable {
    /// A photograph or a drawing, which is shown.
    case picture
    /// Rules, an agreement, a form, which is given away.
    case paper

    /// In bytes.
    package var sizeLimit: Int { 10 << 20 }

    /// The field that names such files.
    package var field: FieldName { self == .picture ? .pictures : .attachments }

    /// `JPEG, PNG, WebP`.
    package var kinds: String {
        AttachedKind.allCases.filter { $0.use == self }.map(\.label).joined(separator: ", ")
    }
}
