import Foundation

/// The picture of whoever publishes, for covers.
public struct Logo: Sendable {
    public enum Kind: String, Sendable {
        case png, jpeg
    }

    public let kind: Kind
    public let bytes: [UInt8]

    /// `nil` for what is neither a PNG nor a JPEG picture, by its first bytes.
    public init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            kind = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            kind = .jpeg
        } else {
            return nil
        }
        self.bytes = bytes
    }

    /// As an address that holds the picture itself (RFC 2397).
    var dataURL: String {
        "data:image/\(kind.rawValue);base64,\(Data(bytes).base64EncodedString())"
    }
}
