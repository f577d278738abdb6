import Foundation

/// Who may come in by name.
package struct Person: Sendable, Hashable {
    /// A slug, by which one comes in.
    package let id: String
    /// As people call them.
    package var name: String
    package var role: Role
    /// `nil` for who has chosen none yet.
    var password: PasswordHash?
    /// Lets in once; what is kept is its digest.
    var link: Link?
    /// For programs that come in this person's name.
    var keys: [Key] = []
    /// Another one for who is written down later by the same id; `nil` of people that were written down long ago.
    var seed: String?

    /// Whether a password was chosen.
    package var hasPassword: Bool { password != nil }

    struct Link: Sendable, Hashable {
        let digest: String
        let expires: Date
    }

    /// What a program may do in a person's name.
    struct Key: Sendable, Hashable {
        let name: String
        let digest: String
        let scope: Role
    }

    /// Becomes another when the person is to come in again: with another role, another password.
    var stamp: String {
        String(
            Secrets.digest(of: [id, role.rawValue, password?.text ?? "", seed ?? ""].joined(separator: "\n")).prefix(12)
        )
    }
}
