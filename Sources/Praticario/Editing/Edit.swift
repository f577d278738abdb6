public import Foundation

/// What one command did to the files of a knowledge base, as long as it can be undone.
public struct Edit: Codable, Hashable, Sendable {
    /// As it was typed; empty where no command line was behind it.
    public var command: String
    /// When it was carried out.
    public var date: Date
    /// In the order in which they were changed.
    public var files: [File]

    /// A file that was changed.
    public struct File: Codable, Hashable, Sendable {
        /// Relative to the knowledge base.
        public var path: String
        /// Whether there was a file before.
        public var existed: Bool
        /// Whether there was one afterwards.
        public var remains: Bool
        /// Of the bytes before and afterwards, 0 where there was no file.
        var before: Int64
        var after: Int64
    }
}
