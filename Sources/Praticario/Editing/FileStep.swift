package import Foundation

/// What was done at once to some files, as a history tells it.
package struct FileStep: Sendable {
    package let date: Date
    /// As others call who did it.
    package let author: String?
    package let what: String
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

    package init(date: Date, author: String?, what: String, files: [String: File]) {
        self.date = date
        self.author = author
        self.what = what
        self.files = files
    }
}
