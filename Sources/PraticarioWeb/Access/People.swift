import Foundation
import ItalianText
package import PraticarioCorpus
import PraticarioSystem

/// The people of a knowledge base, in a file that git ignores and that no export takes along.
package struct People: Sendable {
    private let folder: KnowledgeBaseFolder

    static let file = KnowledgeBaseFolder.privateFolder + "/persone.yaml"
    /// So long a link may wait.
    package static let linkLifetime = 7 * 24 * 3_600.0

    package init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// Whether anybody is written there.
    package var exist: Bool { Files.type(of: folder.path(Self.file)) == .file }

    /// Another one when the file changed.
    var fileStamp: Files.Stamp? { Files.stamp(folder.path(Self.file)) }

    /// In the order of the file.
    ///
    /// - Throws: `PeopleProblem.unreadable`, `FileProblem`.
    package func all() throws -> [Person] {
        guard exist else { return [] }
        return try PeopleText.read(try Files.read(folder.path(Self.file)), path: Self.file)
    }

    /// - Parameter id: how the person comes in; by default made of the name.
    /// - Returns: the person, and the token of a link that lets in once.
    /// - Throws: `PeopleProblem`, `FileProblem`.
    package func add(_ name: String, id: String? = nil, role: Role) throws -> (person: Person, link: String) {
        let id = id ?? TextKey.slug(name)
        guard !id.isEmpty, TextKey.slug(id) == id, id.utf8.count <= 60 else { throw PeopleProblem.malformedID(id) }
        let token = Secrets.token()
        let person = Person(
            id: id, name: name, role: role, link: Self.link(token), seed: String(Secrets.token().prefix(16)))
        try change { people in
            guard !people.contains(where: { $0.id == id }) else { throw PeopleProblem.taken(id) }
            people.append(person)
        }
        return (person, token)
    }

    /// The person is not let in any more, wherever they are logged in.
    package func remove(_ id: String) throws {
        try change { people in
            guard let index = people.firstIndex(where: { $0.id == id }) else { throw PeopleProblem.unknown(id) }
            let owners = people.filter { $0.role == .owner }
            guard people.count == 1 || owners.map(\.id) != [id] else { throw PeopleProblem.lastOwner(id) }
            people.remove(at: index)
        }
    }

    /// A new link that lets the person in once, in the place of one before.
    package func newLink(for id: String) throws -> String {
        let token = Secrets.token()
        try change(id) { $0.link = Self.link(token) }
        return token
    }

    func setPassword(_ password: String, of id: String) throws {
        let hash = PasswordHash(of: password)
        try change(id) { $0.password = hash }
    }

    /// Uses a link up.
    ///
    /// - Returns: whom it lets in; nobody where it was used before or is too old.
    func use(link token: String, now: Date = .now) throws -> Person? {
        let digest = Secrets.digest(of: token)
        func isValid(_ person: Person) -> Bool {
            person.link.map { Secrets.isSame($0.digest, digest) && $0.expires > now } ?? false
        }
        guard try all().contains(where: isValid) else { return nil }
        var found: Person?
        try change { people in
            guard let index = people.firstIndex(where: isValid) else { return }
            people[index].link = nil
            found = people[index]
        }
        return found
    }

    /// Lets a program in, in a person's name.
    ///
    /// - Returns: the token; only its digest is kept.
    package func addKey(_ name: String, scope: Role, for id: String) throws -> String {
        let token = Secrets.token()
        try change(id) { person in
            person.keys.removeAll { $0.name == name }
            person.keys.append(Person.Key(name: name, digest: Secrets.digest(of: token), scope: scope))
        }
        return token
    }

    /// Lets a program in no longer.
    package func removeKey(_ name: String, of id: String) throws {
        guard try all().first(where: { $0.id == id })?.keys.contains(where: { $0.name == name }) == true else {
            throw PeopleProblem.unknownKey(name)
        }
        try change(id) { $0.keys.removeAll { $0.name == name } }
    }

    private static func link(_ token: String) -> Person.Link {
        Person.Link(digest: Secrets.digest(of: token), expires: Date(timeIntervalSinceNow: linkLifetime))
    }

    private func change(_ id: String, _ work: (inout Person) -> Void) throws {
        try change { people in
            guard let index = people.firstIndex(where: { $0.id == id }) else { throw PeopleProblem.unknown(id) }
            work(&people[index])
        }
    }

    /// One process at a time.
    private func change(_ work: (inout [Person]) throws -> Void) throws {
        try PrivateFile.change(Self.file, in: folder) {
            var people = try all()
            try work(&people)
            return people.isEmpty ? nil : Array(PeopleText.text(of: people).utf8)
        }
    }
}
