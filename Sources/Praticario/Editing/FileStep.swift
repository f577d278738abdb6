package import Foundation

/// Who remembers what was done to files: our journal, git.
package protocol FileChronicle: Sendable {
    /// What was done to some files, the last first, as far as it is known.
    func steps(of paths: [String]) -> [FileStep]

    /// A step with all files of sheets and tables that were there before it.
    func whole(_ step: FileStep) -> FileStep

    /// The steps that may have taken a sheet away, the last first, each whole: what stood there before them names it.
    func losses(of id: String) -> [FileStep]
}

/// What was done at once to some files, as a history tells it.
package struct FileStep: Sendable {
    /// By which the chronicle knows it again.
    package let key: String
    package let date: Date
    /// As others call who did it.
    package let author: String?
    package let what: String
    /// Of all files that it touched, those that it brought included.
    package let paths: [String]
    /// By path, of those files that the history was asked for.
    package let files: [String: File]

    package struct File: Sendable {
        /// `nil` where there was no file.
        package let before: [UInt8]?
        /// `nil` where it is not known, since others changed the file afterwards; within, `nil` where the file went.
        package let after: [UInt8]??

        package init(before: [UInt8]?, after: [UInt8]??) {
            self.before = before
            self.after = after
        }
    }

    package init(
        key: String, date: Date, author: String?, what: String, paths: [String], files: [String: File]
    ) {
        self.key = key
        self.date = date
        self.author = author
        self.what = what
        self.paths = paths
        self.files = files
    }
}
