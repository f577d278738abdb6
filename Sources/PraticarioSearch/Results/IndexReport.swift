/// What bringing an index up to date did.
public struct IndexReport: Sendable {
    public enum Outcome: String, Sendable {
        /// The index already said what the files say.
        case current
        case updated, rebuilt
        /// Another process is making the index: the old one answers until then.
        case busy
        /// The index could not be brought up to date, for want of space or permission: the old one answers.
        case stale
    }

    public var outcome: Outcome
    /// Files read in this update, and sheets in the index afterwards.
    public var filesRead: Int
    public var sheets: Int
    public var errors: Int
    public var warnings: Int

    public init(_ outcome: Outcome, filesRead: Int = 0, sheets: Int = 0, errors: Int = 0, warnings: Int = 0) {
        self.outcome = outcome
        self.filesRead = filesRead
        self.sheets = sheets
        self.errors = errors
        self.warnings = warnings
    }
}
