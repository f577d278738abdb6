import Foundation
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem
import TestSupport
import Testing

/// Answers to a survey go where nothing leaves, and come back out by `undo`.
@Suite struct SurveyFileTests {
    private let base: TemporaryBase

    private static let form =
        "Risposte del gruppo;;;\r\nCodice;Quando;So chi;Email\r\nR1;prima;2;anna@esempio.it\r\nR1;dopo;4;anna@esempio.it\r\n"

    init() throws {
        base = try TemporaryBase()
        try base.write("titolo: Sport\n", to: "comunita/sport.yaml")
        try base.write(Self.form, to: "prima.csv")
    }

    private static let options: SurveyImport.Options = {
        var options = SurveyImport.Options()
        options.maximum = 5
        return options
    }()

    private func text(_ path: String) -> String? {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `the table and its columns are private, and read as they were taken`() async throws {
        let kb = try KnowledgeBase.open(base.folder.root)
        let paths = Survey.paths(of: "sport")
        try await kb.importSurvey(base.folder.path("prima.csv"), of: "Sport", Self.options, isDryRun: true)
        #expect(text(paths.table) == nil)
        let taken = try await kb.importSurvey(base.folder.path("prima.csv"), of: "Sport", Self.options)
        #expect(taken.survey.answers.count == 2)
        let read = Survey.read("sport", in: base.folder)
        #expect(read.survey == taken.survey && read.diagnostics.isEmpty)
        #expect(text(".praticario-private/.gitignore") == "*\n")
        #expect(text(paths.table)?.contains("anna") == false && text(paths.map)?.contains("anna") == false)
        let attributes = try FileManager.default.attributesOfItem(atPath: base.folder.path(".praticario-private"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        try EditJournal(base.folder).undo()
        #expect(text(paths.table) == nil && text(paths.map) == nil)
    }

    @Test func `what is no survey is refused, whatever file it comes in`() async throws {
        let path = base.folder.path("prima.ods")
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path()
        let kb = try KnowledgeBase.open(base.folder.root)
        // A form about practices has no codes.
        for file in ["form/risposte.csv", "form/risposte.xlsx", "form/risposte.ods"] {
            await #expect(throws: SurveyProblem.self) {
                try await kb.importSurvey(fixtures + "/" + file, of: "sport", Self.options)
            }
        }
        await #expect(throws: ImportProblem.missing(path)) {
            try await kb.importSurvey(path, of: "sport", Self.options)
        }
        await #expect(throws: CommunityProblem.self) {
            try await kb.importSurvey(base.folder.path("prima.csv"), of: "boh", Self.options)
        }
        #expect(EditJournal(base.folder).edits().isEmpty)
    }
}
