package import PraticarioCorpus

/// Where the archive of one knowledge base is kept: makes it from the files, keeps it fresh, opens it.
package protocol ArchiveStore: Sendable {
    /// The archive, brought up to date where that is needed and possible: where somebody else is at it, or the disk does
    /// not let us, as it stands, which the report says.
    ///
    /// - Parameter progress: hears, from any thread, how many changed files of how many are read.
    func open(
        today: PartialDate, progress: @Sendable (Int, Int) -> Void
    ) throws -> (archive: any Archive, report: IndexReport)

    /// Brings the archive up to date with the files, waiting for whoever else is at it, and opens it.
    ///
    /// - Parameter fromNothing: make it anew even where nothing changed.
    /// - Throws: `FileProblem` when the disk does not let us.
    func refresh(
        today: PartialDate, fromNothing: Bool, progress: @Sendable (Int, Int) -> Void
    ) throws -> (archive: any Archive, report: IndexReport)

    /// Throws away what is kept of the same files for other scopes; whoever needs it makes it anew.
    func removeOtherArchives()

    /// Changes collections while no other process does.
    func editingCollections<Result>(_ work: () throws -> Result) throws -> Result
}
