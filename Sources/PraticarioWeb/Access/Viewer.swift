/// Who asks.
struct Viewer: Sendable {
    /// `nil` for who has not come in.
    let person: Person?
    /// Of this coming in; empty for nobody.
    let session: String
    /// When the session was begun, or last renewed.
    let issued: Int
    /// What a form of ours sends along, and a page of others cannot know.
    let formToken: String

    var role: Role? { person?.role }

    /// Whether drafts and communities are shown.
    var seesEverything: Bool { person != nil }

    func may(_ role: Role) -> Bool { self.role.map { $0 >= role } ?? false }
}
