import Foundation
import Hummingbird
import PraticarioCorpus
import PraticarioSystem
import Synchronization

/// Who may come in, and who has.
///
/// A session is a cookie that only we can sign; nothing of it is kept but those that were ended, in `EndedSessions`.
final class Access: Sendable {
    let visitors: WebOptions.Visitors
    let people: People
    private let key: [UInt8]
    private let endedSessions: EndedSessions
    private let state: Mutex<State>

    private struct State {
        var people: [String: Person] = [:]
        var fileStamp: Files.Stamp?
        /// The one-time token, until it is used.
        var token: String?
        var ended: [EndedSessions.Ended] = []
        var endedStamp: Files.Stamp?
        /// Those that are not written yet.
        var endedHere: [EndedSessions.Ended] = []
        var limit = LoginLimit()
        /// Of names that nobody has.
        var limitOfStrangers = LoginLimit()
    }

    static let keyFile = KnowledgeBaseFolder.privateFolder + "/chiave"
    /// So long a session holds after it was last used, in seconds.
    static let lifetime = 12 * 3_600
    /// So long it holds at all.
    static let longestLifetime = 30 * 24 * 3_600
    /// A session that is so old is made anew.
    private static let renewal = 3_600

    /// Who has opened the knowledge base on their own machine.
    static let keeper = Person(id: "-", name: "", role: .owner)

    /// - Throws: `FileProblem`, `PeopleProblem`.
    init(_ folder: KnowledgeBaseFolder, _ visitors: WebOptions.Visitors) throws {
        self.visitors = visitors
        people = People(folder)
        endedSessions = EndedSessions(folder)
        key = visitors == .anybody ? Secrets.random(Secrets.keySize) : try Self.key(in: folder)
        var state = State()
        if case .owner(let token) = visitors { state.token = token }
        self.state = Mutex(state)
        try reload()
    }

    /// Sessions outlive the server: the key is kept.
    private static func key(in folder: KnowledgeBaseFolder) throws -> [UInt8] {
        let path = folder.path(keyFile)
        if let known = try? Files.read(path), known.count == Secrets.keySize { return known }
        let place = folder.path(KnowledgeBaseFolder.privateFolder)
        try Files.makeFolder(place, isPrivate: true)
        try Files.ignoreInGit(place)
        let key = Secrets.random(Secrets.keySize)
        try Files.write(key, to: path, isPrivate: true)
        return key
    }

    /// Whether there is a door to come in by.
    var hasLogin: Bool { visitors != .anybody }

    /// Takes in what the command changed among the people.
    func reload() throws {
        guard hasLogin else { return }
        keepEnded()
        guard visitors == .people else { return }
        let stamp = people.fileStamp
        guard stamp != state.withLock({ $0.fileStamp }) || stamp == nil else { return }
        let all: [Person]
        do {
            all = try people.all()
        } catch {
            // Nobody is let in by a file that cannot be read.
            state.withLock { $0.people = [:] }
            throw error
        }
        state.withLock { state in
            state.people = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
            state.fileStamp = stamp
        }
    }

    // MARK: Sessions

    /// Named by the key: two knowledge bases on one machine do not log each other out.
    var cookieName: String { "praticario-" + Secrets.signature(of: "cookie", by: key).prefix(8) }

    func viewer(_ cookie: String?, now: Date = .now) -> Viewer {
        let time = Int(now.timeIntervalSince1970)
        guard let cookie, case let parts = cookie.split(separator: ".").map(String.init), parts.count == 6,
            Secrets.isSame(parts[5], Secrets.signature(of: parts[..<5].joined(separator: "."), by: key)),
            let began = Int(parts[2]), let issued = Int(parts[3]), time - issued < Self.lifetime,
            time - began < Self.longestLifetime
        else { return viewer(nil, .none) }
        let session = Viewer.Session(id: parts[1], began: began, issued: issued)
        let person = state.withLock { state -> Person? in
            guard !(state.ended + state.endedHere).contains(where: { $0.session == session.id }) else { return nil }
            return visitors == .people ? state.people[parts[0]] : visitors == .anybody ? nil : Self.keeper
        }
        guard let person, person.id == parts[0], person.stamp == parts[4] else { return viewer(nil, .none) }
        return viewer(person, session)
    }

