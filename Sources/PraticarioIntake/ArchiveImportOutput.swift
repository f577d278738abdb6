import PraticarioSystem
import Praticario

/// What `praticario import` says of another archive, as JSON.
public struct ArchiveImportOutput: Codable, Hashable, Sendable {
    /// `OutputVersion.current`, or that of the program that wrote it.
    public var version = OutputVersion.current
    /// Whether nothing was written.
    public let dryRun: Bool
    /// The ids of the sheets that are new.
    public let sheets: [String]
    /// The ids of the collections that are new.
    public let collections: [String]
    /// The ids of what was here already.
    public let present: [String]
    /// The files that could not be read.
    public let illegible: [String]

    /// `isDryRun` as it was told to `importArchive`.
    public init(_ found: ArchiveImport, isDryRun: Bool) {
        dryRun = isDryRun
        (sheets, collections, present, illegible) = (found.sheets, found.collections, found.present, found.illegible)
    }
}
