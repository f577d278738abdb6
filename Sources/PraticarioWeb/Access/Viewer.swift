/// Who asks.
struct Viewer: Sendable {
    /// `nil` for who has not come in.
    let person: Person?
    let session: Session
    /// What a form of ours sends along, and a page of others cannot know.
    let formToken: String

    /// From coming in to going out.
    struct Session: Sendable, Equatable {
        /// Empty where there is none.
        let id: String
        /// When it began, in seconds since 1970.
        let began: Int
        /// When it began, or was last renewed.
        let issued: Int

        static let none = Session(id: "", began: 0, issued: 0)
    }

    var role: Role? { person?.role }

    /// Whether drafts and communities are shown.
    var seesEverything: Bool { person != nil }

    func may(_ role: Role) -> Bool { self.role.map { $0 >= role } ?? false }
}