    /// Whom a program's key lets in, with no more than its scope.
    func viewer(key token: String) -> Viewer {
        let digest = Secrets.digest(of: token)
        let found = state.withLock { state in
            state.people.values.lazy.flatMap { person in person.keys.map { (person, $0) } }
                .first { Secrets.isSame($0.1.digest, digest) }
        }
        guard let (owner, key) = found else { return viewer(nil, .none) }
        var person = owner
        person.role = min(person.role, key.scope)
        return viewer(person, .none)
    }

    private func viewer(_ person: Person?, _ session: Viewer.Session) -> Viewer {
        Viewer(
            person: person, session: session,
            // Of the person, not of the session: a form that was open when a session ended is still taken in the next.
            formToken: Secrets.signature(of: "modulo \(person.map { $0.id + $0.stamp } ?? "")", by: key))
    }

    /// - Parameter session: that goes on; `nil` for a new one.
    func cookie(for person: Person, session: Viewer.Session? = nil, isSecure: Bool) -> Cookie {
        Cookie(
            name: cookieName,
            value: signed(person, session: session?.id ?? Secrets.token(), began: session?.began),
            maxAge: Self.lifetime, path: "/", secure: isSecure, httpOnly: true, sameSite: .strict)
    }

    /// What a cookie says.
    ///
    /// - Parameter began: when the session did, in seconds since 1970; `nil` for one that begins.
    func signed(_ person: Person, session: String, began: Int? = nil, now: Date = .now) -> String {
        let time = Int(now.timeIntervalSince1970)
        let parts = [person.id, session, String(began ?? time), String(time), person.stamp]
        let text = parts.joined(separator: ".")
        return text + "." + Secrets.signature(of: text, by: key)
    }

    var endedCookie: Cookie {
        Cookie(name: cookieName, value: "", maxAge: 0, path: "/", httpOnly: true, sameSite: .strict)
    }

    func isToRenew(_ viewer: Viewer, now: Date = .now) -> Bool {
        !viewer.session.id.isEmpty && Int(now.timeIntervalSince1970) - viewer.session.issued > Self.renewal
    }

    /// Ends a session, also for a server that begins later. Writes a file: not for cooperative threads.
    func end(_ viewer: Viewer) {
        guard !viewer.session.id.isEmpty else { return }
        let ended = EndedSessions.Ended(
            session: viewer.session.id, until: viewer.session.began + Self.longestLifetime)
        state.withLock { $0.endedHere.append(ended) }
        keepEnded()
    }

    /// Writes what is not written yet, and takes in what another server wrote. Where the disk is full it is tried again.
    private func keepEnded() {
        let unwritten = state.withLock { $0.endedHere }
        if !unwritten.isEmpty, (try? endedSessions.add(unwritten)) != nil {
            state.withLock { state in
                state.ended += unwritten
                state.endedHere.removeAll { unwritten.contains($0) }
            }
        }
        let stamp = endedSessions.stamp
        guard stamp != state.withLock({ $0.endedStamp }), let all = try? endedSessions.all() else { return }
        state.withLock { state in
            state.ended = all
            state.endedStamp = stamp
        }
    }

    // MARK: Coming in

    /// Lets in who opened the knowledge base on this machine, once.
    func useToken(_ sent: String) -> Person? {
        state.withLock { state in
            guard let token = state.token, Secrets.isSame(sent, token) else { return nil }
            state.token = nil
            return Self.keeper
        }
    }

    /// Reads and writes the file of people: not for cooperative threads.
    func use(link token: String) throws -> Person? {
        defer { try? reload() }
        return try people.use(link: token)
    }

    /// Takes a tenth of a second: not for cooperative threads.
    ///
    /// - Throws: `WebProblem.tooManyLogins`.
    func person(_ id: String, password: String) throws -> Person? {
        let person = try state.withLock { state in
            let limit = state.people[id] == nil ? \State.limitOfStrangers : \State.limit
            guard state[keyPath: limit].allows(id) else { throw WebProblem.tooManyLogins }
            // Before the password is looked at: many at once are as many.
            state[keyPath: limit].fail(id)
            return state.people[id]
        }
        guard (person?.password ?? .nobody).matches(password), let person, person.password != nil else { return nil }
        state.withLock { $0.limit.succeed(id) }
        return person
    }
}
