import Foundation
import Testing

/// The Python that has `Scripts/documents/requirements.txt`; `make test` makes it.
private let checkingPython = ProcessInfo.processInfo.environment["PRATICARIO_PYTHON"]

/// The figures of a report against those that another program counts in the files.
@Suite struct ReportRecountTests {
    @Test(
        .enabled(if: checkingPython != nil, "PRATICARIO_PYTHON is not set: make test sets it"),
        arguments: [ReportBase.example, .threeByFour])
    func `another program counts the same in the files`(base: ReportBase) throws {
        let shared = try base.shared
        let report = try shared.run(["report", "--format", "json", "--output", "-"])
        #expect(report.status == 0)
        let process = Process()
        process.executableURL = URL(filePath: try #require(checkingPython))
        process.arguments = [
            Golden.folder + "/rapporti/ricontare.py", shared.knowledgeBase.path(),
        ]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(report.text.utf8))
        try input.fileHandleForWriting.close()
        let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        // What it compared: enough that a script which finds nothing would be noticed.
        let compared = Int(said.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
        #expect(compared > 60, "\(said)")
    }
}
