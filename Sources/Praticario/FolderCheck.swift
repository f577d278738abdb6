package import PraticarioCorpus
package import PraticarioSearch

/// What is checked beside the documents: collections, programme, surveys, logo. One list for whoever has an index and for
/// whoever reads the files alone.
package enum FolderCheck {
    /// - Parameters:
    ///   - ids: of all sheets.
    ///   - communities: all of them.
    ///   - archive: asked for only where a collection has searches, since making one may cost.
    /// - Returns: what is wrong, in any order.
    package static func diagnostics(
        in folder: KnowledgeBaseFolder, _ settings: KnowledgeBaseSettings, ids: Set<String>,
        communities: [Community], archive: () throws -> any Archive
    ) throws -> [Diagnostic] {
        let (programme, ofProgramme) = Programme.read(folder)
        let known = ids.union(
            communities.flatMap { [$0.id] + $0.meetingParts.map(\.id) + $0.outcomeParts.map(\.id) })
        return try CollectionCheck.diagnostics(of: CollectionFiles(in: folder), known: known, archive: archive)
            + ofProgramme + ProgrammeCheck.diagnostics(programme, communities, today: .today)
            + communities.flatMap { Survey.read($0.id, in: folder).diagnostics }
            + settings.logoDiagnostics(in: folder)
    }
}
