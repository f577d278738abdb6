import Foundation

/// What went wrong between us and the file system.
public struct FileProblem: ExplainedError, Codable, Hashable {
    /// Of the file or folder; empty where what failed has no name, such as a pipe.
    public let path: String
    /// In the words of the system.
    public let reason: String
    /// The reader of a pipe went away.
    public let isBrokenPipe: Bool

    /// A problem that we found ourselves.
    public init(path: String, reason: String) {
        (self.path, self.reason, isBrokenPipe) = (path, reason, false)
    }

    /// The problem that the last call of the system had.
    init(_ path: String) {
        (self.path, reason, isBrokenPipe) = (path, String(cString: strerror(errno)), errno == EPIPE)
    }

    /// Says to look at permissions and disk space.
    public var message: LocalizedText {
        LocalizedText(
            it: "\(path): non riesce (\(reason)); controlla permessi e spazio sul disco",
            en: "\(path): failed (\(reason)); check permissions and disk space")
    }
}
