public import Foundation

/// What one command did to the files of a knowledge base, as long as it can be undone.
public struct Edit: Codable, Hashable, Sendable {
    /// As it was typed, or what was done in the browser; empty where neither is known.
    public var command: String
    /// Who did it, where somebody had come in by name.
    public var author: Author?
    /// When it was carried out.
    public var date: Date
    /// In the order in which they were changed.
    public var files: [File]

    /// What was done, after who did it.
    public var title: String { author.map { "\($0.name): \(command)" } ?? command }

    /// Who changes a knowledge base in the browser.
    public struct Author: Codable, Hashable, Sendable {
        /// By which one comes in.
        public var id: String
        /// As people call them.
        public var name: String

        /// A person with the name that others see.
        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

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
        package var after: Int64
    }
}
