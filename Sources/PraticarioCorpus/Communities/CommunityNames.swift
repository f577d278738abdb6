import ItalianText

/// The communities of a knowledge base by the names that sheets give them: an id or a title, whatever case and accents.
package struct CommunityNames: Sendable {
    /// By the slugs of their names. An id comes before a title.
    private var found: [String: (id: String, title: String)] = [:]

    /// None.
    package init() {}

    /// Of two with one title the first counts.
    package init(_ communities: [(id: String, title: String)]) {
        for community in communities.reversed() { found[TextKey.slug(community.title)] = community }
        for community in communities.reversed() { found[community.id] = community }
    }

    package var isEmpty: Bool { found.isEmpty }

    /// `nil` for a community that is not there.
    package func id(of name: String) -> String? { found[TextKey.slug(name)]?.id }

    /// By the slugs of all names.
    package var titles: [String: String] { found.mapValues(\.title) }

    /// Names to suggest.
    var all: [String] { found.values.flatMap { [$0.id, $0.title] }.sorted() }
}
