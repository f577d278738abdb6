/// One page of a site.
struct SitePage {
    let title: String
    /// From the top folder.
    let address: String
    /// The pages above it, first the first page: label and address from the top folder.
    var above: [(label: String, address: String)] = []
    let blocks: [DocumentBlock]

    var hasForm: Bool {
        blocks.contains { if case .search = $0 { true } else { false } }
    }

    /// The way back to the top folder.
    static func top(of address: String) -> String {
        String(repeating: "../", count: address.count { $0 == "/" })
    }
}
