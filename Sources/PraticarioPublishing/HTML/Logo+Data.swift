import Foundation
import PraticarioCorpus

extension Logo {
    /// As an address that holds the picture itself (RFC 2397).
    var dataURL: String {
        "data:image/\(kind.rawValue);base64,\(Data(bytes).base64EncodedString())"
    }
}
