/// Addresses that a reader may be led to.
package enum WebAddress {
    package static let schemes = ["https://", "http://", "mailto:"]

    package static func isSafe(_ address: String) -> Bool {
        schemes.contains(where: address.lowercased().hasPrefix)
    }
}
