/// What the checks between documents know of those that are not among the outlines they look at. All of them are in.
package struct OtherDocuments {
    /// What their communities are called.
    let communities: [(origin: Origin, id: String, title: String)]
    /// Whether one of them has an id.
    let has: (String) -> Bool
    let ids: () -> [String]
    /// For an id that nothing had, the nearest of all ids at a time when the outlines were not yet what they are; `nil` within
    /// for none that was near, `nil` itself where nobody asked.
    let suggestion: (String) -> String??

    package init(
        communities: [(origin: Origin, id: String, title: String)], has: @escaping (String) -> Bool,
        ids: @escaping () -> [String], suggestion: @escaping (String) -> String??
    ) {
        (self.communities, self.has, self.ids, self.suggestion) = (communities, has, ids, suggestion)
    }

    /// The outlines are those of all documents.
    package static var none: OtherDocuments {
        OtherDocuments(communities: [], has: { _ in false }, ids: { [] }, suggestion: { _ in nil })
    }
}
