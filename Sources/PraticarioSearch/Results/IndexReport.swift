/// What bringing an index up to date did.
public struct IndexReport: Codable, Hashable, Sendable {
    /// How an update ended; in each case the index answers afterwards.
    public enum Outcome: String, Codable, Sendable {
        /// The index already said what the files say.
        case current
        /// Changed files were read and took the place of what they gave before.
        case updated
        /// Everything was read anew.
        case rebuilt
        /// Another process is making the index: the old one answers until then.
        case busy
        /// The index could not be brought up to date, for want of space or permission: the old one answers.
        case stale
    }

    /// What was done.
    public var outcome: Outcome
    /// Files read in this update.
    public var filesRead: Int
    /// Sheets in the index afterwards.
    public var sheets: Int
    /// Errors, of all files, as of this update.
    public var errors: Int
    /// Warnings, of all files, as of this update.
    public var warnings: Int

    package init(_ outcome: Outcome, filesRead: Int = 0, sheets: Int = 0, errors: Int = 0, warnings: Int = 0) {
        self.outcome = outcome
        self.filesRead = filesRead
        self.sheets = sheets
        self.errors = errors
        self.warnings = warnings
    }
}
