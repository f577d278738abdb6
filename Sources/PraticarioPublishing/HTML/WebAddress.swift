/// Addresses that a reader may be led to.
enum WebAddress {
    static let schemes = ["https://", "http://", "mailto:"]

    static func isSafe(_ address: String) -> Bool {
        schemes.contains(where: address.lowercased().hasPrefix)
    }
}
