import Foundation

extension Templates {
    /// Of a file that is no text.
    static func data(_ name: String) -> [UInt8] {
        guard let data = Data(base64Encoded: text(name), options: .ignoreUnknownCharacters) else {
            preconditionFailure("the template \(name) is no base64")
        }
        return Array(data)
    }
}
