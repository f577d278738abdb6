import Praticario
package import PraticarioCorpus
import PraticarioSystem

extension KnowledgeBase {
    /// Takes the answers to a form, `.xlsx`, `.ods` or CSV, into the survey of a community, in the folder that nothing
    /// leaves; `EditJournal.undo()` takes them back.
    ///
    /// A respondent's answers of the same time take the place of earlier ones.
    /// - Parameters:
    ///   - path: the form's table.
    ///   - community: its id or title.
    ///   - options: how to read it.
    /// - Throws: `SurveyProblem`, `CommunityProblem`, `ImportProblem`, `EditProblem`, `FileProblem`; `ProgramProblem` where
    ///   an `.xlsx` cannot be read here.
    @discardableResult
    package func importSurvey(
        _ path: String, of community: String, _ options: SurveyImport.Options, isDryRun: Bool = false
    ) async throws -> (plan: SurveyImport, survey: Survey) {
        try importSurvey(
            try await SpreadsheetFile.csv(of: path), path: path, of: community, options, isDryRun: isDryRun)
    }

    /// As `importSurvey`, of a table that is CSV already.
    @discardableResult
    package func importSurvey(
        _ form: [UInt8], path: String, of community: String, _ options: SurveyImport.Options, isDryRun: Bool
    ) throws -> (plan: SurveyImport, survey: Survey) {
        let id = try existingCommunity(community).id
        let paths = Survey.paths(of: id)
        let (table, map) = (try existing(paths.table), try existing(paths.map))
        let known = map.flatMap { SurveyMap.read($0, path: paths.map).map }
        let plan = try SurveyImport(
            form, path: path, options, into: table.flatMap { table in known.map { (table, $0) } })
        let (newTable, newMap) = (Array(plan.table.utf8), Array(plan.map.text.utf8))
        guard SurveyMap.read(newMap, path: paths.map).map == plan.map,
            let survey = Survey.read(newTable, plan.map, path: paths.table).survey
        else { throw ImportProblem.notReadBack(path) }
        guard !isDryRun else { return (plan, survey) }
        try Files.makeFolder(folder.path(KnowledgeBaseFolder.privateFolder), isPrivate: true)
        try Files.ignoreInGit(folder.path(KnowledgeBaseFolder.privateFolder))
        try EditJournal(folder).carryOut([
            FileChange(paths.map, from: map, to: newMap), FileChange(paths.table, from: table, to: newTable),
        ])
        return (plan, survey)
    }
}
