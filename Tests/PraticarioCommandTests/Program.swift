import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// The program that was built with the tests, run as a user runs it.
enum Program {
    struct Result {
        var status: Int32
        /// Standard output and standard error, in the order in which they were written.
        var text: String
    }

    /// How today may be written, and how documents have it instead, whatever day they are checked on.
    static let days: [(today: String, settled: String)] = {
        guard let day = PartialDate("2026-11-25") else { return [] }
        return [(PartialDate.today.iso8601, day.iso8601)]
            + Language.allCases.map { (PartialDate.today.text(in: $0), day.text(in: $0)) }
    }()

    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Beside the test bundle.
    private static let executable =
        Bundle.allBundles.map(\.bundleURL)
        .first { $0.pathExtension == "xctest" }?.deletingLastPathComponent().appending(path: "praticario")
        ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "praticario")

    static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Result {
        let (process, pipe) = try start(arguments, in: folder, environment: environment)
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
    }

    /// Starts the program and does not wait; what it writes arrives in the pipe.
    static func start(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> (process: Process, output: Pipe) {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["LANG": "it_IT.UTF-8", "COLUMNS": "80", "HOME": folder.path(), "PATH": "/usr/bin:/bin"]
            .merging(environment) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, pipe)
    }
}
