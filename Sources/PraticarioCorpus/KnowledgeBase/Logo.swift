/// The picture of whoever publishes, for covers.
package struct Logo: Sendable {
    package enum Kind: String, Sendable {
        case png, jpeg
    }

    package let kind: Kind
    package let bytes: [UInt8]

    /// A picture for a cover is smaller than this.
    package static let sizeLimit = 1 << 20

    /// `nil` for what is neither a PNG nor a JPEG picture, by its first bytes, or too large.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.sizeLimit else { return nil }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            kind = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            kind = .jpeg
        } else {
            return nil
        }
        self.bytes = bytes
    }
}
