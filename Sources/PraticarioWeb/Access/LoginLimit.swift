import Foundation

/// Keeps passwords from being tried out: so many failures, then a pause.
struct LoginLimit: Sendable {
    private var failures: [String: [Date]] = [:]

    static let window = 300.0
    /// Of one name.
    static let ofOne = 5
    /// Of all names together: each costs the machine a tenth of a second. Names that nobody has count apart, so that who
    /// makes them up keeps nobody out.
    static let ofAll = 100

    /// Whether a password may be tried now for this name.
    mutating func allows(_ id: String, now: Date = .now) -> Bool {
        for (name, times) in failures {
            let recent = times.filter { now.timeIntervalSince($0) < Self.window }
            failures[name] = recent.isEmpty ? nil : recent
        }
        return (failures[id]?.count ?? 0) < Self.ofOne
            && failures.values.reduce(0) { $0 + $1.count } < Self.ofAll
    }

    mutating func fail(_ id: String, now: Date = .now) { failures[id, default: []].append(now) }

    mutating func succeed(_ id: String) { failures[id] = nil }
}
