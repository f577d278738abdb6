import Foundation

/// JSON as our commands write it: indented, keys sorted, slashes as they are.
package enum JSONText {
    package static func of(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        guard let data = try? encoder.encode(value) else { preconditionFailure("an output of ours has no JSON") }
        return String(decoding: data, as: UTF8.self)
    }
}
